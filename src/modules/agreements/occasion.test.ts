import { expect, test } from 'vitest';
import type { AgreementId } from '#platform/ids.ts';
import { momentOf, type Day, type Time } from '#platform/time.ts';
import { anke, noor, samira, samirasHome } from '#seeds/cast.ts';
import type { Agreement, NoteResult, Step } from './agreement.ts';
import { asksRepair, isStuck, whyNoReminder } from './follow-up.ts';
import { askOn, closesAt, latestOccasion } from './occasion.ts';

const day = (text: string) => text as Day;
const at = (text: string, time = '12:00') => momentOf(day(text), time as Time);

function step(more: Partial<Step>): Step {
	return {
		...{
			move: 'note',
			person: samira.id,
			together: null,
			result: null,
			occasion: null,
			words: '',
			ifWorks: '',
			ifNot: ''
		},
		...{ evaluateOn: null, round: 1, version: 2, at: at('2026-09-10') },
		...more
	} as Step;
}

const accepted = step({ move: 'accept', at: at('2026-09-07') });
const told = (occasion: string | null, result: NoteResult) =>
	step({ occasion: occasion && day(occasion), result } as Partial<Step>);

function reading(wording: Partial<Agreement['wording']> = {}, steps: Step[] = []): Agreement {
	return {
		...{ id: 'a' as AgreementId, pupil: noor.id, kind: 'do', owner: { household: samirasHome }, proposer: anke.id },
		...{
			audience: 'circle',
			state: 'agreed',
			round: 1,
			version: 2,
			madeIn: null,
			replaces: null,
			goal: null,
			lookBacks: []
		},
		wording: {
			...{ what: 'lezen', why: 'vlot', rhythm: '', by: null, how: '', helpers: '', remind: 'weekly' },
			cadence: { days: [2, 4], times: 0, weeks: 1, part: null, at: null, minutes: null, from: day('2026-09-07') },
			...wording
		},
		evaluateOn: day('2026-10-20'),
		proposedAt: at('2026-09-07'),
		steps: [accepted, ...steps]
	};
}

test('at most as agreed: once a week after its last day, each time, or never', () => {
	const asked = (wording: Partial<Agreement['wording']>) =>
		['2026-09-14', '2026-09-15', '2026-09-16', '2026-09-17', '2026-09-18'].filter((one) =>
			askOn(reading(wording), day(one))
		);
	expect(asked({})).toEqual(['2026-09-17']);
	expect(asked({ remind: 'each' })).toEqual(['2026-09-15', '2026-09-17']);
	expect(asked({ remind: 'never' })).toEqual([]);
	expect(asked({ cadence: null })).toEqual([]);
});

test('an evening is asked about the next morning, a day before the evening is quiet', () => {
	const { cadence } = reading().wording;
	const evening = reading({ cadence: { ...cadence!, part: 'evening' } });
	expect(askOn(evening, day('2026-09-18'))).toEqual({ occasion: '2026-09-17', at: at('2026-09-18', '07:30') });
	expect(askOn(reading(), day('2026-09-17'))).toEqual({ occasion: '2026-09-17', at: at('2026-09-17', '17:00') });
});

test('what was told already is not asked', () => {
	expect(askOn(reading({}, [told('2026-09-17', 'done')]), day('2026-09-17'))).toBeUndefined();
});

test('a link about a day is good until the next is asked about, and a week when there is none', () => {
	expect(closesAt(reading(), day('2026-09-17'))).toEqual(at('2026-09-22', '17:00'));
	expect(closesAt(reading({ remind: 'each' }), day('2026-09-15'))).toEqual(at('2026-09-17', '17:00'));
	expect(closesAt(reading({ cadence: null, by: day('2026-09-17') }), day('2026-09-17'))).toEqual(
		at('2026-09-24', '17:00')
	);
});

test('the last day it was for', () => {
	expect(latestOccasion(reading(), day('2026-09-16'))).toBe('2026-09-15');
	expect(latestOccasion(reading(), day('2026-09-07'))).toBeNull();
	expect(latestOccasion(reading({ cadence: null }), day('2026-09-16'))).toBeNull();
});

test.each([
	['once is once', [told('2026-09-15', 'not')], false],
	['twice, on two days', [told('2026-09-15', 'not'), told('2026-09-17', 'not')], true],
	['told twice about one day is once', [told('2026-09-15', 'not'), told('2026-09-15', 'not')], false],
	[
		'the last word about a day counts',
		[told('2026-09-15', 'not'), told('2026-09-17', 'not'), told('2026-09-17', 'partly')],
		false
	],
	[
		'what works again is not stuck',
		[told('2026-09-15', 'not'), told('2026-09-17', 'not'), told('2026-09-22', 'done')],
		false
	],
	['a new round begins anew', [told('2026-09-15', 'not'), step({ result: 'not', round: 0 })], false]
] as [string, Step[], boolean][])('stuck: %s', (_, steps, stuck) => {
	expect(isStuck(reading({}, steps), 'home')).toBe(stuck);
	expect(isStuck(reading({}, steps), 'school')).toBe(false);
	expect(whyNoReminder(reading({}, steps), 'home', at('2026-09-25'))).toBe(stuck ? 'another-form' : undefined);
});

test('a kind reminder at most as agreed', () => {
	const reminded = step({ move: 'remind', at: at('2026-09-15') });
	const why = (remind: Agreement['wording']['remind'], on: string) =>
		whyNoReminder(reading({ remind }, [reminded]), 'home', at(on));
	expect([why('each', '2026-09-17'), why('each', '2026-09-18')]).toEqual(['just-reminded', undefined]);
	expect([why('weekly', '2026-09-21'), why('weekly', '2026-09-22')]).toEqual(['just-reminded', undefined]);
	expect(why('never', '2026-12-01')).toBe('reminds-not');
});

test('a promise of school whose day went by in silence asks for a repair; a word about it ends that', () => {
	const due = { cadence: null, by: day('2026-09-17') };
	expect(asksRepair(reading(due), 'school', at('2026-09-17'))).toBe(false);
	expect(asksRepair(reading(due), 'school', at('2026-09-18'))).toBe(true);
	expect(asksRepair(reading(due), 'home', at('2026-09-18'))).toBe(false);
	expect(asksRepair(reading(due, [told(null, 'done')]), 'school', at('2026-09-18'))).toBe(false);
	const repaired = step({ move: 'repair', at: at('2026-09-18') });
	expect(asksRepair(reading(due, [repaired]), 'school', at('2026-09-19'))).toBe(false);
});
