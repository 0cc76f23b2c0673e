import { expect, test } from 'vitest';
import { anke, samira } from '#seeds/cast.ts';
import { canAnswer, canGive, topics, topicsFor, waitsFor, type Tip } from './tip.ts';

const tip = (topic: Tip['topic'], person = anke.id): Tip => ({ topic, person, answers: [] as Tip['answers'] }) as Tip;

test.each([
	['school', 'seating', false],
	['school', 'bedtime', true],
	['home', 'bedtime', false],
	['home', 'seating', true],
	['child', 'bedtime', true],
	['child', 'seating', true],
	['other', 'screens', true]
] as const)('%s may think along on %s: %s', (voice, topic, may) => {
	expect(canGive(voice, topic).ok).toBe(may);
	expect(topicsFor(voice).includes(topic)).toBe(may);
});

test.each([
	['home', 'bedtime', 'use', '', 'ok'],
	['home', 'bedtime', 'not', '', 'ok'],
	['home', 'bedtime', 'not', 'Dat past niet', 'ok'],
	['home', 'seating', 'use', '', 'not-yours'],
	['school', 'seating', 'use', '', 'ok'],
	['school', 'seating', 'not', '', 'reason-missing'],
	['school', 'seating', 'not', 'Het bord is daar slecht te zien', 'ok'],
	['school', 'bedtime', 'not', 'x', 'not-yours'],
	['child', 'seating', 'use', '', 'not-yours'],
	['other', 'bedtime', 'use', '', 'not-yours']
] as const)('%s answers a tip on %s with %s, reason “%s”: %s', (voice, topic, answer, reason, expected) => {
	const said = canAnswer(voice, tip(topic, 'giver' as never), { answer, reason, by: samira.id });
	expect(said.ok ? 'ok' : said.reason).toBe(expected);
});

test('nobody answers a tip of their own', () => {
	const own = canAnswer('home', tip('bedtime', samira.id), { answer: 'use', reason: '', by: samira.id });
	expect(own).toEqual({ ok: false, reason: 'not-yours' });
});

test('it waits for each who decides there, until they answered', () => {
	const asked = tip('bedtime');
	expect(waitsFor('home', asked, samira.id)).toBe(true);
	expect(waitsFor('school', asked, anke.id)).toBe(false);
	asked.answers.push({ person: samira.id, bySchool: false, answer: 'use', reason: '', answeredAt: new Date(0) });
	expect(waitsFor('home', asked, samira.id)).toBe(false);
});

test('who decides on what is divided once: each topic has one domain', () => {
	expect(Object.keys(topics)).toHaveLength(13);
	expect([...topicsFor('home'), ...topicsFor('school')].toSorted()).toEqual(Object.keys(topics).toSorted());
});
