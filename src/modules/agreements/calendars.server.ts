import { memberOf } from '#modules/people/circle.ts';
import { notePage } from '#modules/people/circles.server.ts';
import { readConfig } from '#platform/config.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { AgreementId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import * as m from '#words/compiled/messages.js';
import { maySee } from './agreement.access.ts';
import * as agreements from './agreement.store.server.ts';
import type { Agreement } from './agreement.ts';
import { calendarOf, type CalendarEntry, type CalendarPerson } from './calendar.ts';
import * as store from './calendar.store.server.ts';
import { cardOf, type Scene } from './card.ts';
import { sentenceOf } from './card.words.ts';
import { scenesIn, wholeScenesIn } from './scene.server.ts';
import { firstDayOf, lastDayOf } from './term.ts';

export type CalendarReason = 'missing' | 'no-days';

/** The agreement as a file to add to a calendar by hand; without names and words, unless the reader wants them in. */
export function calendarFile(ctx: Ctx, id: AgreementId, inWords: boolean) {
	return read(ctx, async (db): Promise<Outcome<string, CalendarReason>> => {
		const [scene] = await scenesIn(db, ctx, { ids: [id] });
		if (!scene || !isRunningOrOver(scene.agreement)) return no('missing');
		notePage(ctx, scene.agreement.pupil);
		const kept = await store.find(db, ctx, id, ctx.person.id);
		const made = calendarOf(entryOf(scene, ctx, inWords, kept?.sequence ?? 0), ctx.now);
		return made ? ok(made.text) : no('no-days');
	});
}

/** Have it mailed as an appointment of one's own, and each change of it after that. Asked again: with or without its words. */
export function putInCalendar(ctx: Ctx, id: AgreementId, { inWords }: { inWords: boolean }) {
	return change(ctx, async (db): Promise<Outcome<AgreementId, CalendarReason>> => {
		const [scene] = await scenesIn(db, ctx, { ids: [id] });
		if (!scene || scene.agreement.state !== 'agreed') return no('missing');
		const { cadence, by } = scene.agreement.wording;
		if ((!cadence && !by) || !calendarOf(entryOf(scene, ctx, inWords, 0), ctx.now)) return no('no-days');
		await store.keep(db, ctx, { agreement: id, person: ctx.person.id, inWords });
		recordFact(db, ctx, 'agreement.put-in-calendar', id, { pupil: scene.agreement.pupil });
		return ok(id);
	});
}

/** Who has it in a calendar and may still read it: they hear of each change. */
export async function calendarKeepersIn(db: Db, ctx: Ctx, id: AgreementId): Promise<PersonId[]> {
	return (await store.findAll(db, ctx, id)).filter(({ takenAway }) => !takenAway).map(({ person }) => person);
}

/**
 * Who has one in a calendar and may not read it any more: it is to be cancelled there. To be called again and again; each is
 * named once. Nothing says so when it happens, since access ends in many ways: a judge, a date, another group, another school.
 */
export async function takeAwayIn(db: Db, ctx: Ctx): Promise<Pick<store.Kept, 'agreement' | 'person'>[]> {
	const standing = await store.findStanding(db, ctx);
	if (!standing.length) return [];
	const scenes = await wholeScenesIn(db, ctx, { ids: [...new Set(standing.map(({ agreement }) => agreement))] });
	const lost = standing.filter(({ agreement: id, person }) => {
		const scene = scenes.find(({ agreement }) => agreement.id === id);
		return !scene || !(memberOf(scene.circle, person) && maySee(scene.agreement, scene.circle, person));
	});
	for (const one of lost) await store.takeAway(db, ctx, one);
	return lost;
}

/** What the calendar of `ctx.person` is to hold now. Undefined: it never did, or may not any more. */
export async function calendarForMail(
	db: Db,
	ctx: Ctx,
	id: AgreementId,
	people: { organizer: CalendarPerson; attendee: CalendarPerson }
) {
	const kept = await store.find(db, ctx, id, ctx.person.id);
	if (kept?.takenAway) return await goneFrom(db, ctx, id, kept, people);
	const [scene] = kept ? await scenesIn(db, ctx, { ids: [id] }) : [];
	if (!kept || !scene || !isRunningOrOver(scene.agreement)) return undefined;
	const made = calendarOf(entryOf(scene, ctx, kept.inWords, kept.sequence), ctx.now, people);
	return made && made.method !== 'PUBLISH' ? { method: made.method, content: made.text, isRead: true } : undefined;
}

/** Cancelled for who may not read it: the same UID, a higher number, the days it stood on, and no word of it. */
async function goneFrom(
	db: Db,
	ctx: Ctx,
	id: AgreementId,
	{ sequence }: store.Kept,
	people: { organizer: CalendarPerson; attendee: CalendarPerson }
) {
	const [agreement] = await agreements.find(db, ctx, { ids: [id] });
	if (!agreement) return undefined;
	const made = calendarOf(
		{ ...daysIn(agreement, ctx), ...frameOf(agreement, sequence, true), ...plainWords(ctx) },
		ctx.now,
		people
	);
	return made && { method: 'CANCEL' as const, content: made.text, isRead: false };
}

function isRunningOrOver({ state, wording }: Agreement) {
	return (state === 'agreed' || state === 'ended') && Boolean(wording.cadence || wording.by);
}

/** Each step and each time it was asked raises the number, so that the latest word wins whatever came first. */
function entryOf(scene: Scene, { now, language, person }: Ctx, inWords: boolean, asked: number): CalendarEntry {
	const { agreement } = scene;
	const { what } = agreement.wording;
	const words = inWords
		? { summary: what, description: sentenceOf(cardOf(scene, person.id, now), language) }
		: plainWords({ language });
	return { ...daysIn(agreement, { now }), ...frameOf(agreement, asked, agreement.state === 'ended'), ...words };
}

function frameOf({ id, steps }: Agreement, asked: number, gone: boolean) {
	return { id, gone, sequence: steps.length + asked, url: `${readConfig().origin}/afspraken/${id}` };
}

function plainWords({ language }: Pick<Ctx, 'language'>) {
	return { summary: m.agreements_calendar_summary({}, { locale: language }), description: '' };
}

function daysIn(agreement: Agreement, { now }: Pick<Ctx, 'now'>) {
	const { cadence, by } = agreement.wording;
	return {
		cadence: cadence ?? null,
		first: cadence ? firstDayOf(agreement) : (by ?? dayOf(now)),
		last: lastDayOf(agreement)
	};
}
