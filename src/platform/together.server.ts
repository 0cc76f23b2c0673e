import type { Ctx } from './ctx.ts';
import { read, share, type Db } from './db.server.ts';

type Find<T> = (db: Db, ctx: Ctx) => Promise<T>;
const found = new WeakMap<Ctx, Map<unknown, Promise<unknown>>>();

/**
 * For a page of several use cases: those that are given the `ctx` of `work` read in one transaction, one after another,
 * and share what they look up `once`. Nothing is remembered after it.
 */
export function readTogether<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
	return read(ctx, (db) => {
		const together = { ...ctx };
		share(together, db);
		found.set(together, new Map());
		return work(together);
	});
}

/** The same for what is asked with something: `key` says with what. */
export function onceFor<T>(db: Db, ctx: Ctx, key: string, find: Find<T>): Promise<T> {
	const known = found.get(ctx);
	const answer = (known?.get(key) as Promise<T> | undefined) ?? find(db, ctx);
	known?.set(key, answer);
	return answer;
}

/** What `find` finds, looked up once for all that read together; who reads alone, or writes, looks for itself. */
export function once<T>(db: Db, ctx: Ctx, find: Find<T>): Promise<T> {
	const known = found.get(ctx);
	const answer = (known?.get(find) as Promise<T> | undefined) ?? find(db, ctx);
	known?.set(find, answer);
	return answer;
}
