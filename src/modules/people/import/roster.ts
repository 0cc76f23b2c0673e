import type { Day } from '#platform/time.ts';
import type { Authority } from '#modules/people/circle.ts';
import type { Relation } from '#modules/people/guardian.ts';

/** Where something stands in a file that a school gave us. */
export type RosterPlace = { file: string; line: number };

export type RosterGroup = RosterPlace & { key: string; name: string; yearGroup: string | null };

export type RosterName = {
	initials: string | null;
	givenName: string;
	prefix: string | null;
	surname: string;
	email: string | null;
};

export type RosterPupil = RosterPlace &
	RosterName & {
		key: string;
		birthDate: Day | null;
		yearGroup: string | null;
		/** The key of *the* group of this pupil (docs/decisions: import). */
		group: string | null;
		leftOn: Day | null;
	};

export type RosterStaff = RosterPlace &
	RosterName & { key: string; roles: string[]; groups: { key: string; roles: string[] }[] };

export type RosterGuardian = RosterPlace &
	RosterName & {
		/** The administration's, where it has one for parents. */
		key: string | null;
		pupil: string;
		number: number;
		relation: Relation;
		authority: Authority;
		informed: boolean;
		mobile: string | null;
		/** Equal labels of one pupil are one home. */
		home: string;
		/** Instead of by a label: in a home of their own; or nobody knows, and then as it is here, or else so too. */
		lives?: 'own' | 'not-known';
		language: string | null;
		interpreter: boolean;
	};

/** What a school's files say, whatever their format: plain, checked row by row, not yet compared with what is here. */
export type Roster = {
	formats: string[];
	brin: string | null;
	schoolYear: string | null;
	/** Did a file say who is in which group? Then who is not in it has left. */
	administration: boolean;
	groups: RosterGroup[];
	pupils: RosterPupil[];
	staff: RosterStaff[];
	guardians: RosterGuardian[];
	/** Keys of guardians whom the file itself calls gone. */
	gone?: string[];
	rejected: RejectedRow[];
	warnings: ImportWarning[];
};

export function emptyRoster(administration: boolean): Roster {
	return {
		formats: [],
		brin: null,
		schoolYear: null,
		administration,
		groups: [],
		pupils: [],
		staff: [],
		guardians: [],
		rejected: [],
		warnings: []
	};
}

/** `person`: the row doesn't say of what kind. */
export type RosterNoun = 'group' | 'pupil' | 'staff' | 'guardian' | 'person' | 'enrolment';

/** A row that is left out. `spares`: whom it may have been about, so that nobody leaves because of a slip of the pen. */
export type RejectedRow = RosterPlace & {
	noun: RosterNoun;
	/** The administration's key; of a guardian, the pupil's. */
	key: string;
	reason: RejectReason;
	about: string;
	spares?: string;
};

export type RejectReason =
	| 'missing-key'
	| 'duplicate-key'
	| 'duplicate-person'
	| 'unknown-group'
	| 'unknown-pupil'
	| 'unknown-person'
	| 'impossible-date'
	| 'missing-name'
	| 'dummy-key'
	| 'wrong-number'
	| 'wrong-relation'
	| 'wrong-authority'
	| 'wrong-yes-no'
	| 'wrong-email'
	| 'wrong-width'
	| 'same-email';

export type WarningKind =
	| 'unknown-school-year'
	| 'unclear-school-year'
	| 'other-school-year'
	| 'unknown-version'
	| 'no-group'
	| 'no-teaching'
	| 'proposed-tasks'
	| 'granted-tasks'
	| 'no-office'
	| 'office-kept'
	| 'reader-kept'
	| 'authority-kept'
	| 'correction-missing'
	| 'names-differ'
	| 'left-pupils'
	| 'pupils-without-guardians'
	| 'many-ended'
	| 'unclear-own-group'
	| 'other-roles'
	| 'unknown-authority'
	| 'homes-not-known';

export type ImportWarning = { warning: WarningKind; about: Record<string, string> };

/** Why nothing of a file can be read. */
export type UnreadableReason =
	| 'not-found'
	| 'empty'
	| 'too-large'
	| 'wrong-encoding'
	| 'unknown-encoding'
	| 'doctype'
	| 'broken-xml'
	| 'not-edex'
	| 'missing-columns'
	| 'broken-csv'
	| 'too-many-rejected'
	| 'unknown-format'
	| 'too-many-files'
	| 'broken-zip'
	| 'locked-zip'
	| 'missing-lists'
	| 'only-changes'
	| 'two-schools'
	| 'other-school'
	| 'same-kind-twice';

export type UnreadableFile = { ok: false; reason: UnreadableReason; file: string; line: number | null; about: string };
export type Reading<T> = { ok: true; value: T } | UnreadableFile;

export function unreadable(
	reason: UnreadableReason,
	file: string,
	line: number | null = null,
	about = ''
): UnreadableFile {
	return { ok: false, reason, file, line, about };
}

export const mostRejected = 1000;

/**
 * One roster from the files of one school: at most one administration and one list of guardians. Of the pupils that the
 * list names its word goes before the administration's.
 */
export function joinRosters(rosters: readonly Roster[], files: readonly string[]): Reading<Roster> {
	const last = files.at(-1)!;
	if (new Set(rosters.map(({ brin }) => brin).filter(Boolean)).size > 1) return unreadable('two-schools', last);
	if (new Set(rosters.map(({ administration }) => administration)).size < rosters.length) {
		return unreadable('same-kind-twice', last);
	}
	const listed = new Set(
		rosters
			.filter((one) => !one.administration)
			.flatMap(({ guardians }) => guardians)
			.map(pupilOf)
	);
	const outranked = rosters.map((one) =>
		one.administration ? { ...one, guardians: one.guardians.filter((row) => !listed.has(row.pupil)) } : one
	);
	return {
		ok: true,
		value: outranked.slice(1).reduce(
			(whole, part) => ({
				formats: [...whole.formats, ...part.formats],
				brin: whole.brin ?? part.brin,
				schoolYear: whole.schoolYear ?? part.schoolYear,
				administration: whole.administration || part.administration,
				groups: [...whole.groups, ...part.groups],
				pupils: [...whole.pupils, ...part.pupils],
				staff: [...whole.staff, ...part.staff],
				guardians: [...whole.guardians, ...part.guardians],
				gone: [...(whole.gone ?? []), ...(part.gone ?? [])],
				rejected: [...whole.rejected, ...part.rejected],
				warnings: [...whole.warnings, ...part.warnings]
			}),
			outranked[0]!
		)
	};
}

function pupilOf({ pupil }: RosterGuardian) {
	return pupil;
}

/** A dummy key: the administration made it up for this file, so it says nothing about who it is (manual EDEXML 2.1, p. 5). */
export function isDummy(key: string) {
	return key.startsWith('#');
}

/** Same name, same day of birth: how a person is known again without a key. */
export function signOf({ givenName, surname, birthDate }: Pick<RosterPupil, 'givenName' | 'surname' | 'birthDate'>) {
	return [givenName, surname, birthDate ?? ''].join('|').toLowerCase();
}
