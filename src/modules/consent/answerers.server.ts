import { wholeCircleIn } from '#modules/people/circles.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import { answerersOf } from './consent.access.ts';
import type { Consent, ConsentId } from './consent.ts';
import * as store from './consent.store.server.ts';

/** What a message about something that was asked may say, and who has still to answer it. */
export type ForMessage = Pick<Consent, 'pupil' | 'title' | 'until'> & { callName: string; answerers: PersonId[] };

/** For the room that sends messages, whoever `ctx.person` is. Undefined: it is not here. */
export async function consentForMessage(db: Db, ctx: Ctx, id: ConsentId): Promise<ForMessage | undefined> {
	const [consent] = await store.find(db, ctx, { id });
	const circle = consent && (await wholeCircleIn(db, ctx, consent.pupil));
	if (!circle) return undefined;
	const { pupil, title, until } = consent;
	return { pupil, title, until, callName: circle.callName, answerers: answerersOf(consent, circle, dayOf(ctx.now)) };
}

/** All that was asked and can still be answered. */
export function openConsentsIn(db: Db, ctx: Ctx): Promise<ConsentId[]> {
	return store.findOpen(db, ctx, dayOf(ctx.now));
}
