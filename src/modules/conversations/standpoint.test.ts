import { expect, test } from 'vitest';
import { anke, carla, noor, samira, therapist } from '#seeds/cast.ts';
import type { Day } from '#platform/time.ts';
import { standpointOf } from './standpoint.ts';

const talk = { chair: anke.id, pupil: noor.id };
const primary = { secondary: false, birthDate: '2017-03-02' as Day, today: '2026-09-22' as Day };
const secondary = { ...primary, secondary: true };
const of = ({ id, role }: typeof anke, teaches?: true) => ({ person: id, role, ...(teaches && { teaches }) });

test.each([
	['a guardian', of(samira), primary, 'guardian'],
	['who is let into the child’s life', { person: samira.id, role: 'other' as const }, primary, 'guardian'],
	['the teacher who leads the talk', of(anke, true), primary, 'teacher'],
	['a colleague who shares the class', of(carla, true), primary, 'teacher'],
	['who teaches a subject at a secondary school', of(carla, true), secondary, 'lesson'],
	['the mentor, who leads the talk there', of(anke, true), secondary, 'teacher'],
	['the support coordinator', of(carla), primary, 'professional'],
	['a professional from outside', of(therapist), primary, 'professional'],
	['a child of nine', of(noor), primary, 'pupil'],
	['the same child on its twelfth birthday', of(noor), { ...primary, today: '2029-03-02' as Day }, 'teen'],
	['the day before', of(noor), { ...primary, today: '2029-03-01' as Day }, 'pupil']
] as const)('%s', (_, reader, where, standpoint) => {
	expect(standpointOf(talk, reader, where)).toBe(standpoint);
});
