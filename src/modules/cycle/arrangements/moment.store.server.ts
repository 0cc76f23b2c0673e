import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { ArrangementId } from './arrangement.ts';
import type { Form } from './terms.ts';

type Tables = {
	'cycle.contact_moment': {
		school_id: SchoolId;
		arrangement_id: ArrangementId;
		form: Form;
		falls_on: Day;
		person_id: PersonId;
		at: Date;
	};
};
export type Been = { arrangement: ArrangementId; form: Form; fallsOn: Day; person: PersonId; at: Date };

/** The moments that have been. */
export async function findBeen(db: Db, ctx: Ctx, ids: readonly ArrangementId[]): Promise<Been[]> {
	if (!ids.length) return [];
	return db
		.withTables<Tables>()
		.selectFrom('cycle.contact_moment')
		.where('school_id', '=', ctx.school)
		.where('arrangement_id', '=', sql<ArrangementId>`any(${ids}::uuid[])`)
		.orderBy('falls_on')
		.select(['arrangement_id as arrangement', 'form', 'falls_on as fallsOn', 'person_id as person', 'at'])
		.execute();
}

/** Who says it second says the same. */
export async function note(db: Db, ctx: Ctx, id: ArrangementId, form: Form, fallsOn: Day): Promise<boolean> {
	const rows = await db
		.withTables<Tables>()
		.insertInto('cycle.contact_moment')
		.values({
			...{ school_id: ctx.school, arrangement_id: id, form, falls_on: fallsOn },
			...{ person_id: ctx.person.id, at: ctx.now }
		})
		.onConflict((on) => on.columns(['school_id', 'arrangement_id', 'form', 'falls_on']).doNothing())
		.returning('form')
		.execute();
	return rows.length > 0;
}

export async function takeBack(db: Db, ctx: Ctx, id: ArrangementId, form: Form, fallsOn: Day): Promise<boolean> {
	const rows = await db
		.withTables<Tables>()
		.deleteFrom('cycle.contact_moment')
		.where('school_id', '=', ctx.school)
		.where('arrangement_id', '=', id)
		.where('form', '=', form)
		.where('falls_on', '=', fallsOn)
		.returning('form')
		.execute();
	return rows.length > 0;
}

/** What has already been arranged or held: a talk that serves as a contact moment. */
export type Talk = { pupil: PersonId; kind: string; place: string; minutes: number; pupilInvited: boolean; day: Date };

export async function findTalks(db: Db, ctx: Ctx, pupils: readonly PersonId[], from: Date): Promise<Talk[]> {
	if (!pupils.length) return [];
	const { rows } = await sql<Talk>`
		select c.pupil_id as pupil, c.kind, c.place, c.minutes, c.pupil_invited as "pupilInvited", c.starts_at as day
		  from conversations.conversation c
		 where c.school_id = ${ctx.school} and c.pupil_id = any(${pupils}::uuid[])
		   and c.state not in ('requested', 'cancelled') and c.starts_at >= ${from}`.execute(db);
	return rows;
}
