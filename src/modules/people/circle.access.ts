import { may, type Standing } from './authority.ts';

/**
 * Is this guardian in the child's circle? With authority, or as long as it is unknown: yes. Without authority only when
 * the other parent or the pupil invited them. Never when information is forbidden, as by a court (handbook §2, §16).
 */
export function isInCircle(standing: Standing): boolean {
	return may('see', standing);
}
