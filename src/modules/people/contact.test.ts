import { expect, test } from 'vitest';
import { carla, noor, samira, samirasHome, therapist, youssef, youssefsHome } from '#seeds/cast.ts';
import type { Member } from './circle.ts';
import { maySeeContact } from './contact.access.ts';

const member = ({ id, role }: typeof samira, household: Member['household'] = null): Member => ({
	...{ person: id, role, household, name: '', language: 'nl', authority: null }
});
const inSamirasHome = member(samira, samirasHome);
const inYoussefsHome = member(youssef, youssefsHome);

test.each([
	['a parent, their own', inSamirasHome, inSamirasHome, true],
	['a parent, those of who lives with them', inSamirasHome, { ...inYoussefsHome, household: samirasHome }, true],
	['a parent, those of the other home', inSamirasHome, inYoussefsHome, false],
	['the other parent, those of the first home', inYoussefsHome, inSamirasHome, false],
	['a parent without a home here, those of one without', member(samira), member(youssef), false],
	['school, those of both homes', member(carla), inYoussefsHome, true],
	['the child itself', member(noor), inSamirasHome, false],
	['a professional from outside', member(therapist), inSamirasHome, false]
])('addresses and numbers for %s: %#', (_who, reader, guardian, seen) => {
	expect(maySeeContact(reader, guardian)).toBe(seen);
});
