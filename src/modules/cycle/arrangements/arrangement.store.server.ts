import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { ConversationId, HouseholdId, PersonId, SchoolId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import {
	forms,
	rhythms,
	type Arrangement,
	type ArrangementId,
	type ArrangementState,
	type Initiative,
	type Step,
	type Terms,
	type Way
} from './arrangement.ts';

type Tables = {
	'cycle.arrangement': {
		school_id: SchoolId;
		id: ArrangementId;
		pupil_id: PersonId;
		year: string;
		household_id: HouseholdId | null;
		state: ArrangementState;
		version: number;
		agreed: number | null;
		agreed_on: Day | null;
		offered: number | null;
		made_in: ConversationId | null;
	};
	'cycle.arrangement_terms': {
		school_id: SchoolId;
		arrangement_id: ArrangementId;
		number: number;
		ways: string[];
		initiative: Initiative;
		people: PersonId[];
		until_on: Day;
		wish: string;
	};
	'cycle.arrangement_step': {
		school_id: SchoolId;
		id: string;
		arrangement_id: ArrangementId;
		move: Step['move'];
		party: Step['party'];
		person_id: PersonId;
		number: number;
		version: number;
		words: string;
		at: Date;
	};
};

type Which = { ids?: readonly ArrangementId[]; pupils?: readonly PersonId[]; year?: string };
/** An arrangement with all that was ever offered in it, by number. */
export type Kept = Arrangement & { terms: ReadonlyMap<number, Terms> };

/** Arrangements with all that was offered and all that happened; an empty list in `which` finds nothing. */
export async function find(db: Db, ctx: Ctx, { ids, pupils, year }: Which): Promise<Kept[]> {
	const rows = await db
		.withTables<Tables>()
		.selectFrom('cycle.arrangement as a')
		.where('a.school_id', '=', ctx.school)
		.$if(!!ids, (query) => query.where('a.id', '=', sql<ArrangementId>`any(${ids!}::uuid[])`))
		.$if(!!pupils, (query) => query.where('a.pupil_id', '=', sql<PersonId>`any(${pupils!}::uuid[])`))
		.$if(!!year, (query) => query.where('a.year', '=', year!))
		.orderBy('a.year', 'desc')
		.orderBy('a.id')
		.select(['a.id', 'a.pupil_id as pupil', 'a.year', 'a.household_id as home', 'a.state', 'a.version'])
		.select(['a.agreed', 'a.agreed_on', 'a.offered', 'a.made_in as madeIn'])
		.execute();
	const found = rows.map(({ id }) => id);
	const [terms, steps] = [await termsOf(db, ctx, found), await stepsOf(db, ctx, found)];
	return rows.map(({ agreed, agreed_on, offered, ...row }) => {
		const own = new Map(terms.get(row.id)?.map(({ number, terms }) => [number, terms]));
		return {
			...row,
			agreed: agreed === null ? null : { number: agreed, terms: own.get(agreed)!, on: agreed_on! },
			offered: offered === null ? null : { number: offered, terms: own.get(offered)! },
			steps: (steps.get(row.id) ?? []).map(({ arrangement: _, ...step }) => step),
			terms: own
		};
	});
}

/** Hold it until the transaction ends: who answers at the same moment waits, and then reads what we left. */
export async function hold(db: Db, ctx: Ctx, pupil: PersonId, id: ArrangementId) {
	await db
		.withTables<Tables>()
		.selectFrom('cycle.arrangement')
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.where('pupil_id', '=', pupil)
		.forNoKeyUpdate()
		.select('id')
		.execute();
}

/** Write what a move made of it; the first time it is not there yet, and only one of two can add it (23505). */
export async function save(db: Db, ctx: Ctx, after: Arrangement, isNew: boolean) {
	const { agreed, offered } = after;
	const state = {
		...{ state: after.state, version: after.version, made_in: after.madeIn },
		...{ agreed: agreed?.number ?? null, agreed_on: agreed?.on ?? null, offered: offered?.number ?? null }
	};
	const own = { school_id: ctx.school, arrangement_id: after.id };
	if (isNew) {
		await db
			.withTables<Tables>()
			.insertInto('cycle.arrangement')
			.values({ ...state, school_id: ctx.school, id: after.id, pupil_id: after.pupil, year: after.year, household_id: after.home })
			.execute();
	} else {
		await db
			.withTables<Tables>()
			.updateTable('cycle.arrangement')
			.set(state)
			.where('school_id', '=', ctx.school)
			.where('id', '=', after.id)
			.execute();
	}
	const step = after.steps.at(-1)!;
	if (offered && offered.number === step.number && (step.move === 'propose' || step.move === 'change')) {
		const { ways, initiative, people, until, wish } = offered.terms;
		const terms = { ways: waysAsText(ways), initiative, people: [...people], until_on: until, wish };
		await db
			.withTables<Tables>()
			.insertInto('cycle.arrangement_terms')
			.values({ ...own, ...terms, number: offered.number })
			.execute();
	}
	const { person, ...said } = step;
	await db
		.withTables<Tables>()
		.insertInto('cycle.arrangement_step')
		.values({ ...own, ...said, id: newId(), person_id: person })
		.execute();
}

async function termsOf(db: Db, ctx: Ctx, ids: readonly ArrangementId[]) {
	if (!ids.length) return new Map<ArrangementId, { number: number; terms: Terms }[]>();
	const rows = await db
		.withTables<Tables>()
		.selectFrom('cycle.arrangement_terms')
		.where('school_id', '=', ctx.school)
		.where('arrangement_id', '=', sql<ArrangementId>`any(${ids}::uuid[])`)
		.select(['arrangement_id', 'number', 'ways', 'initiative', 'people', 'until_on as until', 'wish'])
		.execute();
	const terms = rows.map(({ number, ways, arrangement_id: arrangement, ...more }) => ({
		...{ arrangement, number },
		terms: { ...more, ways: asWays(ways) }
	}));
	return Map.groupBy(terms, ({ arrangement }) => arrangement);
}

async function stepsOf(db: Db, ctx: Ctx, ids: readonly ArrangementId[]) {
	if (!ids.length) return new Map<ArrangementId, (Step & { arrangement: ArrangementId })[]>();
	const rows = await db
		.withTables<Tables>()
		.selectFrom('cycle.arrangement_step')
		.where('school_id', '=', ctx.school)
		.where('arrangement_id', '=', sql<ArrangementId>`any(${ids}::uuid[])`)
		.orderBy('at')
		.orderBy('id')
		.select(['arrangement_id as arrangement', 'move', 'party', 'person_id as person', 'number', 'version', 'words', 'at'])
		.execute();
	return Map.groupBy(rows, ({ arrangement }) => arrangement);
}

/** As the database keeps them: `phone:weeks-6`. */
function waysAsText(ways: readonly Way[]): string[] {
	return ways.map(({ form, rhythm }) => `${form}:${rhythm}`);
}

function asWays(texts: readonly string[]): Way[] {
	return texts.flatMap((text) => {
		const [name, every] = text.split(':');
		const form = forms.find((one) => one === name);
		const rhythm = rhythms.find((one) => one === every);
		return form && rhythm ? [{ form, rhythm }] : [];
	});
}
