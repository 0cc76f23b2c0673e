import { isPace, type Pace } from '#modules/cycle/wishes/pace.ts';
import * as paces from '#modules/cycle/wishes/pace.store.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, conflicts } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import type { NewPaint } from './offer.input.ts';
import { slotsOf, type BlockId } from './offer.ts';
import * as store from './offer.store.server.ts';
import { myRound, type OfferReason } from './offers.server.ts';
import { repaint } from './paint.ts';
import { isInWindow, takesOffers } from './round.ts';

/** A teacher paints and wipes times. Blocks in which a talk was agreed stay; `kept` says how many of those were wiped in vain. */
export function paint(ctx: Ctx, id: RoundId, { location, places, ...cells }: NewPaint) {
	return change<{ kept: number }, OfferReason, OfferReason>(
		ctx,
		async (db) => {
			const round = await myRound(db, ctx, id);
			if (!round) return no('missing');
			if (!takesOffers(round, ctx.now)) return no('round-closed');
			const held = await store.findHeld(db, ctx, id);
			const blocks = (await store.findBlocks(db, ctx, id, [ctx.person.id])).map(({ location: room, ...block }) => ({
				...block,
				...{ location: room?.name ?? null, held: held.has(block.id) || block.startsAt <= ctx.now }
			}));
			const { remove, add, kept } = repaint(blocks, cells, { location, places });
			for (const span of add) {
				if (!isInWindow(round, span.startsAt)) return no('outside-round');
				if (span.startsAt <= ctx.now) return no('past');
				if (!slotsOf(span, round.minutes).length) return no('too-short');
			}
			for (const block of remove) {
				if (!(await store.removeBlock(db, ctx, id, block))) return no('missing');
				recordFact(db, ctx, 'offer.withdrawn', block, { round: id });
			}
			for (const { location: room, places: how, ...span } of add) {
				const made = { ...span, id: newId<BlockId>(), teacher: ctx.person.id, places: [...how] };
				const where = room ? await store.locationNamed(db, ctx, room) : null;
				await store.addBlock(db, ctx, id, { ...made, location: where });
				recordFact(db, ctx, 'offer.made', made.id, { round: id });
			}
			return ok({ kept: kept.length });
		},
		{ [conflicts.dangling]: 'has-bookings', [conflicts.overlap]: 'overlaps-own' }
	);
}

/** A teacher says how they keep it up in this round: a break after so long, and enough for a day. */
export function keepPace(ctx: Ctx, id: RoundId, pace: Pace) {
	return change<undefined, OfferReason | 'pace-wrong'>(ctx, async (db) => {
		const round = await myRound(db, ctx, id);
		if (!round) return no('missing');
		if (!takesOffers(round, ctx.now)) return no('round-closed');
		if (!isPace(pace)) return no('pace-wrong');
		await paces.savePace(db, ctx, id, pace);
		recordFact(db, ctx, 'offer.paced', id, { round: id });
		return ok(undefined);
	});
}
