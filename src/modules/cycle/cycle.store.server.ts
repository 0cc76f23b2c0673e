import type { ColumnType } from 'kysely';
import type { BookingId, ConversationId, GroupId, HouseholdId, PersonId, RoundId, SchoolId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { BookingState, VisitId } from './booking.ts';
import type { AgreedPlace, BlockId, LocationId, Place } from './offer.ts';
import type { RoundKind, RoundMode, RoundState } from './round.ts';

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** The rows of this room, for its stores. */
export type Tables = {
	'cycle.round': {
		school_id: SchoolId;
		id: RoundId;
		kind: RoundKind;
		mode: RoundMode;
		state: RoundState;
		first_day: Day;
		last_day: Day;
		minutes: number;
		notice_hours: number;
		invitation: string;
		per_teacher: boolean;
		none_needed: boolean;
		first_until: Optional<Day>;
		remind_after: number[];
		made_by: PersonId;
		opened_at: Optional<Date>;
	};
	'cycle.round_group': { school_id: SchoolId; round_id: RoundId; group_id: GroupId; minutes: Optional<number> };
	'cycle.location': { school_id: SchoolId; id: LocationId; key: string; name: string };
	'cycle.block': {
		school_id: SchoolId;
		id: BlockId;
		round_id: RoundId;
		teacher_id: PersonId;
		starts_at: Date;
		ends_at: Date;
		location_id: Optional<LocationId>;
		places: Place[];
	};
	'cycle.own_talk': {
		school_id: SchoolId;
		round_id: RoundId;
		pupil_id: PersonId;
		asked_by: PersonId;
		asked_at: Date;
	};
	'cycle.booking': {
		school_id: SchoolId;
		id: BookingId;
		round_id: RoundId;
		pupil_id: PersonId;
		teacher_id: PersonId;
		guardian_id: PersonId;
		household_id: Optional<HouseholdId>;
		block_id: Optional<BlockId>;
		location_id: Optional<LocationId>;
		place: AgreedPlace;
		starts_at: Date;
		ends_at: Date;
		sequence: number;
		state: BookingState;
		attended: Optional<boolean>;
		school_side: ColumnType<boolean, boolean | undefined, boolean>;
		conversation_id: ConversationId;
		visit_id: Optional<VisitId>;
	};
	'cycle.invitation': { school_id: SchoolId; code_hash: string; round_id: RoundId; person_id: PersonId };
};
