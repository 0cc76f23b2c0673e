import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { BookingId, ConversationId, PersonId, RoundId } from '#platform/ids.ts';
import type { Proposal } from './proposal.ts';

const columns = sql`
	p.id, p.round_id as round, p.booking_id as booking, p.pupil_id as pupil, p.sequence, p.state, p.made_at as "madeAt",
	p.block_id as block, p.teacher_id as teacher, p.place, p.starts_at as "startsAt", p.ends_at as "endsAt"`;

type Row = Omit<Proposal, 'time'> & {
	[Key in keyof NonNullable<Proposal['time']>]: NonNullable<Proposal['time']>[Key] | null;
};

export async function add(db: Db, ctx: Ctx, { id, round, booking, pupil, sequence, time, madeAt }: Proposal) {
	await sql`
		insert into cycle.proposal (school_id, id, round_id, booking_id, pupil_id, sequence, block_id, teacher_id, place,
		                            starts_at, ends_at, state, made_by, made_at)
		values (${ctx.school}, ${id}, ${round}, ${booking}, ${pupil}, ${sequence}, ${time?.block ?? null},
		        ${time?.teacher ?? null}, ${time?.place ?? null}, ${time?.startsAt ?? null}, ${time?.endsAt ?? null},
		        'asked', ${ctx.person.id}, ${madeAt})`.execute(db);
}

/** What was proposed last for this talk. */
export async function findOf(db: Db, ctx: Ctx, booking: BookingId): Promise<Proposal | undefined> {
	const { rows } = await sql<Row>`
		select ${columns} from cycle.proposal p
		 where p.school_id = ${ctx.school} and p.booking_id = ${booking}
		 order by p.made_at desc, p.id desc limit 1`.execute(db);
	return rows[0] && asProposal(rows[0]);
}

/** What was asked and is not answered, about these children or all; of what moved since, nothing. */
export async function findAsked(db: Db, ctx: Pick<Ctx, 'school'>, pupils?: readonly PersonId[]) {
	const { rows } = await sql<Row>`
		select ${columns} from cycle.proposal p
		  join cycle.booking b on b.school_id = p.school_id and b.id = p.booking_id
		 where p.school_id = ${ctx.school} and p.state = 'asked' and b.state = 'booked' and b.sequence = p.sequence
		   ${pupils ? sql`and p.pupil_id = any(${pupils}::uuid[])` : sql``}
		 order by p.made_at, p.id`.execute(db);
	return rows.map(asProposal);
}

/** Of these talks: whose time falls out and for which there is no other yet. */
export async function findOpen(db: Db, ctx: Pick<Ctx, 'school'>, bookings: readonly BookingId[]): Promise<Proposal[]> {
	const { rows } = await sql<Row>`
		select ${columns} from cycle.proposal p
		  join cycle.booking b on b.school_id = p.school_id and b.id = p.booking_id
		 where p.school_id = ${ctx.school} and p.booking_id = any(${bookings}::uuid[]) and p.state in ('asked', 'declined')
		   and b.state = 'booked' and b.sequence = p.sequence`.execute(db);
	return rows.map(asProposal);
}

/** Of a round: times that fall out and for which there is no other yet, whether they did not answer or would like a call. */
export async function findUnanswered(db: Db, ctx: Pick<Ctx, 'school'>, round: RoundId): Promise<Proposal[]> {
	const { rows } = await sql<Row>`
		select ${columns} from cycle.proposal p
		  join cycle.booking b on b.school_id = p.school_id and b.id = p.booking_id
		 where p.school_id = ${ctx.school} and p.round_id = ${round} and p.state in ('asked', 'declined')
		   and b.state = 'booked' and b.sequence = p.sequence`.execute(db);
	return rows.map(asProposal);
}

/** Talks whose time falls out: a proposal was made for it, and it did not move since. */
export async function findFallingOut(db: Db, ctx: Pick<Ctx, 'school'>): Promise<Set<ConversationId>> {
	const { rows } = await sql<{ conversation: ConversationId }>`
		select b.conversation_id as conversation
		  from cycle.proposal p
		  join cycle.booking b on b.school_id = p.school_id and b.id = p.booking_id
		 where p.school_id = ${ctx.school} and p.state in ('asked', 'declined') and b.state = 'booked'
		   and b.sequence = p.sequence`.execute(db);
	return new Set(rows.map(({ conversation }) => conversation));
}

export async function answer(db: Db, ctx: Ctx, { id, state }: Pick<Proposal, 'id' | 'state'>) {
	await sql`
		update cycle.proposal set state = ${state}, answered_by = ${ctx.person.id}, answered_at = ${ctx.now}
		 where school_id = ${ctx.school} and id = ${id}`.execute(db);
}

/** What was asked before is asked no more. */
export async function lapse(db: Db, ctx: Ctx, bookings: readonly BookingId[]) {
	await sql`
		update cycle.proposal set state = 'lapsed'
		 where school_id = ${ctx.school} and booking_id = any(${bookings}::uuid[]) and state in ('asked', 'declined')`.execute(
		db
	);
}

/** Times that are kept for somebody whose talk moved meanwhile are kept no more. */
export async function lapseMoved(db: Db, ctx: Pick<Ctx, 'school'>) {
	await sql`
		update cycle.proposal p set state = 'lapsed'
		  from cycle.booking b
		 where p.school_id = ${ctx.school} and b.school_id = p.school_id and b.id = p.booking_id and p.state = 'asked'
		   and (b.state <> 'booked' or b.sequence <> p.sequence)`.execute(db);
}

function asProposal({ block, teacher, place, startsAt, endsAt, ...rest }: Row): Proposal {
	const time = block && teacher && place && startsAt && endsAt ? { block, teacher, place, startsAt, endsAt } : null;
	return { ...rest, time };
}
