import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId } from '#platform/ids.ts';
import type { SayAnswer, SayProposal, SayState, Step } from './say-proposal.ts';

/** What is open for this pupil, with the answers so far. */
export async function findOpen(db: Db, ctx: Ctx, pupil: PersonId): Promise<SayProposal | undefined> {
	const { rows } = await sql<Omit<SayProposal, 'answers'>>`
		select id, pupil_id as pupil, step, proposed_by as "proposedBy" from people.say_proposal
		 where school_id = ${ctx.school} and pupil_id = ${pupil} and state = 'open'`.execute(db);
	const [found] = rows;
	if (!found) return undefined;
	const answers = await sql<SayAnswer>`
		select person_id as person, said_by as "saidBy", said_yes as yes from people.say_answer
		 where school_id = ${ctx.school} and proposal_id = ${found.id}`.execute(db);
	return { ...found, answers: answers.rows };
}

export async function addProposal(db: Db, ctx: Ctx, pupil: PersonId, step: Step): Promise<SayProposal> {
	const id = newId();
	await sql`
		insert into people.say_proposal (school_id, id, pupil_id, step, proposed_by, proposed_at, state)
		values (${ctx.school}, ${id}, ${pupil}, ${step}, ${ctx.person.id}, ${ctx.now}, 'open')`.execute(db);
	return { id, pupil, step, proposedBy: ctx.person.id, answers: [] };
}

export async function saveAnswer(db: Db, ctx: Ctx, proposal: string, { person, saidBy, yes }: SayAnswer) {
	await sql`
		insert into people.say_answer (school_id, proposal_id, person_id, said_by, said_yes, at)
		values (${ctx.school}, ${proposal}, ${person}, ${saidBy}, ${yes}, ${ctx.now})
		on conflict (school_id, proposal_id, person_id)
		do update set said_by = excluded.said_by, said_yes = excluded.said_yes, at = excluded.at`.execute(db);
}

export async function close(db: Db, ctx: Ctx, proposal: string, state: 'agreed' | 'declined' | 'withdrawn') {
	await sql`
		update people.say_proposal set state = ${state}, closed_at = ${ctx.now}
		 where school_id = ${ctx.school} and id = ${proposal}`.execute(db);
}

export type PastProposal = { id: string; step: Step; proposedBy: PersonId; proposedAt: Date; state: SayState } & {
	answers: SayAnswer[];
};

/** All that was ever proposed for this pupil, the first first. */
export async function findAll(db: Db, ctx: Ctx, pupil: PersonId): Promise<PastProposal[]> {
	const { rows } = await sql<PastProposal>`
		select p.id, p.step, p.proposed_by as "proposedBy", p.proposed_at as "proposedAt", p.state,
		       coalesce((select json_agg(json_build_object('person', a.person_id, 'saidBy', a.said_by, 'yes', a.said_yes))
		                   from people.say_answer a
		                  where a.school_id = p.school_id and a.proposal_id = p.id), '[]') as answers
		  from people.say_proposal p
		 where p.school_id = ${ctx.school} and p.pupil_id = ${pupil}
		 order by p.proposed_at, p.id`.execute(db);
	return rows;
}
