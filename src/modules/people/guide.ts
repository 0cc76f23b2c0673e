import type { Task } from '#platform/ctx.ts';
import type { PersonId } from '#platform/ids.ts';

/** As what somebody stands on the card, unless school says otherwise for this child. */
export const sources = ['teacher', 'support', 'other', 'office'] as const;
export type Source = (typeof sources)[number];

/** What one can go to somebody for, how to reach them, and whether the card names them. Empty words: the usual ones. */
export type Sentence = { forWhat: string; how: string; shown: boolean };

/** Somebody whom a family can go to. */
export type Guide = {
	person: PersonId;
	name: string;
	initials: string;
	email: string | null;
	source: Source;
} & Sentence;

export type Candidate = {
	person: PersonId;
	name: string;
	givenName: string;
	surname: string;
	email: string | null;
	tasks: readonly Task[];
	/** Teaches the group of the child, and not only tied to it by name. */
	teaches: boolean;
};

export function sourceOf({ teaches, tasks }: Pick<Candidate, 'teaches' | 'tasks'>): Source {
	if (teaches) return 'teacher';
	if (tasks.includes('support')) return 'support';
	return tasks.includes('office') ? 'office' : 'other';
}

const unsaid: Sentence = { forWhat: '', how: '', shown: true };

/**
 * The card: who is around this child, then the office. What school says of everybody of a kind holds, except where something
 * was said for this child.
 */
export function cardOf(
	candidates: readonly Candidate[],
	ofSchool: ReadonlyMap<Source, Sentence>,
	ofChild: ReadonlyMap<PersonId, Sentence>
): Guide[] {
	const guides = candidates.map(({ person, name, givenName, surname, email, tasks, teaches }) => {
		const source = sourceOf({ teaches, tasks });
		const initials = `${givenName.charAt(0)}${surname.charAt(0)}`.toLocaleUpperCase('nl');
		const usual = ofSchool.get(source) ?? unsaid;
		const own = ofChild.get(person);
		const words = own ? { forWhat: own.forWhat || usual.forWhat, how: own.how || usual.how, shown: own.shown } : usual;
		return { person, name, initials, email, source, ...words };
	});
	return guides.toSorted((a, b) => sources.indexOf(a.source) - sources.indexOf(b.source));
}
