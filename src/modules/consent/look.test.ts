import { describe, expect, test } from 'vitest';
import type { Circle, Member } from '#modules/people/circle.ts';
import { anke, as, bram, carla, joris, noor, samira, therapist, yvonne } from '#seeds/cast.ts';
import type { Say } from '#modules/people/say.ts';
import type { Day } from '#platform/time.ts';
import { looksShownTo, mayLookIn, mayReadReasons } from './look.access.ts';
import { readReason } from './look.input.ts';
import { weeksOf, whyOf, type Look } from './look.ts';

const day = (text: string) => text as Day;
const look = (on: string, name: string): Look => ({
	day: day(on),
	person: anke.id,
	name,
	why: { kind: 'teaches', group: 'Groep 5' }
});

test('looks stand by week from Monday on, the newest first', () => {
	const weeks = weeksOf([
		look('2026-09-21', 'a'),
		look('2026-09-27', 'b'),
		look('2026-09-20', 'c'),
		look('2026-09-27', 'd')
	]);
	expect(weeks.map(({ monday, looks }) => [monday, looks.map(({ name }) => name).join('')])).toEqual([
		['2026-09-21', 'bda'],
		['2026-09-14', 'c']
	]);
});

describe('why somebody could look', () => {
	const nothing = { group: null, tied: false, outside: false, tasks: [] } as const;

	test.each([
		['who teaches the child', { ...nothing, group: 'Groep 5' }, null, 'teaches'],
		['who is tied to it', { ...nothing, tied: true, tasks: ['support'] as const }, null, 'works-with'],
		['who comes from outside', { ...nothing, tied: true, outside: true }, null, 'outside'],
		['who is not of the circle and said why', { ...nothing, tasks: ['leadership'] as const }, 'Klacht', 'looked-in'],
		['who said why and belongs to it since', { ...nothing, group: 'Groep 5' }, 'Klacht', 'teaches']
	])('%s', (_who, tied, reason, kind) => expect(whyOf(tied, reason).kind).toBe(kind));
});

describe('whose looks are shown', () => {
	const today = day('2026-09-22');
	const member = (who: { id: Member['person']; role: Member['role'] }): Member => ({
		...{ person: who.id, role: who.role, name: '', language: 'nl', household: null, authority: null }
	});
	const circle = (birthDate: string, say: Say = 1): Circle => ({
		...{ pupil: noor.id, callName: 'Noor', birthDate: day(birthDate), say, group: null },
		members: [noor, samira, anke, therapist].map(member)
	});
	const nine = circle('2017-03-14');

	test('to a guardian all, to staff and who comes from outside their own, to others none', () => {
		const shown = [samira, anke, therapist, bram].map(({ id }) => looksShownTo(id, nine, today));
		expect(shown).toEqual(['all', 'own', 'own', 'none']);
	});

	test('to a pupil from the twelfth birthday on, or who signs in already', () => {
		const shown = [nine, circle('2014-09-23'), circle('2014-09-22'), circle('2017-03-14', 2)];
		expect(shown.map((each) => looksShownTo(noor.id, each, today))).toEqual(['none', 'none', 'all', 'all']);
	});

	test('the words of a reason to adults only', () => {
		expect([samira, noor].map(({ id }) => mayReadReasons(id, nine))).toEqual([true, false]);
	});

	test('a visitor is shown none', () => {
		expect(looksShownTo(joris.id, { ...nine, visitor: member(joris) }, today)).toBe('none');
	});
});

test('leadership and office may look in, nobody else', () => {
	expect([joris, yvonne].map((who) => mayLookIn(as(who)))).toEqual([true, true]);
	expect([anke, carla, samira, therapist].filter((who) => mayLookIn(as(who)))).toEqual([]);
});

test.each([
	['', 'no-reason'],
	['  -  ', 'no-reason'],
	['x'.repeat(301), 'too-long']
])('a reason is in words: %o is not', (reason, why) => {
	const form = new FormData();
	form.set('reason', reason);
	expect(readReason(form)).toEqual({ ok: false, reason: why });
});
