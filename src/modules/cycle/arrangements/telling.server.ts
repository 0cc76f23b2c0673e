import type { Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import { told, type Told } from '#platform/told.ts';
import { personsIn } from '#modules/people/people.server.ts';
import { nameOf } from '#modules/people/person.ts';
import { circleIn } from '#modules/people/circles.server.ts';
import { memberOf } from '#modules/people/circle.ts';
import { sayShortDay } from '#words/dates.ts';
import { sayList } from '#words/lists.ts';
import { maySee } from './arrangement.access.ts';
import { didWords, formWords, sayInitiative, sayWay } from './arrangement.words.ts';
import * as store from './arrangement.store.server.ts';
import { findBeen } from './moment.store.server.ts';

/** How was kept in touch about a child, of every year, with all that was offered and what has been. */
export function tell(ctx: Ctx, pupil: PersonId): Promise<Told[]> {
	return read(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		const reader = circle && memberOf(circle, ctx.person.id);
		if (!circle || !reader) return [];
		const kept = (await store.find(db, ctx, { pupils: [pupil] })).filter((one) => maySee(one, reader));
		const been = await findBeen(
			db,
			ctx,
			kept.map(({ id }) => id)
		);
		const mentioned = kept.flatMap(({ steps, terms }) => [
			...steps.map(({ person }) => person),
			...[...terms.values()].flatMap(({ people }) => people)
		]);
		const persons = await personsIn(db, ctx, [...new Set(mentioned)]);
		const name = (id: PersonId) => {
			const person = persons.get(id);
			return person ? nameOf(person) : '';
		};
		const about = { name: circle.callName, isReader: ctx.person.id === pupil };
		return kept.flatMap(({ id, steps, terms, agreed, offered }) =>
			[...terms].map(([number, { ways, initiative, people, until, wish }]) => {
				const said = steps.filter((step) => step.number === number);
				const stands = number === agreed?.number || (number === offered?.number && !agreed);
				return told(ways.map((way) => sayWay(way, ctx.language)).join(' · '), dayOf(said[0]!.at), {
					how: sayInitiative(initiative, about, ctx.language),
					who: sayList(people.map(name), ctx.language),
					until,
					own: wish,
					said: said
						.map(({ move, person, at, words }) =>
							[sayShortDay(at, ctx.language), didWords[move]({ name: name(person) }, { locale: ctx.language }), words]
								.filter(Boolean)
								.join(' · ')
						)
						.join('\n'),
					record: stands
						? been
								.filter(({ arrangement }) => arrangement === id)
								.map(({ form, fallsOn, person }) =>
									[
										sayShortDay(fallsOn, ctx.language),
										formWords[form]({}, { locale: ctx.language }),
										name(person)
									].join(' · ')
								)
								.join('\n')
						: ''
				});
			})
		);
	});
}
