import { asId, type GroupId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { asDay, dayOf, daysBetween, type Day } from '#platform/time.ts';
import type { Round } from './round.ts';

export type NewRound = Pick<
	Round,
	'kind' | 'firstDay' | 'lastDay' | 'minutes' | 'noticeHours' | 'invitation' | 'groups'
> &
	Partial<Pick<Round, 'mode' | 'groupMinutes' | 'perTeacher' | 'noneNeeded' | 'firstUntil' | 'remindAfter'>>;

export type RoundField = 'groups' | 'firstDay' | 'lastDay' | 'minutes' | 'noticeHours' | 'invitation';
export type RoundFault =
	| 'groups-missing'
	| 'first-day-missing'
	| 'last-day-missing'
	| 'last-day-past'
	| 'last-before-first'
	| 'window-too-long'
	| 'minutes-wrong'
	| 'notice-wrong'
	| 'invitation-too-long';
export type RoundFaults = Partial<Record<RoundField, RoundFault>>;

export const longestInvitation = 2000;
const longestWindow = 92;

/** A form becomes a round, or a fault for each field that has one. */
export function parseRound(form: FormData, now: Date): Outcome<NewRound, 'faults'> & { faults?: RoundFaults } {
	const firstDay = asDay(form.get('firstDay'));
	const lastDay = asDay(form.get('lastDay'));
	const minutes = wholeNumber(form.get('minutes'));
	const noticeHours = wholeNumber(form.get('noticeHours'));
	const invitation = String(form.get('invitation') ?? '').trim();
	const groups = form.getAll('groups').flatMap((each) => asId<GroupId>(each) ?? []);

	const faults: RoundFaults = {};
	if (!groups.length) faults.groups = 'groups-missing';
	if (!firstDay) faults.firstDay = 'first-day-missing';
	const lastFault = faultOfLastDay(firstDay, lastDay, dayOf(now));
	if (lastFault) faults.lastDay = lastFault;
	if (!minutes || minutes < 5 || minutes > 120) faults.minutes = 'minutes-wrong';
	if (noticeHours === undefined || noticeHours > 336) faults.noticeHours = 'notice-wrong';
	if (invitation.length > longestInvitation) faults.invitation = 'invitation-too-long';

	if (Object.keys(faults).length || !firstDay || !lastDay || !minutes || noticeHours === undefined)
		return { ...no('faults'), faults };
	return ok({ kind: 'start', firstDay, lastDay, minutes, noticeHours, invitation, groups: [...new Set(groups)] });
}

export function faultOfLastDay(
	firstDay: Day | undefined,
	lastDay: Day | undefined,
	today: Day
): RoundFault | undefined {
	if (!lastDay) return 'last-day-missing';
	if (lastDay < today) return 'last-day-past';
	if (firstDay && lastDay < firstDay) return 'last-before-first';
	if (firstDay && daysBetween(firstDay, lastDay) > longestWindow) return 'window-too-long';
	return undefined;
}

function wholeNumber(text: unknown): number | undefined {
	return typeof text === 'string' && /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined;
}
