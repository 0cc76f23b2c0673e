import * as callers from '#modules/people/callers.server.ts';
import type { Ctx, Language } from '#platform/ctx.ts';
import { read, type Db } from '#platform/db.server.ts';
import { asId, type AgreementId, type PersonId, type SchoolId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { seal, unseal } from '#platform/secret.server.ts';
import { within } from '#platform/sign-in-limit.server.ts';
import { asDay, dayOf, type Day } from '#platform/time.ts';
import { seatsOf } from './agreement.access.ts';
import type { NoteResult } from './agreement.ts';
import * as evaluations from './evaluations.server.ts';
import { wishes } from './evaluation.ts';
import * as followUps from './follow-ups.server.ts';
import { toldOf } from './follow-up.ts';
import { sayRhythm } from './cadence.words.ts';
import { closesAt } from './occasion.ts';
import { scenesIn } from './scene.server.ts';

export type TapReason = 'over' | 'too-many';
/** What the page of a link shows: less than the mail it came from, and no name. */
export type Tap = {
	language: Language;
	what: string;
	rhythm: string;
	occasion: Day;
	said: NoteResult | null;
	/** Its owner wished to look back earlier, so that it can be adapted. */
	wished: boolean;
};
type Opened = { ctx: Ctx; id: AgreementId; tap: Tap };

/** A family's taps and its mail scanner's looks come from one address, and a school's network holds many families. */
const mostFromAnAddress = 120;
const mostByALink = 20;
const purpose = 'agreement tap';

/**
 * The end of the address in a mail to an owner. Sealed: about one agreement, one day and one owner, to tell how it went and
 * nothing else. What it is about is read when it is used, so it opens nothing once the agreement or the access has ended.
 */
export function linkFor(db: Db, { school, person }: Pick<Ctx, 'school' | 'person'>, id: AgreementId, occasion: Day) {
	return seal([school, id, person.id, occasion].join(' '), purpose, db);
}

/** Only looks; a mail scanner that follows the link tells nothing. */
export async function find(link: string, address: string, now: Date): Promise<Outcome<Tap, TapReason>> {
	if (!(await within(mostFromAnAddress, `tap ${address}`))) return no('too-many');
	const opened = await open(link, now);
	return opened ? ok(opened.tap) : no('over');
}

/** Tell how it went, or tell it anew while the link is open. */
export async function note(link: string, address: string, now: Date, said: { result: NoteResult; words: string }) {
	return use(link, address, now, ({ ctx, id, tap }) =>
		followUps.note(ctx, id, { ...said, occasion: tap.occasion, byLink: true })
	);
}

/** It didn't work out: one tap on, shall we adapt it? */
export async function wishEarlier(link: string, address: string, now: Date) {
	return use(link, address, now, ({ ctx, id }) => evaluations.wishEarlier(ctx, id, { byLink: true }));
}

async function use(
	link: string,
	address: string,
	now: Date,
	act: (opened: Opened) => Promise<Outcome<unknown, string>>
): Promise<Outcome<undefined, TapReason>> {
	if (!(await within(mostFromAnAddress, `tap ${address}`))) return no('too-many');
	if (!(await within(mostByALink, `tap ${link}`))) return no('too-many');
	const opened = await open(link, now);
	if (!opened) return no('over');
	const done = await act(opened);
	return done.ok || done.reason === 'already-wished' ? ok(undefined) : no('over');
}

async function open(link: string, now: Date): Promise<Opened | undefined> {
	const [schoolId, agreementId, personId, day] = ((await unseal(link, purpose)) ?? '').split(' ');
	const [school, id, person] = [asId<SchoolId>(schoolId), asId<AgreementId>(agreementId), asId<PersonId>(personId)];
	const occasion = asDay(day);
	if (!school || !id || !person || !occasion) return undefined;
	return read({ school }, async (db) => {
		const caller = await callers.findIn(db, school, person, now);
		if (!caller) return undefined;
		const ctx: Ctx = { school, person: caller.person, now, language: caller.language };
		const [scene] = await scenesIn(db, ctx, { ids: [id] });
		if (!scene || scene.agreement.state !== 'agreed') return undefined;
		const { agreement, circle } = scene;
		if (!seatsOf(agreement, circle, person, dayOf(now)).includes('owner')) return undefined;
		if (now >= closesAt(agreement, occasion)) return undefined;
		const tap: Tap = {
			...{ language: caller.language, occasion, what: agreement.wording.what },
			rhythm: sayRhythm(agreement.wording, caller.language),
			said: toldOf(agreement, occasion),
			wished: wishes(agreement).some((step) => step.person === person)
		};
		return { ctx, id, tap };
	});
}
