import type { Ctx } from '#platform/ctx.ts';
import type { GroupId, HouseholdId, SchoolId } from '#platform/ids.ts';

/** The one cast: tests, seeds, stories and the demo all play with these people (house.md §8). Everybody is invented. */
const id = <Id extends string>(kind: string, number: number) =>
	`00000000-0000-4000-8${kind}-${String(number).padStart(12, '0')}` as Id;

export const deLinde = id<SchoolId>('000', 1);
export const deEik = id<SchoolId>('000', 2);

type Who = Ctx['person'];
const staff = (number: number, ...tasks: Ctx['person']['tasks']): Who => ({
	id: id('0a0', number),
	role: 'staff',
	tasks
});
const guardian = (number: number): Who => ({ id: id('0b0', number), role: 'guardian', tasks: [] });
const pupil = (number: number): Who => ({ id: id('0c0', number), role: 'pupil', tasks: [] });

/** De Linde, primary: juf Anke has group 5, meester Bram group 3. */
export const anke = staff(1, 'teacher');
export const bram = staff(2, 'teacher');
export const carla = staff(3, 'support');
export const yvonne = staff(4, 'office');
export const joris = staff(5, 'leadership');
/** Samira and Youssef live apart; Noor (9) and Sem (6) are their children. */
export const samira = guardian(1);
export const youssef = guardian(2);
export const noor = pupil(1);
export const sem = pupil(2);
/** Huda reads Arabic; Adam (9) is her son, in group 5. */
export const huda = guardian(3);
export const adam = pupil(3);
/** Wim has no e-mail; Fleur (9) is his daughter, in group 5. */
export const wim = guardian(4);
export const fleur = pupil(4);
/** Yara (12) in group 8 signs in herself; Leyla is her mother. */
export const leyla = guardian(5);
export const yara = pupil(5);
/** A parent of another child, Mees in group 3: a stranger to Samira, Huda, Wim and Leyla. */
export const stranger = guardian(6);
export const mees = pupil(6);
/** A speech therapist from outside, tied to Sem. */
export const therapist: Who = { id: id('0d0', 1), role: 'professional', tasks: [] };

/** De Eik, secondary. */
export const milan = pupil(11);
export const milansMother = guardian(11);
export const mentor = staff(11, 'teacher');
export const deEiksOffice = staff(12, 'office');

export const group3 = id<GroupId>('0e0', 3);
export const group5 = id<GroupId>('0e0', 5);
export const group8 = id<GroupId>('0e0', 8);
export const samirasHome = id<HouseholdId>('0f0', 1);
export const youssefsHome = id<HouseholdId>('0f0', 2);

/** Tuesday 22 September 2026, a quarter past nine in the morning: the middle of the start talks. */
export const autumn = new Date('2026-09-22T07:15:00Z');

export function as(person: Who, school = deLinde, now = autumn): Ctx {
	return { school, person, now, language: 'nl' };
}
