import type { Member } from '#modules/people/circle.ts';
import type { HouseholdId } from '#platform/ids.ts';

/** Guardians of the circle answer for their own home, unless a judge keeps them from the child's talks. */
export function mayAnswer(reader: Member) {
	return reader.role === 'guardian' && !reader.outsideTalks;
}

/** Staff of the circle types in what a home says on paper or by phone. */
export function mayAnswerFor(reader: Member) {
	return reader.role === 'staff';
}

/** What a home says is its own and of the child's staff; no business of the other home. */
export function mayReadWish(household: HouseholdId, reader: Member) {
	return reader.role === 'staff' || (mayAnswer(reader) && reader.household === household);
}

/** Staff of the circle says with which teachers a family would best talk. */
export function maySuggest(reader: Member) {
	return reader.role === 'staff';
}
