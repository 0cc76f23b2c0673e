import { expect, test } from 'vitest';
import { get as getTalk } from '#modules/conversations/table.server.ts';
import { add as addHoliday } from '#modules/cycle/year/holidays.server.ts';
import { no, ok } from '#platform/outcome.ts';
import { momentOf, type Day, type Time } from '#platform/time.ts';
import * as cast from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { facts, useDatabase } from '#tests/database.ts';
import { changeDays, daysOf } from './answer-terms.server.ts';
import * as asks from './asks.server.ts';

useDatabase();

const { adam, anke, as, autumn, bram, deLinde, huda, joris, leyla, noor, samira, stranger, yara, yvonne } = cast;

const concern = { kind: 'concern', pupil: adam.id, text: 'Het slapen' } as const;
const thursday = momentOf('2026-09-24' as Day, '15:30' as Time);
const at = (who: typeof anke, now: Date) => as(who, deLinde, now);
const clock = async (who: typeof anke, talk: Parameters<typeof asks.ofTalk>[1], now = autumn) =>
	asks.ofTalk(at(who, now), talk);

test('who asks sees at once until when an answer is promised, and school sees so on Today', async () => {
	const talk = value(await asks.ask(as(huda), { ...concern, of: anke.id }));
	expect(await clock(huda, talk)).toMatchObject({
		answerBy: '2026-09-25',
		answer: null,
		overdue: false,
		of: 'juf Anke'
	});
	expect(await asks.openOf(as(huda))).toMatchObject([{ talk, callName: 'Adam', answerBy: '2026-09-25' }]);
	expect(await asks.clocksOf(as(anke), [talk])).toMatchObject([{ talk, answered: false, overdue: false }]);
});

test('over the weekend no day counts, and what was promised stays promised', async () => {
	const friday = new Date('2026-09-18T12:00:00Z');
	const talk = value(await asks.ask(at(huda, friday), concern));
	value(await changeDays(at(yvonne, friday), 1));
	expect(await clock(huda, talk, friday)).toMatchObject({ answerBy: '2026-09-23' });
	const next = value(await asks.ask(at(huda, friday), concern));
	expect(await clock(huda, next, friday)).toMatchObject({ answerBy: '2026-09-21' });
});

test('on a day off of the school nobody has to answer', async () => {
	const dayOff = {
		kind: 'free',
		national: null,
		name: 'Studiedag',
		firstDay: '2026-09-24',
		lastDay: '2026-09-24'
	} as const;
	const days = { firstDay: dayOff.firstDay as Day, lastDay: dayOff.lastDay as Day };
	value(await addHoliday(as(yvonne), '2026-2027', { ...dayOff, ...days }, { anyway: false }));
	const talk = value(await asks.ask(as(huda), concern));
	expect(await clock(huda, talk)).toMatchObject({ answerBy: '2026-09-28' });
});

test('a promise that was not kept is said plainly to school, and to nobody else', async () => {
	const talk = value(await asks.ask(as(huda), concern));
	const later = new Date('2026-09-28T08:00:00Z');
	expect(await clock(anke, talk, later)).toMatchObject({ overdue: true });
	expect(await clock(huda, talk, later)).toMatchObject({ overdue: false, answerBy: '2026-09-25' });
	value(await asks.answer(at(anke, later), talk, { kind: 'call', at: new Date('2026-09-29T15:00:00Z') }));
	expect(await clock(anke, talk, later)).toMatchObject({ overdue: false, answer: { kind: 'call', by: 'juf Anke' } });
	// A day that passed is no answer any more.
	expect(await clock(anke, talk, new Date('2026-09-30T08:00:00Z'))).toMatchObject({ overdue: true, answer: null });
});

test('school offers a time, and with the yes of who asked the talk is planned', async () => {
	const talk = value(await asks.ask(as(huda), concern));
	value(await asks.answer(as(anke), talk, { kind: 'time', at: thursday }));
	expect(await asks.agree(as(anke), talk)).toEqual(no('refused'));
	expect(await clock(huda, talk)).toMatchObject({ answer: { kind: 'time', at: thursday }, may: { agree: true } });
	expect(await asks.agree(as(huda), talk)).toEqual(ok(undefined));
	const planned = value(await getTalk(as(huda), talk)).talk;
	expect(planned).toMatchObject({ state: 'planned', startsAt: thursday, chair: anke.id });
	expect(planned.people.toSorted()).toEqual([anke.id, huda.id].toSorted());
	expect(await asks.openOf(as(huda))).toEqual([]);
	expect(await asks.agree(as(huda), talk)).toEqual(no('wrong-state'));
	expect(await facts()).toEqual(['conversation.requested', 'ask.answered', 'conversation.planned']);
});

test('a time that passed cannot be agreed on, nor one before now be offered', async () => {
	const talk = value(await asks.ask(as(huda), concern));
	expect(await asks.answer(as(anke), talk, { kind: 'time', at: new Date('2026-09-21T10:00:00Z') })).toEqual(no('past'));
	value(await asks.answer(as(anke), talk, { kind: 'time', at: thursday }));
	expect(await asks.agree(at(huda, new Date('2026-09-24T16:00:00Z')), talk)).toEqual(no('past'));
});

test('only staff around the child is asked and answers; a family asks for itself', async () => {
	expect(await asks.ask(as(huda), { ...concern, of: bram.id })).toEqual(no('missing'));
	expect(await asks.ask(as(huda), { ...concern, of: samira.id })).toEqual(no('missing'));
	expect(await asks.ask(as(stranger), concern)).toEqual(no('missing'));
	const talk = value(await asks.ask(as(huda), concern));
	for (const who of [samira, bram, yvonne, noor])
		expect(await asks.answer(as(who), talk, { kind: 'time', at: thursday })).toEqual(no('missing'));
	expect(await asks.answer(as(huda), talk, { kind: 'time', at: thursday })).toEqual(no('refused'));
	expect(await clock(samira, talk)).toBeUndefined();
});

test('a pupil that answers for itself asks for itself; its mother does not see it', async () => {
	const talk = value(await asks.ask(as(yara), { ...concern, pupil: yara.id }));
	expect(await asks.openOf(as(yara))).toMatchObject([{ talk, isReader: true }]);
	expect(await asks.openOf(as(leyla))).toEqual([]);
});

test('office and leadership choose the term', async () => {
	expect(await daysOf(as(yvonne))).toEqual(ok(3));
	value(await changeDays(as(joris), 5));
	expect(await daysOf(as(yvonne))).toEqual(ok(5));
	expect(await changeDays(as(anke), 1)).toEqual(no('missing'));
});
