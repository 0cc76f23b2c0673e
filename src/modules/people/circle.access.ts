import type { Authority } from './circle.ts';

/**
 * Is this guardian in the child's circle? With authority, or as long as it is unknown: yes. Without authority only when
 * the other parent or the pupil invited them. Never when information is forbidden, as by a court (handbook §2, §16).
 */
export function isInCircle(tie: { authority: Authority; informed: boolean; invited: boolean }): boolean {
	if (tie.authority === 'no') return tie.invited && tie.informed;
	return tie.informed;
}
