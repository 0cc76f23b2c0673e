import type { Voice } from '#modules/people/circle.ts';
import type { Card } from './card.ts';

/** What several agreements are for: a goal of a talk, or the same why, however it was typed. */
export type Goal = { why: string; cards: Card[] };

const order: readonly Voice[] = ['school', 'home', 'child', 'other'];
const over: readonly Card['state'][] = ['declined', 'withdrawn', 'ended'];

export type Choice = { voice?: Voice; withOver?: boolean };

/** The list that everybody around a child has: by goal, the oldest goal first, and under each goal school's part first. */
export function goalsOf(newestFirst: readonly Card[], { voice, withOver = false }: Choice = {}): Goal[] {
	const chosen = newestFirst
		.toReversed()
		.filter((card) => (withOver || !over.includes(card.state)) && (!voice || card.voice === voice));
	// What was made for a goal of a talk belongs with what says the same in words.
	const linked = new Map(chosen.flatMap(({ goal, wording }) => (goal ? [[plain(wording.why), goal] as const] : [])));
	const keyOf = ({ goal, wording }: Card) => goal ?? linked.get(plain(wording.why)) ?? plain(wording.why);
	return [...Map.groupBy(chosen, keyOf)].map(([, cards]) => ({
		why: cards[0]!.wording.why,
		cards: cards.toSorted((a, b) => order.indexOf(a.voice) - order.indexOf(b.voice))
	}));
}

function plain(why: string) {
	return why
		.normalize('NFKC')
		.toLocaleLowerCase('nl')
		.replace(/[\s.,;:!?]+/g, ' ')
		.trim();
}
