import { expect, test } from 'vitest';
import { no, ok } from '#platform/outcome.ts';
import { addDays, type Day } from '#platform/time.ts';
import { call, dueStep, outcomesIn, type Nudge, type Waiting } from './nudge.ts';

const opened = '2026-09-07' as Day;
const after = (days: number) => addDays(opened, days);
const waiting: Waiting = { since: opened, because: 'invited', before: [] };
const was = (kind: Nudge['kind'], days: number, given: Partial<Nudge> = {}) => ({
	...{ step: 1, kind, because: 'invited' as const, madeOn: after(days), outcome: null, doneOn: null, ...given }
});
const called = (days: number, outcome: Nudge['outcome'] = 'not-reached') =>
	was('call', days, { step: 2, outcome, doneOn: after(days) });

test('after four days another channel, after ten a person who calls', () => {
	expect(dueStep([], waiting, after(3))).toBeUndefined();
	expect(dueStep([], waiting, after(4))).toEqual({ step: 1, kind: 'letter' });
	const once = { ...waiting, before: [was('letter', 4)] };
	expect(dueStep([], once, after(9))).toBeUndefined();
	expect(dueStep([], once, after(10))).toEqual({ step: 2, kind: 'call' });
});

test('the school’s own scheme goes before; of one day it is another channel, and two weeks later a call', () => {
	expect(dueStep([2, 5, 7], { ...waiting, before: [was('letter', 2)] }, after(5))).toEqual({ step: 2, kind: 'letter' });
	expect(dueStep([3], waiting, after(3))).toEqual({ step: 1, kind: 'letter' });
	expect(dueStep([3], { ...waiting, before: [was('letter', 3)] }, after(16))).toBeUndefined();
	expect(dueStep([3], { ...waiting, before: [was('letter', 3)] }, after(17))).toEqual({ step: 2, kind: 'call' });
});

test('a call that stands is not made twice; after it, two weeks of rest, and then again', () => {
	const open = { ...waiting, before: [was('letter', 4), was('call', 10, { step: 2 })] };
	expect(dueStep([], open, after(40))).toBeUndefined();
	const done = { ...waiting, before: [was('letter', 4), called(11)] };
	expect(dueStep([], done, after(24))).toBeUndefined();
	expect(dueStep([], done, after(25))).toEqual({ step: 3, kind: 'call' });
});

test('who needs no talk is left in peace', () => {
	expect(dueStep([], { ...waiting, before: [called(10, 'none-needed')] }, after(60))).toBeUndefined();
});

test('who did not answer a proposal is called after two days, and at once when they asked for it', () => {
	const proposed: Waiting = { since: after(20), because: 'proposed', before: [was('letter', 4)] };
	expect(dueStep([], proposed, after(21))).toBeUndefined();
	expect(dueStep([], proposed, after(22))).toEqual({ step: 2, kind: 'call' });
	expect(dueStep([], { ...proposed, wantsCall: true }, after(20))).toEqual({ step: 2, kind: 'call' });
});

test('that no talk is needed can be said where the round allows it, and never of a start talk', () => {
	const open = was('call', 10);
	expect(call(open, { kind: 'start', noneNeeded: true }, 'none-needed')).toEqual(no('talk-needed'));
	expect(call(open, { kind: 'report-card', noneNeeded: false }, 'none-needed')).toEqual(no('talk-needed'));
	expect(call(open, { kind: 'report-card', noneNeeded: true }, 'none-needed')).toEqual(ok('none-needed'));
	expect(outcomesIn({ kind: 'start', noneNeeded: false })).toEqual(['spoken', 'not-reached', 'will-choose']);
});

test('a call that was made is not made again, and a letter is not a call', () => {
	expect(call(called(10), { kind: 'start', noneNeeded: false }, 'spoken')).toEqual(no('wrong-state'));
	expect(call(was('letter', 4), { kind: 'start', noneNeeded: false }, 'spoken')).toEqual(no('wrong-state'));
});
