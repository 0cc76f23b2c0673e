import type { Ctx } from '#platform/ctx.ts';
import { dayOf } from '#platform/time.ts';
import type { PersonId } from '#platform/ids.ts';
import { told, type Told } from '#platform/told.ts';
import { sayShortDay } from '#words/dates.ts';
import * as claims from './claims.server.ts';
import { kindWords } from './claim.words.ts';
import { didWords, stateWords } from './consent.words.ts';
import * as consents from './consents.server.ts';
import { whoWords } from './look.words.ts';
import * as looks from './looks.server.ts';

/** What was asked consent for, and who answered what as far as this reader may know. */
export async function tellConsents(ctx: Ctx, pupil: PersonId): Promise<Told[]> {
	const page = await consents.ofPupil(ctx, pupil);
	const locale = { locale: ctx.language };
	return (page.ok ? page.value.cards : []).map(({ title, askedAt, what, why, readers, until, standing, lines }) =>
		told(title, dayOf(askedAt), {
			...{ what, why, readers, until, state: stateWords[standing]({}, locale) },
			said: lines
				.map(({ move, name, words, at }) =>
					[sayShortDay(at, ctx.language), didWords[move]({ name }, locale), words].filter(Boolean).join(' · ')
				)
				.join('\n')
		})
	);
}

/** Who looked, as the page with the looks says it. */
export async function tellLooks(ctx: Ctx, pupil: PersonId): Promise<Told[]> {
	const found = await looks.list(ctx, pupil);
	return (found.ok ? found.value.looks : []).map((look) =>
		told(whoWords(look, ctx.language), look.day, { reason: look.why.kind === 'looked-in' ? look.why.reason : null })
	);
}

/** What the reader asked by law, and the answers. */
export async function tellClaims(ctx: Ctx): Promise<Told[]> {
	return (await claims.mine(ctx)).map(({ kind, askedAt, words, answer, dueOn, extendedWhy }) =>
		told(kindWords[kind].title({}, { locale: ctx.language }), dayOf(askedAt), {
			...{ what: words, until: dueOn, reason: extendedWhy, answer }
		})
	);
}
