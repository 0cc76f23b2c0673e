import { asId, type PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { isLength, wholeNumber } from './round.input.ts';

/** What the form says of one child in a round. */
export type Part = {
	pupil: PersonId;
	takesPart: boolean;
	minutes: number | null;
	first: boolean;
	third: PersonId | null;
};

export function fieldsOf(pupil: PersonId) {
	return { takesPart: `in-${pupil}`, minutes: `minutes-${pupil}`, first: `first-${pupil}`, third: `third-${pupil}` };
}

/** The children of a group as the form has them; a fault by the field of a length that is none. */
export function parseParts(
	form: FormData,
	pupils: readonly PersonId[]
): Outcome<Part[], 'faults'> & { faults?: Record<string, 'minutes-wrong'> } {
	const faults: Record<string, 'minutes-wrong'> = {};
	const parts = pupils.map((pupil): Part => {
		const fields = fieldsOf(pupil);
		const typed = String(form.get(fields.minutes) ?? '').trim();
		const minutes = wholeNumber(typed);
		if (typed && !isLength(minutes)) faults[fields.minutes] = 'minutes-wrong';
		return {
			pupil,
			takesPart: form.has(fields.takesPart),
			minutes: typed && minutes ? minutes : null,
			first: form.has(fields.first),
			third: asId<PersonId>(form.get(fields.third)) ?? null
		};
	});
	return Object.keys(faults).length ? { ...no('faults'), faults } : ok(parts);
}
