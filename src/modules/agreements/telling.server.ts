import type { Ctx } from '#platform/ctx.ts';
import type { PersonId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import { told, type Told } from '#platform/told.ts';
import { sayShortDay } from '#words/dates.ts';
import { closerWords, didWords, outcomeWords, stateWords } from './agreement.words.ts';
import { agreementsOf, get } from './agreements.server.ts';
import { sayRhythm } from './cadence.words.ts';
import { name as nameOf } from './card.ts';

/** The agreements on a child with their history, as this reader sees them. */
export async function tell(ctx: Ctx, pupil: PersonId): Promise<Told[]> {
	const all: Told[] = [];
	const locale = { locale: ctx.language };
	for (const { id } of await agreementsOf(ctx, { pupil })) {
		const found = await get(ctx, id);
		if (!found.ok) continue;
		const { card, history, scene } = found.value;
		const { what, why, how, helpers } = card.wording;
		all.push(
			told(what, dayOf(scene.agreement.proposedAt), {
				why,
				rhythm: sayRhythm(card.wording, ctx.language),
				how: [how, helpers].filter(Boolean).join('\n'),
				who: card.owner.names.join(', '),
				until: card.evaluateOn,
				state: stateWords[card.state]({}, { locale: ctx.language }),
				said: history
					.toReversed()
					.map(({ move, name, words, at }) =>
						[sayShortDay(at, ctx.language), didWords[move]({ name }), words].filter(Boolean).join(' · ')
					)
					.join('\n'),
				answer: scene.agreement.lookBacks
					.map(({ person, at, did, missed, closer, wants }) =>
						[
							...[sayShortDay(at, ctx.language), nameOf(scene.persons, person), did, missed],
							...[closerWords[closer]({}, locale), outcomeWords[wants]({}, locale)]
						]
							.filter(Boolean)
							.join(' · ')
					)
					.join('\n')
			})
		);
	}
	return all;
}
