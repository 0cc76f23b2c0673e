import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { BookingId, ConversationId, PersonId, RoundId } from '#platform/ids.ts';
import type { TimeChoice } from './booking.input.ts';
import type { Booking, VisitId } from './booking.ts';
import type { Tables } from './cycle.store.server.ts';
import type { Block, LocationId } from './offer.ts';
import { keptSpans, refuseKept } from './kept.store.server.ts';
import type { Participant } from './participant.ts';
import type { Round } from './round.ts';
import { roundColumns } from './round.store.server.ts';
import type { OccupiedSpan } from './times.ts';

/**
/**
 * What a choice is judged by, in one look: the round, the block, whether its teacher sits in a talk by now, what is settled
 * for this child, whether its homes each have their own talk, and which times were given up before, oldest first.
 */
export type Chosen = {
	round: Round;
	block: Block;
	isTaken: boolean;
	settled: Participant | undefined;
	ownTalks: boolean;
	givenUp: GivenUp[];
};
export type GivenUp = Pick<Booking, 'household' | 'conversation'>;

export async function findChosen(
	db: Db,
	ctx: Ctx,
	round: RoundId,
	{ block, startsAt }: Pick<TimeChoice, 'block' | 'startsAt'>,
	pupil: PersonId
): Promise<Chosen | undefined> {
	const { rows } = await sql<
		Round & {
			block: Omit<Block, 'startsAt' | 'endsAt'>;
			from: Date;
			to: Date;
			settled: Participant | null;
			isTaken: boolean;
			own: boolean;
			givenUp: GivenUp[];
		}
	>`
		select ${roundColumns},
		       json_build_object('id', b.id, 'teacher', b.teacher_id, 'places', b.places,
		         'location', case when l.id is null then null else json_build_object('id', l.id, 'name', l.name) end) as block,
		       b.starts_at as "from", b.ends_at as "to",
		       (select json_build_object('pupil', p.pupil_id, 'because', p.because, 'priority', p.priority,
		               'minutes', p.minutes, 'first', p.invited_first, 'third', p.third_id)
		          from cycle.participant p
		         where p.school_id = r.school_id and p.round_id = r.id and p.pupil_id = ${pupil}) as settled,
		       exists (select 1 from conversations.participant p
		                where p.school_id = r.school_id and p.person_id = b.teacher_id
		                  and p.during && tstzrange(${startsAt}, ${startsAt}::timestamptz + r.minutes * interval '1 minute')) as "isTaken",
		       exists (select 1 from cycle.own_talk o
		                where o.school_id = r.school_id and o.round_id = r.id and o.pupil_id = ${pupil}) as own,
		       coalesce((select json_agg(json_build_object('household', g.household_id, 'conversation', g.conversation_id) order by g.id)
		                   from cycle.booking g where g.school_id = r.school_id and g.round_id = r.id
		                    and g.pupil_id = ${pupil} and g.state = 'cancelled'), '[]') as "givenUp"
		  from cycle.round r
		  join cycle.block b on b.school_id = r.school_id and b.round_id = r.id
		  left join cycle.location l on l.school_id = b.school_id and l.id = b.location_id
		 where r.school_id = ${ctx.school} and r.id = ${round} and b.id = ${block}`.execute(db);
	const row = rows[0];
	if (!row) return undefined;
	const { block: found, from, to, isTaken, settled, own, givenUp: before, ...rest } = row;
	const offered = { ...found, startsAt: from, endsAt: to };
	return { round: rest, block: offered, isTaken, settled: settled ?? undefined, ownTalks: own, givenUp: before };
}

/** `visit`: with which other talks of the family it was chosen, to come once for all. */
export async function add(db: Db, ctx: Ctx, booking: Booking, visit: VisitId | null = null) {
	await db
		.withTables<Tables>()
		.insertInto('cycle.booking')
		.values({
			school_id: ctx.school,
			id: booking.id,
			round_id: booking.round,
			pupil_id: booking.pupil,
			guardian_id: booking.guardian,
			household_id: booking.household,
			conversation_id: booking.conversation,
			visit_id: visit,
			...asRow(booking)
		})
		.execute();
	await refuseKept(db, ctx, booking);
}

export async function save(db: Db, ctx: Ctx, booking: Booking) {
	await db
		.withTables<Tables>()
		.updateTable('cycle.booking')
		.set(asRow(booking))
		.where('school_id', '=', ctx.school)
		.where('id', '=', booking.id)
		.execute();
	await refuseKept(db, ctx, booking);
}

function asRow({ teacher, block, location, place, startsAt, endsAt, sequence, state }: Booking) {
	return {
		teacher_id: teacher,
		block_id: block,
		location_id: location?.id ?? null,
		place,
		starts_at: startsAt,
		ends_at: endsAt,
		sequence,
		state
	};
}

