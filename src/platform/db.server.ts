import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import type { Pool } from 'pg';
import type { Ctx } from './ctx.ts';
import { connect, type Place } from './connect.server.ts';
import type { Listen } from './listen.server.ts';
import { writeFacts, type FactRow } from './fact.store.server.ts';
import type { SchoolId } from './ids.ts';
import { no, type Outcome } from './outcome.ts';

type NoTables = Record<never, never>;

/** A transaction inside one school. A store adds its own tables to it: `db.withTables<Tables>()`. */
export type Db = Transaction<NoTables>;
/** Outside any school: accounts, sessions, tenants, the mailbox. Only `platform` uses it. */
export type LocalDb = Kysely<NoTables>;

type House = { pool: Pool; kysely: LocalDb; embedded: boolean; listen: Listen; close: () => Promise<void> };
let house: House | undefined;
let watch: ((sql: string) => void) | undefined;

/** Open the one database of this process. Call once, before the first use case. */
export async function openDatabase(place: Place) {
	if (house) throw new Error('The database of this process is open already.');
	const { pool, listen, close } = await connect(place);
	const kysely = new Kysely<NoTables>({
		dialect: new PostgresDialect({ pool }),
		log: ({ query }) => watch?.(query.sql)
	});
	house = { pool, kysely, embedded: place.kind === 'embedded', listen, close };
}

export function isOpen() {
	return house !== undefined;
}

export function isEmbedded() {
	return opened().embedded;
}

export async function closeDatabase() {
	const open = house;
	house = undefined;
	if (!open) return;
	await open.kysely.destroy();
	// Kysely ends the pool only when it has used it; a migration alone does not.
	if (!open.pool.ended) await open.pool.end();
	await open.close();
}

/** Tests look over the shoulder: `see` gets the text of each query and throws at what the house forbids. */
export function watchQueries(see: typeof watch) {
	watch = see;
}

export function local(): LocalDb {
	return opened().kysely;
}

export function pool(): Pool {
	return opened().pool;
}

/** How this database tells what is called out in it (`live.server.ts`). */
export function listener(): Listen {
	return opened().listen;
}

const shared = new WeakMap<Pick<Ctx, 'school'>, Db>();

/** From now on, who reads for this very `ctx` reads in the transaction `db`, and nothing is written for it. */
export function share(ctx: Pick<Ctx, 'school'>, db: Db) {
	shared.set(ctx, db);
}

/** Look something up in a school. Nothing can be written. */
export function read<T>(ctx: Pick<Ctx, 'school'>, work: (db: Db) => Promise<T>): Promise<T> {
	const { school } = ctx;
	const open = shared.get(ctx);
	if (open) return work(open);
	return opened()
		.kysely.transaction()
		.setAccessMode('read only')
		.execute(async (db) => {
			await enter(db, school);
			return work(db);
		});
}

const news = new WeakMap<Db, FactRow[]>();

/** What there is to tell of the change that `db` makes; written with it, last. @throws where nothing is changed */
export function newsOf(db: Db): FactRow[] {
	const facts = news.get(db);
	if (!facts) throw new Error('Who only reads records no fact.');
	return facts;
}

/** Is something being changed here, or only looked up? */
export function isChanging(db: Db): boolean {
	return news.has(db);
}

let whenNews: ((school: SchoolId) => void) | undefined;

/** Who wants to know, after the commit, that a school has something to be told on. */
export function onNews(hear: typeof whenNews) {
	whenNews = hear;
}

class Refused {
	readonly outcome: { ok: false; reason: string };
	constructor(outcome: { ok: false; reason: string }) {
		this.outcome = outcome;
	}
}

/** SQLSTATEs by which the database itself says no, whatever the constraint is called. */
export const conflicts = { overlap: '23P01', double: '23505', dangling: '23503', impossible: '23514' } as const;

/**
 * Change something in a school: all of it happens, or none of it. A refusal undoes what was written before it.
 * `refusals` names what a conflict found by the database means, by SQLSTATE. A deadlock is tried again, twice.
 */
export async function change<T, Reason extends string, Conflict extends string = never>(
	ctx: Pick<Ctx, 'school'>,
	work: (db: Db) => Promise<Outcome<T, Reason>>,
	refusals: Record<string, Conflict> = {}
): Promise<Outcome<T, Reason | Conflict>> {
	const { school } = ctx;
	if (shared.has(ctx)) throw new Error('Who reads together writes nothing.');
	for (let attempt = 1; ; attempt++) {
		try {
			const { outcome, facts } = await opened()
				.kysely.transaction()
				.execute(async (db) => {
					const facts: FactRow[] = [];
					news.set(db, facts);
					await enter(db, school);
					const outcome = await work(db);
					if (!outcome.ok) throw new Refused(outcome);
					await writeFacts(db, facts);
					return { outcome, facts };
				});
			if (facts.length) whenNews?.(school);
			return outcome;
		} catch (error) {
			if (error instanceof Refused) return error.outcome as Outcome<T, Reason>;
			const code = (error as { code?: string }).code ?? '';
			const refusal = refusals[code];
			if (refusal) return no(refusal);
			if (code !== '40P01' || attempt === 3) throw error;
		}
	}
}

async function enter(db: Db, school: string) {
	if (opened().embedded) await sql`set local role eenlijn_app`.execute(db);
	await sql`select platform.enter_school(${school}::uuid)`.execute(db);
}

function opened() {
	if (!house) throw new Error('The database is not open.');
	return house;
}
