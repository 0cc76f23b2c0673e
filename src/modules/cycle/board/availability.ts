import type { Block } from '#modules/cycle/offer.ts';
import type { Liking, PartyWindow } from '#modules/planner/instance.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { Home, Situation } from './situation.ts';
import { merged, momentAt, type Span, spansOf, without } from './span.ts';

const wholeDay = { from: 0, to: 24 * 60 };

/** Who or what is occupied when, as stretches of the days of a round; what is over by now is nobody's time any more. */
export function busyOf({ occupied, blocks, now }: Situation, days: readonly Day[]) {
	const taken = new Map<string, Span[]>();
	const add = (who: string, spans: Span[]) => taken.set(who, [...(taken.get(who) ?? []), ...spans]);
	for (const { occupant, ...stretch } of occupied) add(occupant, spansOf(stretch, days));
	const past = days.length ? spansOf({ startsAt: momentAt(days[0]!, 0), endsAt: now }, days) : [];
	for (const teacher of new Set(blocks.map((block) => block.teacher))) add(teacher, past);
	return (who: string) => taken.get(who) ?? [];
}

/** The blocks of a teacher without what they, or the room, are occupied with. A room is of who has it first. */
export function offeredBy(
	teacher: PersonId,
	blocks: readonly Block[],
	days: readonly Day[],
	busy: (who: string) => Span[],
	grid = 1
): (Span & { block: Block })[] {
	return blocks.flatMap((block, i) => {
		if (block.teacher !== teacher) return [];
		const rivals = blocks
			.slice(0, i)
			.filter((other) => other.location && other.location.id === block.location?.id && other.teacher !== teacher)
			.flatMap((other) => spansOf(other, days));
		const taken = [...busy(teacher), ...(block.location ? busy(block.location.id) : []), ...rivals];
		return spansOf(block, days)
			.flatMap((span) => without(span, taken, grid))
			.map((span) => ({ ...span, block }));
	});
}

/**
 * When a home can come and what that costs it: what suits well nothing, what it could do or did not name one. Early or late
 * counts the other half of what is offered on a day as one step less liked.
 */
export function windowsOf(
	home: Home | undefined,
	offered: readonly Span[],
	busy: readonly Span[],
	days: readonly Day[]
) {
	const anywhere = days.map((_, day) => ({ day, ...wholeDay, cost: 1 as Liking }));
	const said = (home?.times ?? []).flatMap(({ liking, ...time }) =>
		spansOf(time, days).map((span) => ({ ...span, liking }))
	);
	const cannot = [...busy, ...said.filter(({ liking }) => liking === 0)];
	const suits = said.filter(({ liking }) => liking === 2).map((span) => ({ ...span, cost: 0 as Liking }));
	const graded = [...suits, ...anywhere].flatMap((span) => timed(span, home?.timing ?? null, offered));
	// A talk may lie across two times that suit: it counts as the least liked of both.
	return ([0, 1, 2] as const).flatMap((cost): PartyWindow[] => {
		if (!graded.some((span) => span.cost === cost)) return [];
		const spans = merged(graded.filter((span) => span.cost <= cost));
		return spans.flatMap((span) => without(span, cannot).map((left) => ({ ...left, cost })));
	});
}

function timed(span: Span & { cost: Liking }, timing: Home['timing'], offered: readonly Span[]) {
	const today = offered.filter(({ day }) => day === span.day);
	if (!timing || !today.length) return [span];
	const middle = (Math.min(...today.map(({ from }) => from)) + Math.max(...today.map(({ to }) => to))) / 2;
	const less = (span.cost + 1) as Liking;
	return [
		{ ...span, to: Math.min(span.to, middle), cost: timing === 'early' ? span.cost : less },
		{ ...span, from: Math.max(span.from, middle), cost: timing === 'late' ? span.cost : less }
	].filter(({ from, to }) => from < to);
}
