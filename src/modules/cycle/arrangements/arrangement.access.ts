import { readerOf, type Circle, type Member } from '#modules/people/circle.ts';
import { answersForItself, onlyReads } from '#modules/people/say.ts';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import { missing, offererOf, type Arrangement, type Draft, type Seat } from './arrangement.ts';
import { partiesOf, partyOf } from './party.ts';

/**
 * The pupil, the homes and school read how they keep in touch; a home reads its own and the one together, not the other
 * home's. Who comes from outside, and whom a judge keeps from the child's talks, finds none.
 */
export function maySee({ home }: Pick<Arrangement | Draft, 'home'>, reader: Member): boolean {
	if (reader.outsideTalks || reader.role === 'professional' || reader.role === 'other') return false;
	return reader.role !== 'guardian' || home === null || reader.household === home;
}

/** `apart`: the homes of this child that have an arrangement of their own. */
export function seatsOf(
	arrangement: Arrangement | Draft,
	circle: Circle,
	person: PersonId,
	apart: readonly HouseholdId[]
): Seat[] {
	const member = circle.members.find((one) => one.person === person);
	if (!member || onlyReads(circle, person) || !maySee(arrangement, member)) return [];
	if (member.role === 'pupil') return answersForItself(circle.say) ? ['child'] : [];
	const party = partyOf(member);
	const parties = partiesOf(arrangement.home, circle, apart);
	if (!party || !parties.includes(party)) return [];
	const asked = missing(arrangement, parties).includes(party);
	const offering = offererOf(arrangement)?.party === party;
	return ['side', ...(asked ? (['asked'] as const) : []), ...(offering ? (['offering'] as const) : [])];
}

/** A home asks for its own where there is more than one. */
export function mayPart(circle: Circle, member: Member): boolean {
	return member.role === 'guardian' && !!member.household && partiesOf(null, circle).length > 2;
}

/** Either side says that a contact moment has been; the pupil too, as soon as it answers for itself. */
export function mayNote(arrangement: Pick<Arrangement, 'home'>, circle: Circle, member: Member): boolean {
	if (!maySee(arrangement, member)) return false;
	return member.role !== 'pupil' || answersForItself(circle.say);
}

/** Arrangements of a child exist for this reader, whichever they are. */
export function mayFind(circle: Circle, person: PersonId): boolean {
	const reader = readerOf(circle, person);
	return !!reader && maySee({ home: null }, reader);
}