const columns = sql`
	b.id, b.round_id as round, b.pupil_id as pupil, b.teacher_id as teacher, b.guardian_id as guardian,
	b.household_id as household, b.block_id as block, b.place, b.starts_at as "startsAt", b.ends_at as "endsAt",
	b.sequence, b.state, b.conversation_id as conversation,
	case when l.id is null then null else json_build_object('id', l.id, 'name', l.name) end as location`;

export async function find(db: Db, ctx: Ctx, id: BookingId): Promise<Booking | undefined> {
	return findWhere(db, ctx, id, sql``);
}

/** The booking, held against others who would change it at the same moment. */
export async function findToChange(db: Db, ctx: Ctx, id: BookingId): Promise<Booking | undefined> {
	return findWhere(db, ctx, id, sql`for no key update of b`);
}

async function findWhere(db: Db, ctx: Ctx, id: BookingId, lock: ReturnType<typeof sql>) {
	const { rows } = await sql<Booking>`
		select ${columns} from cycle.booking b
		  left join cycle.location l on l.school_id = b.school_id and l.id = b.location_id
		 where b.school_id = ${ctx.school} and b.id = ${id} ${lock}`.execute(db);
	return rows[0];
}

/** The talk agreed for all guardians of a child, held against others who would change it. */
export async function findShared(db: Db, ctx: Ctx, round: RoundId, pupil: PersonId): Promise<Booking | undefined> {
	const { rows } = await sql<Booking>`
		select ${columns} from cycle.booking b
		  left join cycle.location l on l.school_id = b.school_id and l.id = b.location_id
		 where b.school_id = ${ctx.school} and b.round_id = ${round} and b.pupil_id = ${pupil} and b.state = 'booked'
		   and b.household_id is null
		   for no key update of b`.execute(db);
	return rows[0];
}

/** What stands in this round now, soonest first; of these pupils, or of all. */
export async function findBooked(db: Db, ctx: Ctx, round: RoundId, pupils?: readonly PersonId[]): Promise<Booking[]> {
	const { rows } = await sql<Booking>`
		select ${columns} from cycle.booking b
		  left join cycle.location l on l.school_id = b.school_id and l.id = b.location_id
		 where b.school_id = ${ctx.school} and b.round_id = ${round} and b.state = 'booked'
		   ${pupils ? sql`and b.pupil_id = any(${pupils}::uuid[])` : sql``}
		 order by b.starts_at, b.id`.execute(db);
	return rows;
}

/** The time that was given up with this talk. */
export async function findGivenUp(db: Db, ctx: Ctx, conversation: ConversationId): Promise<Booking | undefined> {
	const { rows } = await sql<Booking>`
		select ${columns} from cycle.booking b
		  left join cycle.location l on l.school_id = b.school_id and l.id = b.location_id
		 where b.school_id = ${ctx.school} and b.conversation_id = ${conversation} and b.state = 'cancelled'`.execute(db);
	return rows[0];
}

/** What stands between two moments, in any round. */
export async function findBetween(db: Db, ctx: Ctx, from: Date, to: Date): Promise<Booking[]> {
	const { rows } = await sql<Booking>`
		select ${columns} from cycle.booking b
		  left join cycle.location l on l.school_id = b.school_id and l.id = b.location_id
		 where b.school_id = ${ctx.school} and b.starts_at >= ${from} and b.starts_at < ${to} and b.state = 'booked'
		 order by b.starts_at, b.id`.execute(db);
	return rows;
}

/**
 * When these people sit at a table, of a round or not, cannot be there, or have a time kept for another family than that of
 * `keptFor`; and when these rooms are taken.
 */
export async function findOccupied(
	db: Db,
	ctx: Ctx,
	people: readonly PersonId[],
	rooms: readonly LocationId[],
	from: Date,
	to: Date,
	keptFor: BookingId | null = null
): Promise<OccupiedSpan[]> {
	const { rows } = await sql<OccupiedSpan>`
		select p.person_id as occupant, lower(p.during) as "startsAt", upper(p.during) as "endsAt"
		  from conversations.participant p
		 where p.school_id = ${ctx.school} and p.person_id = any(${people}::uuid[]) and p.during && tstzrange(${from}, ${to})
		union all
		select b.location_id, b.starts_at, b.ends_at
		  from cycle.booking b
		 where b.school_id = ${ctx.school} and b.state = 'booked' and b.location_id = any(${rooms}::uuid[])
		   and b.starts_at < ${to} and b.ends_at > ${from}
		union all
		${keptSpans(ctx, people, from, to, keptFor)}`.execute(db);
	return rows;
}
