import * as rounds from '#modules/cycle/round.store.server.ts';
import { mayPlan } from '#modules/cycle/round.access.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { hear } from '#platform/live.server.ts';
import { log } from '#platform/log.server.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import * as boards from './board.store.server.ts';
import { stateNow, type RunState } from './run.ts';
import * as store from './run.store.server.ts';

/** What an open board hears: how far the planning is, and how often the board changed. */
export type Progress = {
	version: number;
	run: { state: RunState; honoured: number; asked: number; seconds: number; passed: number } | null;
};

/** Under which name what happens on one board is called out and heard. */
export function subjectOf({ school }: Pick<Ctx, 'school'>, round: RoundId) {
	return `board/${school}/${round}`;
}

/** How far the planning of a round is now. */
export function glance(ctx: Ctx, id: RoundId) {
	return read(ctx, async (db) => {
		const round = mayPlan(ctx) ? await rounds.find(db, ctx, id) : undefined;
		if (!round || round.mode !== 'wishes') return no('missing');
		const board = await boards.find(db, ctx, id);
		const run = await store.findLast(db, ctx, id);
		const progress: Progress = {
			version: board.version,
			run: run
				? {
						state: stateNow(run, ctx.now),
						honoured: run.honoured,
						asked: run.asked,
						seconds: run.seconds,
						passed: Math.max(0, Math.round((ctx.now.getTime() - run.startedAt.getTime()) / 1000))
					}
				: null
		};
		return ok(progress);
	});
}

type Hears = { tell: (news: Progress) => void; beat: () => void; gone: () => void };

const beatMs = 15_000;

/**
 * Hear of each change on the board and of each step of the planning, until the answer is called. Access is asked anew each
 * time: who lost it is told so by `gone`, and nothing more.
 */
export async function follow(
	ctx: Ctx,
	id: RoundId,
	{ tell, beat, gone }: Hears,
	again: () => Promise<Ctx | undefined>
): Promise<Outcome<() => void, 'missing'>> {
	const first = await glance(ctx, id);
	if (!first.ok) return first;
	let looking: Promise<void> | undefined;
	let isBehind = false;
	const lookOnce = async () => {
		try {
			const now = await again();
			const news = now?.person.id === ctx.person.id ? await glance(now, id) : undefined;
			if (news?.ok) tell(news.value);
			else gone();
		} catch (error) {
			log.warn({ error }, 'a board could not be looked at again');
		}
	};
	// What is called out while we look is looked at next, however often it was.
	const look = async (): Promise<void> => {
		isBehind = looking !== undefined;
		looking ??= lookOnce().finally(() => (looking = undefined));
		await looking;
		if (isBehind) await look();
	};
	const stop = await hear(subjectOf(ctx, id), () => void look());
	const beating = setInterval(() => void look().then(beat), beatMs);
	tell(first.value);
	return ok(() => {
		clearInterval(beating);
		stop();
	});
}
