import type { PersonId } from '#platform/ids.ts';
import type {
	EnrolmentRow,
	GuardianshipRow,
	PersonRow,
	PupilRow,
	SchoolRows,
	StaffRow,
	TeachingRow
} from './present.ts';

/** The rows that are here, found by what they are about: a large school has thousands, and each is asked for each. */
export type PresentIndex = {
	person: ReadonlyMap<PersonId, PersonRow>;
	pupil: ReadonlyMap<PersonId, PupilRow>;
	member: ReadonlyMap<PersonId, StaffRow>;
	enrolments: (pupil: PersonId) => readonly EnrolmentRow[];
	teachings: (member: PersonId) => readonly TeachingRow[];
	guardianships: (pupil: PersonId) => readonly GuardianshipRow[];
};

export function indexOf(present: SchoolRows): PresentIndex {
	return {
		person: byId(present.persons),
		pupil: byId(present.pupils),
		member: byId(present.staff),
		enrolments: grouped(present.enrolments, ({ pupil_id }) => pupil_id),
		teachings: grouped(present.teachings, ({ staff_id }) => staff_id),
		guardianships: grouped(present.guardianships, ({ pupil_id }) => pupil_id)
	};
}

function byId<Row extends { id: PersonId }>(rows: readonly Row[]) {
	return new Map(rows.map((row) => [row.id, row]));
}

function grouped<Row>(rows: readonly Row[], of: (row: Row) => PersonId) {
	const groups = Map.groupBy(rows, of);
	return (id: PersonId): readonly Row[] => groups.get(id) ?? [];
}
