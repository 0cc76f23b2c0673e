import { sql } from 'kysely';
import type { Ctx, Role } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import type { ConversationState, Place } from './conversation.ts';
import type { Kind } from './kinds.ts';

export type SummaryRow = {
	id: ConversationId;
	kind: Kind;
	state: ConversationState;
	pupil: PersonId;
	callName: string;
	chair: PersonId | null;
	requestedBy: PersonId | null;
	startsAt: Date | null;
	minutes: number;
	place: Place;
	pupilInvited: boolean;
	startedAt: Date | null;
	seats: {
		person: PersonId;
		role: Role;
		givenName: string;
		prefix: string | null;
		surname: string;
		called: string | null;
		prepared: boolean;
	}[];
};

/** Talks that `person` comes to and that are not over, the first one first. */
export function findComing(db: Db, ctx: Ctx, person: PersonId) {
	return findWhere(
		db,
		ctx,
		sql`join conversations.participant mine on mine.school_id = c.school_id and mine.conversation_id = c.id`,
		sql`mine.school_id = ${ctx.school} and mine.person_id = ${person} and c.state in ('requested', 'planned')`
	);
}

/** Talks that still ask something of `person`: to come, to be recorded by the chair, or waiting for a first response. */
export function findOpen(db: Db, ctx: Ctx, person: PersonId) {
	return findWhere(
		db,
		ctx,
		sql`join conversations.participant mine on mine.school_id = c.school_id and mine.conversation_id = c.id`,
		sql`mine.school_id = ${ctx.school} and mine.person_id = ${person} and (
		    c.state in ('requested', 'planned')
		    or (c.state = 'held' and c.chair_id = ${person})
		    or (c.state = 'recorded' and not exists (
		          select 1 from conversations.edition e
		           where e.school_id = c.school_id and e.conversation_id = c.id and e.number = (
		                 select max(l.number) from conversations.edition l
		                  where l.school_id = c.school_id and l.conversation_id = c.id)
		             and (e.shared_by = ${person} or exists (
		                 select 1 from conversations.response a
		                  where a.school_id = e.school_id and a.conversation_id = e.conversation_id and a.edition = e.number
		                    and a.person_id = ${person})))))`
	);
}

export function findOfPerson(db: Db, ctx: Ctx, person: PersonId) {
	return findWhere(
		db,
		ctx,
		sql`join conversations.participant mine on mine.school_id = c.school_id and mine.conversation_id = c.id`,
		sql`mine.school_id = ${ctx.school} and mine.person_id = ${person}`
	);
}

export function findOfPupils(db: Db, ctx: Ctx, pupils: readonly PersonId[]) {
	return findWhere(db, ctx, sql``, sql`c.pupil_id = any (${[...pupils]}::uuid[])`);
}

export function findAsked(db: Db, ctx: Ctx, pupils: readonly PersonId[]) {
	return findWhere(db, ctx, sql``, sql`c.state = 'requested' and c.pupil_id = any (${[...pupils]}::uuid[])`);
}

async function findWhere(db: Db, ctx: Ctx, joined: ReturnType<typeof sql>, which: ReturnType<typeof sql>) {
	const { rows } = await sql<SummaryRow>`
		select c.id, c.kind, c.state, c.pupil_id as pupil, child.given_name as "callName", c.chair_id as chair,
		       c.requested_by as "requestedBy", c.starts_at as "startsAt", c.minutes,
		       json_strip_nulls(json_build_object('kind', c.place, 'location', c.location)) as place,
		       c.pupil_invited as "pupilInvited", c.started_at as "startedAt",
		       array(select json_build_object('person', p.id, 'role', p.role, 'givenName', p.given_name, 'prefix', p.prefix,
		                'surname', p.surname, 'called', p.called, 'prepared', exists (
		                  select 1 from conversations.preparation r
		                   where r.school_id = s.school_id and r.conversation_id = s.conversation_id
		                     and r.person_id = s.person_id and r.shared_at is not null))
		               from conversations.participant s
		               join people.person p on p.school_id = s.school_id and p.id = s.person_id
		              where s.school_id = c.school_id and s.conversation_id = c.id
		              order by p.role, p.id) as seats
		  from conversations.conversation c
		  ${joined}
		  join people.person child on child.school_id = c.school_id and child.id = c.pupil_id
		 where c.school_id = ${ctx.school} and ${which}
		 order by c.starts_at, c.id`.execute(db);
	return rows;
}
