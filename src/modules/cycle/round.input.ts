import { asId, type GroupId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { asDay, dayOf, daysBetween, type Day } from '#platform/time.ts';
import { reminderDays, roundKinds, roundModes, type Round } from './round.ts';

export type NewRound = Pick<
	Round,
	'kind' | 'firstDay' | 'lastDay' | 'minutes' | 'noticeHours' | 'invitation' | 'groups'
> &
	Partial<Pick<Round, 'mode' | 'groupMinutes' | 'perTeacher' | 'noneNeeded' | 'firstUntil' | 'remindAfter'>>;

export type RoundField =
	'groups' | 'firstDay' | 'lastDay' | 'minutes' | 'noticeHours' | 'invitation' | 'firstUntil' | 'noneNeeded';
export type RoundFault =
	| 'groups-missing'
	| 'first-day-missing'
	| 'last-day-missing'
	| 'last-day-past'
	| 'last-before-first'
	| 'window-too-long'
	| 'minutes-wrong'
	| 'notice-wrong'
	| 'invitation-too-long'
	| 'first-until-wrong'
	| 'start-is-needed';
/** By the name of the field; the length of a group stands at `minutes-` and the group. */
export type RoundFaults = Partial<Record<RoundField | `minutes-${string}`, RoundFault>>;

export const longestInvitation = 2000;
const longestWindow = 92;

/** A form becomes a round, or a fault for each field that has one. */
export function parseRound(form: FormData, now: Date): Outcome<NewRound, 'faults'> & { faults?: RoundFaults } {
	const firstDay = asDay(form.get('firstDay'));
	const lastDay = asDay(form.get('lastDay'));
	const noticeHours = wholeNumber(form.get('noticeHours'));
	const invitation = String(form.get('invitation') ?? '').trim();
	const round = readSketch(form);
	const { kind, groups, minutes, groupMinutes } = round;
	const noneNeeded = form.has('noneNeeded');
	const firstTyped = String(form.get('firstUntil') ?? '').trim();
	const firstUntil = asDay(firstTyped) ?? null;

	const faults: RoundFaults = {};
	if (!groups.length) faults.groups = 'groups-missing';
	if (!firstDay) faults.firstDay = 'first-day-missing';
	const lastFault = faultOfLastDay(firstDay, lastDay, dayOf(now));
	if (lastFault) faults.lastDay = lastFault;
	if (!isLength(minutes)) faults.minutes = 'minutes-wrong';
	for (const group of groups) {
		const own = String(form.get(`minutes-${group}`) ?? '').trim();
		if (own && !isLength(groupMinutes[group])) faults[`minutes-${group}`] = 'minutes-wrong';
	}
	if (noticeHours === undefined || noticeHours > 336) faults.noticeHours = 'notice-wrong';
	if (invitation.length > longestInvitation) faults.invitation = 'invitation-too-long';
	if (firstTyped && (!firstUntil || (lastDay && firstUntil >= lastDay))) faults.firstUntil = 'first-until-wrong';
	if (noneNeeded && kind === 'start') faults.noneNeeded = 'start-is-needed';

	if (Object.keys(faults).length || !firstDay || !lastDay || !minutes || noticeHours === undefined)
		return { ...no('faults'), faults };
	const remindAfter = reminderDays.filter((days) => form.getAll('remindAfter').includes(String(days)));
	const more = { mode: round.mode, perTeacher: form.has('perTeacher'), noneNeeded, firstUntil, remindAfter };
	return ok({ kind, firstDay, lastDay, minutes, noticeHours, invitation, groups, groupMinutes, ...more });
}

/** What of a form that is still being filled in can be reckoned with: for whom, and how long. */
export type RoundSketch = Pick<Round, 'kind' | 'mode' | 'groups' | 'groupMinutes'> & { minutes: number | undefined };

export function readSketch(form: FormData): RoundSketch {
	const groups = [...new Set(form.getAll('groups').flatMap((each) => asId<GroupId>(each) ?? []))];
	const lengths = groups.flatMap((group) => {
		const minutes = wholeNumber(form.get(`minutes-${group}`));
		return minutes ? [[group, minutes] as const] : [];
	});
	return {
		kind: roundKinds.find((kind) => kind === form.get('kind')) ?? 'start',
		mode: roundModes.find((mode) => mode === form.get('mode')) ?? 'choose',
		minutes: wholeNumber(form.get('minutes')),
		groups,
		groupMinutes: Object.fromEntries(lengths)
	};
}

export function isLength(minutes: number | undefined): minutes is number {
	return minutes !== undefined && minutes >= 5 && minutes <= 120;
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

export function wholeNumber(text: unknown): number | undefined {
	return typeof text === 'string' && /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined;
}
