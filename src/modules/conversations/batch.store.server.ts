import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { endOf, type Conversation } from './conversation.ts';

/**
 * Many talks and a chair for everybody who comes, in two statements. The database refuses all of it (23P01) when one of
 * them sits somewhere else then. Seats in the order of people and time, as everywhere: nobody waits crosswise.
 */
export async function addMany(db: Db, ctx: Ctx, talks: readonly Conversation[]) {
	const rows = talks.map((talk) => ({
		id: talk.id,
		kind: talk.kind,
		state: talk.state,
		pupil: talk.pupil,
		template: talk.template?.id ?? null,
		chair: talk.chair,
		starts: talk.startsAt,
		minutes: talk.minutes,
		place: talk.place.kind,
		location: talk.place.location ?? null,
		invited: talk.pupilInvited,
		round: talk.ofRound
	}));
	await sql`
		insert into conversations.conversation (school_id, id, kind, state, pupil_id, template_id, chair_id, starts_at, minutes,
		       place, location, pupil_invited, sequence, none_needed, of_round)
		select ${ctx.school}::uuid, t.id, t.kind, t.state, t.pupil, t.template, t.chair, t.starts, t.minutes,
		       t.place, t.location, t.invited, 0, false, t.round
		  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
		       as t(id uuid, kind text, state text, pupil uuid, template uuid, chair uuid, starts timestamptz, minutes integer,
		            place text, location text, invited boolean, round boolean)
		returning id`.execute(db);
	const seats = talks.flatMap((talk) =>
		talk.people.map((person) => ({ talk: talk.id, person, starts: talk.startsAt, ends: endOf(talk) }))
	);
	await sql`
		insert into conversations.participant (school_id, conversation_id, person_id, during)
		select ${ctx.school}::uuid, s.talk, s.person, tstzrange(s.starts, s.ends)
		  from jsonb_to_recordset(${JSON.stringify(seats)}::jsonb)
		       as s(talk uuid, person uuid, starts timestamptz, ends timestamptz)
		 order by s.person, s.starts
		returning person_id`.execute(db);
}

/** Of these children, those about whom something was left for a next talk. */
export async function findWithLeft(db: Db, ctx: Ctx, pupils: readonly PersonId[]): Promise<Set<PersonId>> {
	const { rows } = await sql<{ pupil: PersonId }>`
		select distinct c.pupil_id as pupil
		  from conversations.point p
		  join conversations.conversation c on c.school_id = p.school_id and c.id = p.conversation_id
		 where p.school_id = ${ctx.school} and c.pupil_id = any(${pupils}::uuid[])
		   and p.left_at is not null and p.carried_to is null`.execute(db);
	return new Set(rows.map(({ pupil }) => pupil));
}
