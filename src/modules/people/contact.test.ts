import { expect, test } from 'vitest';
import { anke, carla, noor, samira, samirasHome, therapist, youssef, youssefsHome } from '#seeds/cast.ts';
import type { Member } from './circle.ts';
import { maySeeContact } from './contact.access.ts';

const member = ({ id, role }: typeof samira, household: Member['household'] = null): Member => ({
	...{ person: id, role, household, name: '', language: 'nl', authority: null }
});
const inSamirasHome = member(samira, samirasHome);
const inYoussefsHome = member(youssef, youssefsHome);
const teacher: Member = { ...member(anke), teaches: true };

test.each([
	['a parent, their own', inSamirasHome, inSamirasHome, true],
	['a parent, those of who lives with them', inSamirasHome, { ...inYoussefsHome, household: samirasHome }, true],
	['a parent, those of the other home', inSamirasHome, inYoussefsHome, false],
	['the other parent, those of the first home', inYoussefsHome, inSamirasHome, false],
	['a parent without a home here, those of one without', member(samira), member(youssef), false],
	['school, those of both homes', member(carla), inYoussefsHome, true],
	['the child itself', member(noor), inSamirasHome, false],
	['a professional from outside', member(therapist), inSamirasHome, false],
	['the teacher, what is secret', teacher, { ...inYoussefsHome, secretFor: 'office' }, false],
	['the teacher, what is secret and she needs', teacher, { ...inYoussefsHome, secretFor: 'teachers' }, true],
	['other staff, what the teacher needs', member(carla), { ...inYoussefsHome, secretFor: 'teachers' }, false],
	['a parent, their own though secret', inYoussefsHome, { ...inYoussefsHome, secretFor: 'office' }, true]
] as const)('addresses and numbers for %s: %#', (_who, reader, guardian, seen) => {
	expect(maySeeContact(reader, guardian)).toBe(seen);
});
