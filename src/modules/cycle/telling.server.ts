import { kindWords } from '#modules/conversations/kind.words.ts';
import { circleIn } from '#modules/people/circles.server.ts';
import { tellIn as tellWishesIn } from '#modules/cycle/wishes/telling.server.ts';
import { memberOf } from '#modules/people/circle.ts';
import { namesIn } from '#modules/people/people.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import { told, type Told } from '#platform/told.ts';
import { stateWords as proposalWords } from '#modules/cycle/after/proposal.words.ts';
import { outcomeWords, stepWords } from '#modules/cycle/after/nudge.words.ts';
import { attendedWords } from '#modules/cycle/after/attendance.words.ts';
import * as m from '#words/compiled/messages.js';
import { sayMoment } from '#words/dates.ts';
import { maySee } from './booking.access.ts';
import { ownTalkWords, stateWords } from './booking.words.ts';
import { becauseWords } from './participant.words.ts';
import { sayWhere } from './offer.words.ts';
import * as store from './telling.store.server.ts';

/** In which rounds a child takes part and the times that were chosen for its talks, but those of the other home's own talks. */
export async function tell(ctx: Ctx, pupil: PersonId): Promise<Told[]> {
	return read(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		const reader = circle && memberOf(circle, ctx.person.id);
		if (!reader) return [];
		const times = (await store.findTimes(db, ctx, pupil)).filter((time) => maySee(time, reader));
		const names = await namesIn(db, ctx, [...new Set(times.map(({ teacher }) => teacher))]);
		const locale = { locale: ctx.language };
		return [
			...times.map(({ kind, teacher, startsAt, state, attended, ...where }) =>
				told(kindWords[kind](), dayOf(startsAt), {
					rhythm: sayMoment(startsAt, ctx.language),
					how: sayWhere(where),
					who: names.get(teacher) ?? '',
					state: (attended === null ? stateWords[state] : attendedWords(attended))({}, locale)
				})
			),
			...(await store.findProposed(db, ctx, pupil))
				.filter((each) => maySee(each, reader))
				.map(({ kind, at, startsAt, state }) =>
					told(kindWords[kind](), dayOf(at), {
						what: m.after_mail_moved_kind({}, locale),
						rhythm: startsAt && sayMoment(startsAt, ctx.language),
						state: proposalWords[state]({}, locale)
					})
				),
			...(await store.findNudges(db, ctx, pupil))
				.filter((each) => maySee(each, reader))
				.map(({ kind, step, on, outcome }) =>
					told(kindWords[kind](), on, {
						what: stepWords[step]({}, locale),
						state: outcome && outcomeWords[outcome]({}, locale)
					})
				),
			...(await store.findParts(db, ctx, pupil)).map(({ kind, on, because, minutes }) =>
				told(kindWords[kind](), on, {
					why: becauseWords[because]({}, locale),
					what: minutes === null ? null : m.cycle_round_length({ minutes }, locale)
				})
			),
			...(await store.findPartings(db, ctx, pupil)).map(({ kind, at }) =>
				told(kindWords[kind](), dayOf(at), { what: ownTalkWords({}, locale) })
			),
			...(await tellWishesIn(db, ctx, pupil, reader))
		];
	});
}
