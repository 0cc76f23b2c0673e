import { sql, type ColumnType } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { HouseholdId, PersonId, SchoolId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { Consent, ConsentId, ConsentState, Move, Step } from './consent.ts';
import type { PurposeKey } from './purpose.ts';

type Once<T> = ColumnType<T, T, never>;

export type Tables = {
	'consent.consent': {
		school_id: Once<SchoolId>;
		id: Once<ConsentId>;
		pupil_id: Once<PersonId>;
		purpose: Once<PurposeKey>;
		state: ConsentState;
		title: Once<string>;
		what: Once<string>;
		why: Once<string>;
		readers: Once<string>;
		until: Once<Day>;
		given_name: Once<string | null>;
		surname: Once<string | null>;
		email: Once<string | null>;
		person_id: PersonId | null;
		asked_by: Once<PersonId>;
		asked_at: Once<Date>;
	};
	'consent.step': {
		school_id: Once<SchoolId>;
		consent_id: Once<ConsentId>;
		id: Once<string>;
		move: Once<Move>;
		person_id: Once<PersonId>;
		household_id: Once<HouseholdId | null>;
		words: Once<string>;
		at: Once<Date>;
	};
};

type Which = { id: ConsentId } | { pupil: PersonId } | { pupils: readonly PersonId[]; state: ConsentState };

/** Consents with all that was said to them, the newest first. */
export async function find(db: Db, ctx: Ctx, which: Which): Promise<Consent[]> {
	const rows = await db
		.withTables<Tables>()
		.selectFrom('consent.consent')
		.where('school_id', '=', ctx.school)
		.$if('id' in which, (query) => query.where('id', '=', (which as { id: ConsentId }).id))
		.$if('pupil' in which, (query) => query.where('pupil_id', '=', (which as { pupil: PersonId }).pupil))
		.$if('pupils' in which, (query) => {
			const { pupils, state } = which as { pupils: readonly PersonId[]; state: ConsentState };
			return query.where('pupil_id', '=', sql<PersonId>`any(${pupils}::uuid[])`).where('state', '=', state);
		})
		.selectAll()
		.orderBy('asked_at', 'desc')
		.orderBy('id', 'desc')
		.execute();
	const steps = await stepsOf(
		db,
		ctx,
		rows.map(({ id }) => id)
	);
	return rows.map((row) => ({
		...{ id: row.id, pupil: row.pupil_id, purpose: row.purpose, state: row.state, until: row.until },
		...{ title: row.title, what: row.what, why: row.why, readers: row.readers },
		outsider: row.email
			? { givenName: row.given_name ?? '', surname: row.surname ?? '', email: row.email, person: row.person_id }
			: null,
		askedBy: row.asked_by,
		askedAt: row.asked_at,
		steps: steps.get(row.id) ?? []
	}));
}

async function stepsOf(db: Db, ctx: Ctx, ids: readonly ConsentId[]): Promise<Map<ConsentId, Step[]>> {
	if (!ids.length) return new Map();
	const rows = await db
		.withTables<Tables>()
		.selectFrom('consent.step')
		.where('school_id', '=', ctx.school)
		.where('consent_id', '=', sql<ConsentId>`any(${ids}::uuid[])`)
		.select(['consent_id', 'move', 'person_id as person', 'household_id as household', 'words', 'at'])
		.orderBy('id')
		.execute();
	const steps = new Map<ConsentId, Step[]>();
	for (const { consent_id, ...step } of rows) steps.set(consent_id, [...(steps.get(consent_id) ?? []), step]);
	return steps;
}

export async function findOpen(db: Db, ctx: Ctx, today: Day): Promise<ConsentId[]> {
	const rows = await db
		.withTables<Tables>()
		.selectFrom('consent.consent')
		.where('school_id', '=', ctx.school)
		.where('state', '=', 'asked')
		.where('until', '>=', today)
		.select('id')
		.orderBy('id')
		.execute();
	return rows.map(({ id }) => id);
}

/** Hold this consent until the transaction ends: who answers at the same moment waits, and then reads what we left. */
export async function hold(db: Db, ctx: Ctx, id: ConsentId) {
	await db
		.withTables<Tables>()
		.selectFrom('consent.consent')
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.forUpdate()
		.select('id')
		.execute();
}

export async function add(db: Db, ctx: Ctx, consent: Consent) {
	await db
		.withTables<Tables>()
		.insertInto('consent.consent')
		.values({
			...{ school_id: ctx.school, id: consent.id, pupil_id: consent.pupil, purpose: consent.purpose },
			...{ state: consent.state, until: consent.until, asked_by: consent.askedBy, asked_at: consent.askedAt },
			...{ title: consent.title, what: consent.what, why: consent.why, readers: consent.readers },
			given_name: consent.outsider?.givenName ?? null,
			surname: consent.outsider?.surname ?? null,
			email: consent.outsider?.email ?? null,
			person_id: consent.outsider?.person ?? null
		})
		.execute();
	await addStep(db, ctx, consent);
}

/** Where it stands now, and the move that was just made. */
export async function save(db: Db, ctx: Ctx, consent: Consent) {
	await db
		.withTables<Tables>()
		.updateTable('consent.consent')
		.set({ state: consent.state, person_id: consent.outsider?.person ?? null })
		.where('school_id', '=', ctx.school)
		.where('id', '=', consent.id)
		.execute();
	await addStep(db, ctx, consent);
}

async function addStep(db: Db, ctx: Ctx, { id, steps }: Consent) {
	const last = steps.at(-1)!;
	await db
		.withTables<Tables>()
		.insertInto('consent.step')
		.values({
			...{ school_id: ctx.school, consent_id: id, id: newId() },
			...{ move: last.move, person_id: last.person, household_id: last.household, words: last.words, at: last.at }
		})
		.execute();
}

/** Until when else this person may stay with this child: the last day of other leave that was given. */
export async function otherLeave(db: Db, ctx: Ctx, { pupil, id }: Consent, person: PersonId): Promise<Day | null> {
	const other = await db
		.withTables<Tables>()
		.selectFrom('consent.consent')
		.where('school_id', '=', ctx.school)
		.where('pupil_id', '=', pupil)
		.where('person_id', '=', person)
		.where('state', '=', 'given')
		.where('id', '!=', id)
		.select(({ fn }) => fn.max('until').as('until'))
		.executeTakeFirst();
	return other?.until ?? null;
}
