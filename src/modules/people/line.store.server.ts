import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import type { Line, LineId, LineState, Part, Party } from './line.ts';

type Tables = {
	'people.line': {
		school_id: SchoolId;
		id: LineId;
		pupil_id: PersonId;
		part: Part;
		wording: string;
		state: LineState;
		proposed_by: PersonId;
		proposed_at: Date;
		agreed_at: Date | null;
	};
	'people.line_yes': { school_id: SchoolId; line_id: LineId; party: Party; person_id: PersonId; at: Date };
};

/** What holds and what waits for a yes, of these children. */
export async function findCurrent(
	db: Db,
	ctx: Ctx,
	pupils: readonly PersonId[]
): Promise<(Line & { pupil: PersonId })[]> {
	const { rows } = await sql<Line & { pupil: PersonId }>`
		select l.id, l.pupil_id as pupil, l.part, l.wording, l.state, l.proposed_by as "proposedBy",
		       l.proposed_at as "proposedAt", l.agreed_at as "agreedAt",
		       array(select y.party from people.line_yes y where y.school_id = l.school_id and y.line_id = l.id) as yes
		  from people.line l
		 where l.school_id = ${ctx.school} and l.pupil_id = any(${pupils}::uuid[]) and l.state in ('proposed', 'agreed')
		 order by l.proposed_at`.execute(db);
	return rows;
}

/** What held before, or was taken back, of this child. */
export async function findPast(db: Db, ctx: Ctx, pupil: PersonId): Promise<Line[]> {
	const { rows } = await sql<Line>`
		select l.id, l.part, l.wording, l.state, l.proposed_by as "proposedBy", l.proposed_at as "proposedAt",
		       l.agreed_at as "agreedAt",
		       array(select y.party from people.line_yes y where y.school_id = l.school_id and y.line_id = l.id) as yes
		  from people.line l
		 where l.school_id = ${ctx.school} and l.pupil_id = ${pupil} and l.state in ('replaced', 'withdrawn')
		 order by l.proposed_at`.execute(db);
	return rows;
}

/** Hold the row first: two homes that say yes at the same moment see each other's yes. */
export async function findToChange(db: Db, ctx: Ctx, pupil: PersonId, id: LineId): Promise<Line | undefined> {
	await sql`
		select l.id from people.line l
		 where l.school_id = ${ctx.school} and l.id = ${id} and l.pupil_id = ${pupil} for no key update`.execute(db);
	return (await findCurrent(db, ctx, [pupil])).find((line) => line.id === id);
}

export async function add(db: Db, ctx: Ctx, pupil: PersonId, part: Part, wording: string): Promise<LineId> {
	const id = newId<LineId>();
	const row = { school_id: ctx.school, id, pupil_id: pupil, part, wording, state: 'proposed' as const };
	await db
		.withTables<Tables>()
		.insertInto('people.line')
		.values({ ...row, proposed_by: ctx.person.id, proposed_at: ctx.now, agreed_at: null })
		.execute();
	return id;
}

export async function addYes(db: Db, ctx: Ctx, line: LineId, party: Party) {
	await db
		.withTables<Tables>()
		.insertInto('people.line_yes')
		.values({ school_id: ctx.school, line_id: line, party, person_id: ctx.person.id, at: ctx.now })
		.execute();
}

export async function saveState(db: Db, ctx: Ctx, { id, state, agreedAt }: Pick<Line, 'id' | 'state' | 'agreedAt'>) {
	await db
		.withTables<Tables>()
		.updateTable('people.line')
		.set({ state, agreed_at: agreedAt })
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.execute();
}
