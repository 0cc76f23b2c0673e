import type { TimeChoice } from '#modules/cycle/booking.input.ts';
import type { NewBlock } from '#modules/cycle/offer.input.ts';
import type { BlockId } from '#modules/cycle/offer.ts';
import { offer } from '#modules/cycle/offers.server.ts';
import type { NewRound } from '#modules/cycle/round.input.ts';
import { open, plan } from '#modules/cycle/rounds.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { RoundId } from '#platform/ids.ts';
import type { Outcome } from '#platform/outcome.ts';
import { momentOf, type Day, type Time } from '#platform/time.ts';
import { anke, as, bram, group3, group5, yvonne } from './cast.ts';

/** The moment `time` on a day of September 2026. */
export function september(day: number, time: string): Date {
	return momentOf(`2026-09-${String(day).padStart(2, '0')}` as Day, time as Time);
}

/** Start talks of a quarter in weeks 3 and 4, for the groups of juf Anke and meester Bram. */
export const startRound: NewRound = {
	kind: 'start',
	firstDay: '2026-09-21' as Day,
	lastDay: '2026-10-02' as Day,
	minutes: 15,
	noticeHours: 24,
	invitation: 'Wij maken graag kennis met jou en je kind.',
	groups: [group3, group5]
};

export const afternoon: NewBlock = {
	startsAt: september(24, '15:00'),
	endsAt: september(24, '16:00'),
	location: 'Lokaal 5',
	places: ['school', 'phone']
};
export const evening: NewBlock = {
	startsAt: september(29, '19:00'),
	endsAt: september(29, '20:00'),
	location: 'Lokaal 5',
	places: ['school']
};

/** The round, opened, with an afternoon and an evening of Anke and an afternoon of Bram in a room of his own. */
export async function openStartRound() {
	const round = value(await plan(as(yvonne), startRound)).id;
	const ankesAfternoon = await offered(as(anke), round, afternoon);
	const ankesEvening = await offered(as(anke), round, evening);
	const bramsAfternoon = await offered(as(bram), round, { ...afternoon, location: 'Lokaal 3' });
	value(await open(as(yvonne), round));
	return { round, ankesAfternoon, ankesEvening, bramsAfternoon };
}

export async function offered(ctx: Ctx, round: RoundId, block: NewBlock): Promise<BlockId> {
	return value(await offer(ctx, round, block));
}

export function time(block: BlockId, startsAt: Date, place: TimeChoice['place'] = 'school'): TimeChoice {
	return { block, startsAt, place };
}

/** The value of what must go well. @throws with the reason when it does not */
export function value<T>(outcome: Outcome<T, string>): T {
	if (!outcome.ok) throw new Error(`Refused: ${outcome.reason}`);
	return outcome.value;
}
