import { isAged } from '#modules/people/age.ts';
import { consentersOf } from '#modules/people/authority.ts';
import { memberOf, type Circle, type Member } from '#modules/people/circle.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { homesThatGave, standingOf, type Consent, type Seat } from './consent.ts';

/** From this age a child is heard before its parents answer (handbook §6). */
export const heardFrom = 12;

type Answered = Pick<Consent, 'steps'>;

/** Who has still to answer: the pupil itself, homes that can, or guardians of whom school must first look into authority. */
export function waitingOf(consent: Answered, circle: Circle, today: Day) {
	const consenters = consentersOf(circle, today);
	if (consenters.by === 'pupil') return { pupil: true, homes: [], unknown: [] };
	const gave = homesThatGave(consent);
	const homes = consenters.homes.filter(({ household }) => !gave.includes(household));
	return { pupil: false, homes, unknown: consenters.waitsFor };
}

/** Who can say yes or no today and has not: the pupil itself, or whoever has authority in a home that did not answer. */
export function answerersOf(consent: Consent, circle: Circle, today: Day): PersonId[] {
	if (standingOf(consent, today) !== 'asked') return [];
	const { pupil, homes } = waitingOf(consent, circle, today);
	return pupil ? [circle.pupil] : homes.flatMap(({ guardians }) => guardians);
}

/** From where this person may make a move; see the table in consent.ts. Whoever has no seat may still read. */
export function seatsOf(consent: Answered, circle: Circle, person: PersonId, today: Day): Seat[] {
	const member = memberOf(circle, person);
	if (!member) return [];
	if (member.role === 'staff') return ['school'];
	const consenters = consentersOf(circle, today);
	if (consenters.by === 'pupil') return person === circle.pupil ? ['last', 'decider'] : [];
	const mine = consenters.homes.find(({ guardians }) => guardians.includes(person));
	if (!mine) return person === circle.pupil && isAged(heardFrom, circle.birthDate, today) ? ['heard'] : [];
	const { homes, unknown } = waitingOf(consent, circle, today);
	if (homesThatGave(consent).includes(mine.household)) return ['answered'];
	const others = homes.filter(({ household }) => household !== mine.household);
	return others.length || unknown.length ? ['decider'] : ['last', 'decider'];
}

/** Who came in from outside sees nothing of what was asked about others, nor of what the family answered. */
export function maySeeConsents({ role }: Pick<Member, 'role'>): boolean {
	return role === 'guardian' || role === 'pupil' || role === 'staff';
}

/** Which home answered what is between adults: before it decides itself, the child reads only what came of it (P13). */
export function maySeeAnswers(reader: Member, circle: Circle, today: Day): boolean {
	return reader.role !== 'pupil' || consentersOf(circle, today).by === 'pupil';
}
