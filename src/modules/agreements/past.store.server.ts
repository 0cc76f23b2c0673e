import { sql, type ColumnType } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { AgreementId, PersonId, SchoolId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { Agreement, LookBack, Remind, Step, Wording } from './agreement.ts';
import type { Cadence } from './cadence.ts';

/** What is kept: wordings and steps are written once; a look back may be rewritten by its writer until the round is over. */
export type Tables = {
	'agreements.wording': {
		school_id: SchoolId;
		agreement_id: AgreementId;
		number: number;
		what: string;
		why: string;
		rhythm: string;
		cadence: ColumnType<Cadence | null, string | null, never>;
		remind: Remind;
		due_on: Day | null;
		how: string;
		helpers: string;
		written_by: PersonId;
		written_at: Date;
	};
	'agreements.step': {
		school_id: SchoolId;
		id: string;
		agreement_id: AgreementId;
		move: Step['move'];
		person_id: PersonId;
		with_person_id: PersonId | null;
		result: Step['result'];
		occasion: Day | null;
		words: string;
		by_link: boolean;
		told_by: PersonId | null;
		if_works: string;
		if_not: string;
		evaluate_on: Day | null;
		round: number;
		version: number;
		at: Date;
	};
	'agreements.look_back': {
		school_id: SchoolId;
		agreement_id: AgreementId;
		round: number;
		person_id: PersonId;
		voice: LookBack['voice'];
		did: string;
		missed: string;
		closer: LookBack['closer'];
		wants: LookBack['wants'];
		at: Date;
	};
};

export async function stepsOf(db: Db, ctx: Ctx, ids: readonly AgreementId[]) {
	if (!ids.length) return [];
	const rows = await db
		.withTables<Tables>()
		.selectFrom('agreements.step')
		.where('school_id', '=', ctx.school)
		.where('agreement_id', '=', sql<AgreementId>`any(${ids}::uuid[])`)
		.orderBy('at')
		.orderBy('id')
		.select(['agreement_id', 'move', 'person_id as person', 'with_person_id as together', 'result', 'words'])
		.select([
			'occasion',
			'by_link as byLink',
			'told_by as toldBy',
			'if_works as ifWorks',
			'if_not as ifNot',
			'evaluate_on as evaluateOn',
			'round',
			'version',
			'at'
		])
		.execute();
	return rows.map(({ agreement_id, ...step }) => ({ agreement: agreement_id, step: step satisfies Step }));
}

export async function lookBacksOf(db: Db, ctx: Ctx, ids: readonly AgreementId[]) {
	if (!ids.length) return [];
	const rows = await db
		.withTables<Tables>()
		.selectFrom('agreements.look_back')
		.where('school_id', '=', ctx.school)
		.where('agreement_id', '=', sql<AgreementId>`any(${ids}::uuid[])`)
		.orderBy('at')
		.orderBy('person_id')
		.select(['agreement_id', 'round', 'person_id as person', 'voice', 'did', 'missed', 'closer', 'wants', 'at'])
		.execute();
	return rows.map(({ agreement_id, ...lookBack }) => ({
		agreement: agreement_id,
		lookBack: lookBack satisfies LookBack
	}));
}

/** Every wording there was, the first one first. */
export function wordingsOf(db: Db, ctx: Ctx, id: AgreementId): Promise<(Wording & { writer: PersonId; at: Date })[]> {
	return db
		.withTables<Tables>()
		.selectFrom('agreements.wording')
		.where('school_id', '=', ctx.school)
		.where('agreement_id', '=', id)
		.orderBy('number')
		.select([
			'what',
			'why',
			'rhythm',
			'cadence',
			'remind',
			'due_on as by',
			'how',
			'helpers',
			'written_by as writer',
			'written_at as at'
		])
		.execute();
}

/** Keep the wording of the last step beside those before it. */
export async function addWording(db: Db, ctx: Ctx, { id, wording, steps }: Agreement, number: number) {
	const { person, at } = steps.at(-1)!;
	const { by, cadence, remind, ...words } = wording;
	await db
		.withTables<Tables>()
		.insertInto('agreements.wording')
		.values({
			school_id: ctx.school,
			agreement_id: id,
			number,
			...words,
			cadence: cadence ? JSON.stringify(cadence) : null,
			remind: remind ?? 'each',
			due_on: by,
			written_by: person,
			written_at: at
		})
		.execute();
}

export async function addStep(db: Db, ctx: Ctx, { id, steps }: Agreement) {
	const { person, together, evaluateOn, ifWorks, ifNot, byLink, toldBy, ...step } = steps.at(-1)!;
	await db
		.withTables<Tables>()
		.insertInto('agreements.step')
		.values({
			school_id: ctx.school,
			id: newId(),
			agreement_id: id,
			person_id: person,
			with_person_id: together,
			by_link: byLink,
			told_by: toldBy,
			evaluate_on: evaluateOn,
			if_works: ifWorks,
			if_not: ifNot,
			...step
		})
		.execute();
}

export async function saveLookBack(db: Db, ctx: Ctx, id: AgreementId, { person, ...said }: LookBack) {
	const { round: _round, ...rewritten } = said;
	await db
		.withTables<Tables>()
		.insertInto('agreements.look_back')
		.values({ school_id: ctx.school, agreement_id: id, person_id: person, ...said })
		.onConflict((on) => on.columns(['school_id', 'agreement_id', 'round', 'person_id']).doUpdateSet(rewritten))
		.execute();
}
