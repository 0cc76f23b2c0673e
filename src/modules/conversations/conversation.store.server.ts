import { sql, type ColumnType } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, PersonId, SchoolId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { endOf, type Conversation, type ConversationState, type Place } from './conversation.ts';
import type { Kind } from './kinds.ts';
import type { TemplateId } from './template.ts';

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

export type Tables = {
	'conversations.conversation': {
		school_id: SchoolId;
		id: ConversationId;
		kind: Kind;
		state: ConversationState;
		pupil_id: PersonId;
		follows_id: Optional<ConversationId>;
		template_id: Optional<TemplateId>;
		chair_id: Optional<PersonId>;
		requested_by: Optional<PersonId>;
		request: Optional<string>;
		starts_at: Optional<Date>;
		minutes: number;
		place: Place['kind'];
		location: Optional<string>;
		pupil_invited: boolean;
		sequence: number;
		started_at: Optional<Date>;
		held_at: Optional<Date>;
		recorded_at: Optional<Date>;
		closed_at: Optional<Date>;
		next_on: Optional<Day>;
		none_needed: boolean;
		of_round: boolean;
	};
	'conversations.participant': {
		school_id: SchoolId;
		conversation_id: ConversationId;
		person_id: PersonId;
		during: Optional<string>;
	};
};

/** The talk, and a chair for everybody who comes. */
export async function add(db: Db, ctx: Ctx, talk: Conversation) {
	await db
		.withTables<Tables>()
		.with('talk', (tables) =>
			tables
				.insertInto('conversations.conversation')
				.values({ school_id: ctx.school, id: talk.id, pupil_id: talk.pupil, ...asRow(talk) })
				.returning('id')
		)
		.insertInto('conversations.participant')
		.values(seatsOf(ctx, talk))
		.execute();
}

/**
 * Everybody who comes, at that moment. The database refuses (23P01) who sits somewhere else then. Always in the same
 * order, so that two who want the same people wait for one another and never crosswise.
 */
function seatsOf(ctx: Ctx, talk: Conversation) {
	const during = duringOf(talk);
	return talk.people
		.toSorted()
		.map((person_id) => ({ school_id: ctx.school, conversation_id: talk.id, person_id, during }));
}

async function seat(db: Db, ctx: Ctx, talk: Conversation) {
	await db
		.withTables<Tables>()
		.insertInto('conversations.participant')
		.values(seatsOf(ctx, talk))
		.onConflict((on) =>
			on
				.columns(['school_id', 'conversation_id', 'person_id'])
				.doUpdateSet({ during: (row) => row.ref('excluded.during') })
		)
		.execute();
}

export async function save(db: Db, ctx: Ctx, talk: Conversation) {
	await db
		.withTables<Tables>()
		.updateTable('conversations.conversation')
		.set(asRow(talk))
		.where('school_id', '=', ctx.school)
		.where('id', '=', talk.id)
		.execute();
}

/** The same, with a change of who sits where and when. */
export async function saveMoment(db: Db, ctx: Ctx, talk: Conversation) {
	await save(db, ctx, talk);
	await seat(db, ctx, talk);
}

/** Nobody sits at this talk for a moment, so that another can take its time in the same transaction. */
export async function standUp(db: Db, ctx: Ctx, id: ConversationId) {
	await db
		.withTables<Tables>()
		.updateTable('conversations.participant')
		.set({ during: null })
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', id)
		.execute();
}

/** The talk, held against others who would change it at the same moment. */
export function findToChange(db: Db, ctx: Ctx, id: ConversationId): Promise<Conversation | undefined> {
	return findWhere(db, ctx, id, sql`for no key update of c`);
}

export function find(db: Db, ctx: Ctx, id: ConversationId): Promise<Conversation | undefined> {
	return findWhere(db, ctx, id, sql``);
}

async function findWhere(db: Db, ctx: Ctx, id: ConversationId, lock: ReturnType<typeof sql>) {
	const { rows } = await sql<Conversation>`
		select c.id, c.kind, c.state, c.pupil_id as pupil, c.follows_id as follows,
		       c.chair_id as chair, c.requested_by as "requestedBy", c.request,
		       c.starts_at as "startsAt", c.minutes, json_strip_nulls(json_build_object('kind', c.place, 'location', c.location)) as place,
		       c.pupil_invited as "pupilInvited", c.sequence, c.started_at as "startedAt", c.held_at as "heldAt",
		       c.recorded_at as "recordedAt", c.closed_at as "closedAt", c.next_on as "nextOn", c.none_needed as "noneNeeded", c.of_round as "ofRound",
		       (select json_build_object(
		                 'id', t.id, 'kind', t.kind, 'minutes', t.minutes, 'aims', t.aims, 'steps', t.steps, 'guests', t.guests,
		                 'asksCompanion', t.asks_companion, 'offered', t.offered, 'texts', json_build_object(
		                   'nl', json_build_object('purpose', t.purpose_nl, 'aim', t.aim_nl),
		                   'en', json_build_object('purpose', t.purpose_en, 'aim', t.aim_en)))
		          from conversations.template t
		         where t.school_id = c.school_id and t.id = c.template_id) as template,
		       array(select p.person_id from conversations.participant p
		              where p.school_id = c.school_id and p.conversation_id = c.id order by p.person_id) as people
		  from conversations.conversation c
		 where c.school_id = ${ctx.school} and c.id = ${id} ${lock}`.execute(db);
	return rows[0];
}

function asRow(talk: Conversation) {
	return {
		kind: talk.kind,
		state: talk.state,
		follows_id: talk.follows,
		template_id: talk.template?.id ?? null,
		chair_id: talk.chair,
		requested_by: talk.requestedBy,
		request: talk.request,
		starts_at: talk.startsAt,
		minutes: talk.minutes,
		place: talk.place.kind,
		location: talk.place.location ?? null,
		pupil_invited: talk.pupilInvited,
		sequence: talk.sequence,
		started_at: talk.startedAt,
		held_at: talk.heldAt,
		recorded_at: talk.recordedAt,
		closed_at: talk.closedAt,
		next_on: talk.nextOn,
		none_needed: talk.noneNeeded,
		of_round: talk.ofRound
	};
}

/** A talk that is cancelled or only asked for takes nobody's time. */
function duringOf(talk: Conversation) {
	const end = endOf(talk);
	const taken = talk.state !== 'requested' && talk.state !== 'cancelled';
	if (!taken || !talk.startsAt || !end) return null;
	return `[${talk.startsAt.toISOString()},${end.toISOString()})`;
}
