import { kindWords } from '#modules/conversations/kind.words.ts';
import type { Member } from '#modules/people/circle.ts';
import { namesIn } from '#modules/people/people.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import { told, type Told } from '#platform/told.ts';
import { sayMoment } from '#words/dates.ts';
import * as m from '#words/compiled/messages.js';
import * as store from './telling.store.server.ts';
import { mayReadWish } from './wish.access.ts';
import type { WishTime } from './wish.ts';
import { answerWords, likingWords, placeWords, timingWords } from './wish.words.ts';

/** What was said about a child's talks before a plan was made, by the homes whose words `reader` may read. */
export async function tellIn(db: Db, ctx: Ctx, pupil: PersonId, reader: Member): Promise<Told[]> {
	const said = (await store.findSaid(db, ctx, pupil)).filter(({ household }) => mayReadWish(household, reader));
	const suggested = await store.findSuggested(db, ctx, pupil);
	const named = [...said.flatMap((one) => [one.answeredBy, ...one.teachers]), ...suggested.flatMap((s) => s.teachers)];
	const names = await namesIn(db, ctx, [...new Set(named)]);
	const nameAll = (persons: readonly PersonId[]) => persons.map((person) => names.get(person) ?? '').join(', ');
	const locale = { locale: ctx.language };
	return [
		...said.map(({ kind, answeredAt, times, timing, ...wish }) =>
			told(kindWords[kind](), dayOf(answeredAt), {
				what: answerWords[wish.answer]({}, locale),
				said: wish.note,
				how: placeWords[wish.place]({}, locale),
				language: wish.interpreter,
				rhythm: [...(timing ? [timingWords[timing]({}, locale)] : []), ...times.map(sayTime(ctx))].join('; '),
				who: nameAll(wish.teachers),
				by: nameAll([wish.answeredBy])
			})
		),
		...suggested.map(({ kind, teachers }) =>
			told(kindWords[kind](), null, { what: m.wishes_suggested({ teachers: nameAll(teachers) }, locale) })
		)
	];
}

function sayTime({ language }: Ctx) {
	const locale = { locale: language };
	return ({ startsAt, liking }: WishTime) =>
		m.wishes_told_times(
			{ when: sayMoment(new Date(startsAt), language), liking: likingWords[liking]({}, locale) },
			locale
		);
}
