import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { ConversationId, PersonId, SchoolId } from '#platform/ids.ts';
import type { Emphasis } from '#modules/compass/emphasis.ts';
import type { Carried } from './preparation.store.server.ts';
import type { Line, Sheet, SheetAudience, SheetId, SheetKind, Spot } from './sheet.ts';

type Tables = {
	'conversations.sheet': {
		school_id: SchoolId;
		id: SheetId;
		kind: SheetKind;
		pupil_id: PersonId;
		conversation_id: ConversationId | null;
		about_id: ConversationId | PersonId;
		person_id: PersonId;
		audience: SheetAudience;
		version: number;
	};
	'conversations.sheet_line': { school_id: SchoolId; sheet_id: SheetId; field: string; text: string; version: number };
	'conversations.emphasis': { school_id: SchoolId; sheet_id: SheetId; spot: Spot } & Emphasis;
};

export type About = { conversation: ConversationId | null; pupil: PersonId };
const idOf = ({ conversation, pupil }: About) => conversation ?? pupil;

/** All sheets about this talk, or about this child's home, with what stands on them; who may read which is asked elsewhere. */
export async function findAll(db: Db, ctx: Ctx, about: About): Promise<Sheet[]> {
	const { rows } = await sql<Sheet>`
		select s.id, s.kind, s.conversation_id as conversation, s.pupil_id as pupil, s.person_id as person, s.audience, s.version,
		       coalesce((select json_object_agg(l.field, json_build_object('text', l.text, 'version', l.version))
		                   from conversations.sheet_line l where l.school_id = s.school_id and l.sheet_id = s.id), '{}') as lines,
		       coalesce((select json_object_agg(e.spot,
		                        json_build_object('warmth', e.warmth, 'structure', e.structure, 'space', e.space))
		                   from conversations.emphasis e where e.school_id = s.school_id and e.sheet_id = s.id), '{}') as points
		  from conversations.sheet s
		 where s.school_id = ${ctx.school} and s.about_id = ${idOf(about)}
		 order by s.person_id, s.kind`.execute(db);
	return rows;
}

/** My sheet of this kind, made when it is not there yet, and held: two devices that write at once come after each other. */
export async function hold(db: Db, ctx: Ctx, about: About, kind: SheetKind): Promise<Sheet> {
	const { conversation, pupil } = about;
	await db
		.withTables<Tables>()
		.insertInto('conversations.sheet')
		.values({
			...{ school_id: ctx.school, id: newId<SheetId>(), kind, pupil_id: pupil, conversation_id: conversation },
			...{ about_id: idOf(about), person_id: ctx.person.id, audience: 'me', version: 0 }
		})
		.onConflict((on) => on.doNothing())
		.execute();
	await db
		.withTables<Tables>()
		.selectFrom('conversations.sheet')
		.where('school_id', '=', ctx.school)
		.where('about_id', '=', idOf(about))
		.where('kind', '=', kind)
		.where('person_id', '=', ctx.person.id)
		.select('id')
		.forNoKeyUpdate()
		.executeTakeFirst();
	const all = await findAll(db, ctx, about);
	return all.find((sheet) => sheet.kind === kind && sheet.person === ctx.person.id)!;
}

export async function save(db: Db, ctx: Ctx, { id, audience, version }: Sheet) {
	await db
		.withTables<Tables>()
		.updateTable('conversations.sheet')
		.set({ audience, version })
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.execute();
}

export async function saveLines(db: Db, ctx: Ctx, sheet: Sheet, lines: Record<string, Line>) {
	const rows = Object.entries(lines).map(([field, line]) => ({
		...{ school_id: ctx.school, sheet_id: sheet.id, field, ...line }
	}));
	await db
		.withTables<Tables>()
		.insertInto('conversations.sheet_line')
		.values(rows)
		.onConflict((on) =>
			on.columns(['school_id', 'sheet_id', 'field']).doUpdateSet({
				text: (row) => row.ref('excluded.text'),
				version: (row) => row.ref('excluded.version')
			})
		)
		.execute();
}

export async function place(db: Db, ctx: Ctx, { id }: Sheet, spot: Spot, emphasis: Emphasis) {
	await db
		.withTables<Tables>()
		.insertInto('conversations.emphasis')
		.values({ school_id: ctx.school, sheet_id: id, spot, ...emphasis })
		.onConflict((on) => on.columns(['school_id', 'sheet_id', 'spot']).doUpdateSet(emphasis))
		.execute();
}

export async function lift(db: Db, ctx: Ctx, { id }: Sheet, spot: Spot) {
	await db
		.withTables<Tables>()
		.deleteFrom('conversations.emphasis')
		.where('school_id', '=', ctx.school)
		.where('sheet_id', '=', id)
		.where('spot', '=', spot)
		.execute();
}

/**
 * The same sheets for another talk, as they stand. `kept`: nobody new sits there, so what was shared stays shared; otherwise
 * each is its writer's alone again, to be shared anew.
 */
export async function carry(
	db: Db,
	ctx: Ctx,
	from: ConversationId,
	to: ConversationId,
	{ writers }: Pick<Carried, 'writers'>,
	kept: boolean
) {
	const found = await db
		.withTables<Tables>()
		.selectFrom('conversations.sheet')
		.where('school_id', '=', ctx.school)
		.where('conversation_id', '=', from)
		.where('person_id', 'in', writers)
		.selectAll()
		.execute();
	if (!found.length) return;
	const ids = new Map(found.map(({ id }) => [id, newId<SheetId>()]));
	await db
		.withTables<Tables>()
		.insertInto('conversations.sheet')
		.values(
			found.map((sheet) => ({
				...{ ...sheet, id: ids.get(sheet.id)!, conversation_id: to, about_id: to },
				...(!kept && { audience: 'me' as const })
			}))
		)
		.execute();
	for (const name of ['conversations.sheet_line', 'conversations.emphasis'] as const) {
		const standing = await db
			.withTables<Tables>()
			.selectFrom(name)
			.where('school_id', '=', ctx.school)
			.where('sheet_id', 'in', [...ids.keys()])
			.selectAll()
			.execute();
		const rows = standing.map((row) => ({ ...row, sheet_id: ids.get(row.sheet_id)! }));
		if (rows.length) await db.withTables<Tables>().insertInto(name).values(rows).execute();
	}
}
