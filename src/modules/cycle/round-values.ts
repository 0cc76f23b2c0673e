import { plain, type Round } from './round.ts';

/** What stands in the form of a round: what was typed by field, and what was ticked of many. */
export type RoundValues = { typed: Partial<Record<string, string>>; groups: string[]; remindAfter: string[] };

/** A new round: a start talk of a quarter, as it is usual. */
export function freshValues(invitation: string): RoundValues {
	const typed = { kind: 'start', mode: plain.mode, minutes: '15', noticeHours: '24', invitation };
	return { typed, groups: [], remindAfter: ['7'] };
}

export function valuesOf(round: Round): RoundValues {
	const ticked = (name: 'perTeacher' | 'noneNeeded') => (round[name] ? { [name]: 'on' } : {});
	const lengths = Object.entries(round.groupMinutes).map(([group, minutes]) => [`minutes-${group}`, String(minutes)]);
	const { kind, mode, firstDay, lastDay, invitation } = round;
	return {
		typed: {
			...{ kind, mode, firstDay, lastDay, invitation, firstUntil: round.firstUntil ?? '' },
			...{ minutes: String(round.minutes), noticeHours: String(round.noticeHours) },
			...(Object.fromEntries(lengths) as Record<string, string>),
			...ticked('perTeacher'),
			...ticked('noneNeeded')
		},
		groups: round.groups,
		remindAfter: round.remindAfter.map(String)
	};
}

/** As it was sent. */
export function valuesIn(form: FormData, typed: Record<string, string>): RoundValues {
	const ticked = (name: string) => form.getAll(name).map(String);
	return { typed, groups: ticked('groups'), remindAfter: ticked('remindAfter') };
}

/** As it will be sent, to be read by the same reader. */
export function asForm({ typed, groups, remindAfter }: RoundValues): FormData {
	const form = new FormData();
	for (const [name, text] of Object.entries(typed)) if (name !== 'groups' && text) form.set(name, text);
	for (const group of groups) form.append('groups', group);
	for (const days of remindAfter) form.append('remindAfter', days);
	return form;
}
