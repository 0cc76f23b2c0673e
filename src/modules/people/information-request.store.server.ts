import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';
import type { Standing } from './authority.ts';
import { standing } from './guardianship.store.server.ts';
import type { InformationRequest, InformationRequestId } from './information-request.ts';

type Tables = {
	'people.information_request': {
		school_id: SchoolId;
		id: InformationRequestId;
		pupil_id: PersonId;
		asked_by: PersonId;
		question: string;
		asked_at: Date;
		due_on: Day;
		state: InformationRequest['state'];
		ground: InformationRequest['ground'];
		answer: string | null;
		decided_by: PersonId | null;
		decided_at: Date | null;
	};
};

const columns = sql`id, pupil_id as pupil, asked_by as "askedBy", question, asked_at as "askedAt", due_on as "dueOn", state,
	ground, answer, decided_by as "decidedBy", decided_at as "decidedAt"`;

export async function add(db: Db, ctx: Ctx, request: InformationRequest) {
	const { id, pupil, askedBy, question, askedAt, dueOn, state } = request;
	await db
		.withTables<Tables>()
		.insertInto('people.information_request')
		.values({
			...{ school_id: ctx.school, id, pupil_id: pupil, asked_by: askedBy, question, asked_at: askedAt },
			...{ due_on: dueOn, state, ground: null, answer: null, decided_by: null, decided_at: null }
		})
		.execute();
}

/** Held until the transaction ends: it is decided once. */
export async function findToDecide(db: Db, ctx: Ctx, id: InformationRequestId) {
	const { rows } = await sql<InformationRequest>`
		select ${columns} from people.information_request
		 where school_id = ${ctx.school} and id = ${id} for update`.execute(db);
	return rows[0];
}

export async function saveDecision(db: Db, ctx: Ctx, request: InformationRequest) {
	const { id, state, ground, answer, decidedBy, decidedAt } = request;
	await db
		.withTables<Tables>()
		.updateTable('people.information_request')
		.set({ state, ground, answer, decided_by: decidedBy, decided_at: decidedAt })
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.execute();
}

/** Those of one asker, of one child, one by id, or all that wait for school; newest first. */
export async function find(
	db: Db,
	ctx: Ctx,
	which: { askedBy: PersonId } | { pupil: PersonId } | { id: InformationRequestId } | 'all'
): Promise<InformationRequest[]> {
	const narrowed =
		which === 'all'
			? sql``
			: 'askedBy' in which
				? sql`and asked_by = ${which.askedBy}`
				: 'pupil' in which
					? sql`and pupil_id = ${which.pupil}`
					: sql`and id = ${which.id}`;
	const { rows } = await sql<InformationRequest>`
		select ${columns} from people.information_request
		 where school_id = ${ctx.school} ${narrowed} order by asked_at desc, id desc`.execute(db);
	return rows;
}

export type AskableRow = Standing & { pupil: PersonId; givenName: string };

/** The children to whom this guardian is tied today, with how they stand; nothing of the child but its call name. */
export async function findTies(db: Db, ctx: Ctx, guardian: PersonId): Promise<AskableRow[]> {
	const today = dayOf(ctx.now);
	const { rows } = await sql<AskableRow>`
		select g.pupil_id as pupil, p.given_name as "givenName", ${standing(ctx, today)}
		  from people.guardianship g
		  join people.person p on p.school_id = g.school_id and p.id = g.pupil_id
		 where g.school_id = ${ctx.school} and g.guardian_id = ${guardian}
		   and g.starts_on <= ${today} and (g.ends_on is null or g.ends_on > ${today})
		 order by p.given_name, p.id`.execute(db);
	return rows;
}
