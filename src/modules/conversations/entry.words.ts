import * as m from '#words/compiled/messages.js';
import { getLocale } from '#words/compiled/runtime.js';
import { sayDay } from '#words/dates.ts';
import type { Bearing, Entry } from './entry.ts';
import { nameIn, type Speakers } from './speaker.ts';

export const bearingWords: Record<Bearing, () => string> = {
	helps: m.table_helps,
	hinders: m.table_hinders
};

/** Whose words these are; and where another typed them, how that went. */
export function sayWhose(
	{ person, helper, how }: Pick<Entry, 'person' | 'helper' | 'how'>,
	speakers: Speakers,
	saidAt: Date
): string {
	const name = nameIn(speakers, person);
	if (person === helper) return name;
	const named = { name, helper: nameIn(speakers, helper) };
	if (how === 'alone') return m.preparation_alone_with(named);
	if (how === 'together') return m.conversations_together_with(named);
	return how === 'aloud'
		? m.preparation_aloud_with({ ...named, day: sayDay(saidAt, getLocale()) })
		: m.conversations_said_with(named);
}
