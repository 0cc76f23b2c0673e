import { expect, test } from 'vitest';
import type { Circle, Member } from '#modules/people/circle.ts';
import type { Day } from '#platform/time.ts';
import { anke, carla, noor, samira, samirasHome, stranger, youssef, youssefsHome } from '#seeds/cast.ts';
import { answerersOf, isYoungChild, maySee, ownerIsReached, seatsOf } from './agreement.access.ts';

const member = ({ id, role }: typeof samira, household: Member['household'] = null): Member => ({
	person: id,
	role,
	name: id,
	language: 'nl',
	household,
	authority: role === 'guardian' ? 'yes' : null
});
const oma = { ...samira, id: 'oma' as typeof samira.id };
const circle: Circle = {
	pupil: noor.id,
	callName: 'Noor',
	birthDate: '2017-03-14' as Day,
	say: 1,
	group: null,
	members: [
		member(noor),
		member(samira, samirasHome),
		member(oma, samirasHome),
		member(youssef, youssefsHome),
		member(anke)
	]
};
const today = '2026-09-22' as Day;
const atSamiras = { owner: { household: samirasHome }, proposer: anke.id, audience: 'circle' } as const;
const ofNoor = { owner: { person: noor.id }, proposer: anke.id, audience: 'circle' } as const;
const answerers = (owner: Parameters<typeof answerersOf>[0], around = circle) =>
	answerersOf(owner, around, today).map(({ person }) => person);

test('of a home any guardian who lives there answers, and not the parent who lives elsewhere', () => {
	expect(answerers(atSamiras)).toEqual([samira.id, oma.id]);
	expect(seatsOf(atSamiras, circle, youssef.id, today)).toEqual(['other', 'partner']);
});

test('for a young child its guardians answer, at both homes', () => {
	expect(answerers(ofNoor)).toEqual([samira.id, oma.id, youssef.id]);
});

test('from twelve on, with own access, a pupil answers alone', () => {
	const older = { ...circle, birthDate: '2014-09-22' as Day, say: 3 as const };
	expect(answerers(ofNoor, older)).toEqual([noor.id]);
	expect(isYoungChild(noor.id, { ...older, birthDate: '2014-09-23' as Day }, today)).toBe(true);
	expect(isYoungChild(noor.id, { ...older, say: 2 }, today)).toBe(true);
});

test('who has seats is the circle: owner, proposer and partners; a stranger or a colleague has none', () => {
	expect(seatsOf(atSamiras, circle, samira.id, today)).toEqual(['owner', 'partner']);
	expect(seatsOf(atSamiras, circle, anke.id, today)).toEqual(['other', 'proposer', 'partner']);
	for (const outsider of [stranger, carla]) expect(seatsOf(atSamiras, circle, outsider.id, today)).toEqual([]);
});

test('what is for adults is not there for the pupil', () => {
	const forAdults = { ...atSamiras, audience: 'adults' } as const;
	expect(maySee(forAdults, circle, noor.id)).toBe(false);
	expect(maySee(forAdults, circle, youssef.id)).toBe(true);
	expect(maySee(atSamiras, circle, noor.id)).toBe(true);
});

test('nobody is asked for what they cannot read, and nobody outside the circle is asked', () => {
	expect(ownerIsReached({ ...ofNoor, audience: 'adults' }, circle)).toBe('hidden');
	expect(ownerIsReached({ ...ofNoor, owner: { person: stranger.id } }, circle)).toBe('unknown');
	expect(ownerIsReached({ ...ofNoor, owner: { person: anke.id } }, circle)).toBe('yes');
});
