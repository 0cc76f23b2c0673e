import { consentForMessage } from '#modules/consent/answerers.server.ts';
import type { ClaimId } from '#modules/consent/claim.ts';
import { claimForMessage } from '#modules/consent/claims.server.ts';
import type { ConsentId } from '#modules/consent/consent.ts';
import { memberOf } from '#modules/people/circle.ts';
import { wholeCircleIn } from '#modules/people/circles.server.ts';
import { guestForMessage } from '#modules/people/guests.server.ts';
import type { InformationRequestId } from '#modules/people/information-request.ts';
import { requestForMessage } from '#modules/people/information-requests.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { Fact } from '#platform/facts.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { Message } from './message.store.server.ts';
import type { TrustKind } from './notification.ts';
import { trustText } from './trust.words.ts';
import type { Text } from './text.ts';

type Made = Pick<Message, 'subject'>;

/** Who hears of it: whom school asks, whom it is about, or who asked. Of somebody's authority nobody else is told. */
export async function whoHearsOfTrust(db: Db, ctx: Ctx, kind: TrustKind, fact: Fact): Promise<PersonId[]> {
	if (kind === 'consent-asked') return (await consentForMessage(db, ctx, fact.subject as ConsentId))?.answerers ?? [];
	if (kind === 'authority-changed') return asList(asId<PersonId>(fact.about.guardian));
	if (kind === 'circle-invited') return asList(asId<PersonId>(fact.about.person));
	return asList(await askerOf(db, ctx, kind, { subject: fact.subject }));
}

/** Undefined: it was answered meanwhile, or no longer holds. What is not for the child's circle names no child, and goes by mail alone. */
export async function aboutTrust(db: Db, ctx: Ctx, school: string, message: Message): Promise<Text | undefined> {
	const { subject } = message;
	const me = ctx.person.id;
	if (message.kind === 'consent-asked') {
		const asked = await consentForMessage(db, ctx, subject as ConsentId);
		if (!asked?.answerers.includes(me)) return undefined;
		const { pupil, callName: child, title, until } = asked;
		const path = `/leerlingen/${pupil}/toestemming`;
		return { pupil, ...trustText({ kind: 'consent-asked', child, title, until }, path, ctx.language) };
	}
	if (message.kind === 'circle-invited') {
		const pupil = subject as PersonId;
		const guest = await guestForMessage(db, ctx, pupil, me);
		if (!guest?.until) return undefined;
		const { callName: child, until, invitedBy } = guest;
		const said = { kind: 'circle-invited', child, until, name: invitedBy ?? '', school } as const;
		return { pupil, ...trustText(said, `/leerlingen/${pupil}`, ctx.language) };
	}
	if (message.kind === 'authority-changed') {
		const circle = await wholeCircleIn(db, ctx, subject as PersonId);
		const path = circle && memberOf(circle, me) ? `/leerlingen/${subject}/kring` : '/informatie';
		return trustText({ kind: 'authority-changed', school }, path, ctx.language);
	}
	const kind = message.kind as 'information-decided' | 'claim-answered';
	if ((await askerOf(db, ctx, kind, message)) !== me) return undefined;
	if (kind === 'information-decided') return trustText({ kind }, '/informatie', ctx.language);
	const claim = await claimForMessage(db, ctx, subject as ClaimId);
	return trustText({ kind, waits: claim?.state === 'extended' }, '/profiel/gegevens', ctx.language);
}

/** Undefined as long as school has not answered. */
async function askerOf(db: Db, ctx: Ctx, kind: TrustKind, { subject }: Made): Promise<PersonId | undefined> {
	const found =
		kind === 'claim-answered'
			? await claimForMessage(db, ctx, subject as ClaimId)
			: await requestForMessage(db, ctx, subject as InformationRequestId);
	return found && found.state !== 'asked' ? found.askedBy : undefined;
}

function asList(person: PersonId | undefined): PersonId[] {
	return person ? [person] : [];
}
