import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { SchoolId } from '#platform/ids.ts';
import type { Aim, Guest, Kind } from './kinds.ts';
import type { Step } from './steps.ts';
import type { Template, TemplateId } from './template.ts';

export type Kept = Template & { id: TemplateId };

type Row = {
	school_id: SchoolId;
	id: TemplateId;
	kind: Kind;
	minutes: number;
	aims: readonly Aim[];
	steps: readonly Step[];
	guests: readonly Guest[];
	asks_companion: boolean;
	offered: boolean;
	purpose_nl: string;
	purpose_en: string;
	aim_nl: string;
	aim_en: string;
	made_at: Date;
	current: boolean;
};
type Tables = { 'conversations.template': Row };

/** The versions that hold today, one a kind at most. */
export async function findCurrent(db: Db, ctx: Ctx): Promise<Kept[]> {
	const rows = await db
		.withTables<Tables>()
		.selectFrom('conversations.template')
		.where('school_id', '=', ctx.school)
		.where('current', '=', true)
		.selectAll()
		.execute();
	return rows.map(asTemplate);
}

export async function find(db: Db, ctx: Ctx, id: TemplateId): Promise<Kept | undefined> {
	const row = await db
		.withTables<Tables>()
		.selectFrom('conversations.template')
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.selectAll()
		.executeTakeFirst();
	return row && asTemplate(row);
}

/** Who changes a kind of talk waits for who else does, at this school. */
export async function hold(db: Db, ctx: Ctx) {
	await sql`select 1 from people.school where school_id = ${ctx.school} for no key update`.execute(db);
}

export async function retire(db: Db, ctx: Ctx, kind: Kind) {
	await db
		.withTables<Tables>()
		.updateTable('conversations.template')
		.set({ current: false })
		.where('school_id', '=', ctx.school)
		.where('kind', '=', kind)
		.where('current', '=', true)
		.execute();
}

export async function add(db: Db, ctx: Ctx, { asksCompanion, texts, ...template }: Template) {
	const { nl, en } = texts;
	await db
		.withTables<Tables>()
		.insertInto('conversations.template')
		.values({
			...template,
			...{ school_id: ctx.school, id: newId<TemplateId>(), asks_companion: asksCompanion },
			...{ purpose_nl: nl.purpose, purpose_en: en.purpose, aim_nl: nl.aim, aim_en: en.aim },
			...{ made_at: ctx.now, current: true }
		})
		.execute();
}

function asTemplate(row: Row): Kept {
	const { id, kind, minutes, aims, steps, guests, offered } = row;
	return {
		...{ id, kind, minutes, aims, steps, guests, offered, asksCompanion: row.asks_companion },
		texts: {
			nl: { purpose: row.purpose_nl, aim: row.aim_nl },
			en: { purpose: row.purpose_en, aim: row.aim_en }
		}
	};
}
