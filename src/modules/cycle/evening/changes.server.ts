import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { Fact } from '#platform/facts.server.ts';
import { asId, type RoundId, type SchoolId } from '#platform/ids.ts';
import { callOutIn } from '#platform/live.server.ts';
import * as store from './change.store.server.ts';
import { findRoundsOf } from './stop.store.server.ts';

type At = Pick<Ctx, 'school'>;

/** Under which name what changes in one round is called out and heard. */
export function subjectOf({ school }: At, round: RoundId) {
	return `round/${school}/${round}`;
}

/** How often the times and delays of this round have changed; read before the page itself, so never newer than what is shown. */
export function changesOf(db: Db, ctx: At, round: RoundId): Promise<number> {
	return store.count(db, ctx, round);
}

/** Every open route and list of this round hears so once it stands. Called as the last of a change. */
export async function noteChangeIn(db: Db, ctx: At, round: RoundId) {
	const version = await store.countOneMore(db, ctx, round);
	if (version !== undefined) await callOutIn(db, subjectOf(ctx, round), { version });
}

/** A time that was chosen, moved or given up, and a talk that began or ended, reach the open pages through their fact. */
export async function hearIn(db: Db, school: SchoolId, facts: readonly Fact[]) {
	const moved = facts.flatMap(({ name, about }) => (name.startsWith('booking.') && asId<RoundId>(about.round)) || []);
	const sat = facts.filter(({ name }) => /^conversation\.(started|held)$/.test(name)).map(({ subject }) => subject);
	const rounds = new Set([...moved, ...(sat.length ? await findRoundsOf(db, { school }, sat) : [])]);
	// Always in the same order, so that two that count at once never wait for one another crosswise.
	for (const round of [...rounds].toSorted()) await noteChangeIn(db, { school }, round);
}
