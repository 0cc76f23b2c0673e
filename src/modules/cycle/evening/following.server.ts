import type { Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { hear } from '#platform/live.server.ts';
import { log } from '#platform/log.server.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { changesOf, subjectOf } from './changes.server.ts';
import { familyIn } from './families.server.ts';
import { talksOfIn } from './teachers.server.ts';

/** What an open route or list hears: that something changed, and how often until now. */
export type News = { version: number };
export type Hears = { tell: (news: News) => void; beat: () => void; gone: () => void };

/** Asked anew of an open stream: who holds its session now, if anybody. */
type Again = () => Promise<Ctx | undefined>;

export const beatMs = 15_000;

/** How far the round is, for a device that asks now and then: a family that goes to talks in it, or a teacher. */
export function glance(ctx: Ctx, id: RoundId): Promise<Outcome<News, 'missing'>> {
	return read(ctx, async (db) => {
		const version = await changesOf(db, ctx, id);
		const follows = (await familyIn(db, ctx, id)) ?? (await talksOfIn(db, ctx, id));
		return follows ? ok({ version }) : no('missing');
	});
}

/**
 * Hear of every change from the one after what `tell` says first, until the answer is called. Access is asked anew at every
 * beat, which also makes up for a call that nobody heard.
 */
export async function watch(
	ctx: Ctx,
	id: RoundId,
	hears: Hears,
	again: Again
): Promise<Outcome<() => void, 'missing'>> {
	let told = -1;
	const tell = (version: number) => {
		if (version <= told) return;
		told = version;
		hears.tell({ version });
	};
	const check = async () => {
		try {
			const now = await again();
			const still = now?.person.id === ctx.person.id ? await glance(now, id) : undefined;
			if (!still?.ok) return hears.gone();
			tell(still.value.version);
			hears.beat();
		} catch (error) {
			log.warn({ error }, 'a stream could not be looked at again');
		}
	};
	const deaf = await hear(subjectOf(ctx, id), (news) => (news ? tell((news as News).version) : void check()));
	const first = await glance(ctx, id);
	if (!first.ok) {
		deaf();
		return first;
	}
	tell(first.value.version);
	const beats = setInterval(() => void check(), beatMs).unref();
	return ok(() => {
		deaf();
		clearInterval(beats);
	});
}
