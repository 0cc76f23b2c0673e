import * as offers from '#modules/cycle/offers.server.ts';
import * as rounds from '#modules/cycle/rounds.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { anke, as, bram, yvonne } from './cast.ts';
import { afternoon, evening, startRound, value } from './start-round.ts';

/** The start round in which families say when they can, opened: an afternoon and an evening of Anke, an afternoon of Bram. */
export async function openWishesRound() {
	const round: RoundId = value(await rounds.plan(as(yvonne), { ...startRound, mode: 'wishes' })).id;
	const ankesAfternoon = value(await offers.offer(as(anke), round, afternoon));
	const ankesEvening = value(await offers.offer(as(anke), round, evening));
	const bramsAfternoon = value(await offers.offer(as(bram), round, { ...afternoon, location: 'Lokaal 3' }));
	value(await rounds.open(as(yvonne), round));
	return { round, ankesAfternoon, ankesEvening, bramsAfternoon };
}
