import { notePage } from '#modules/people/circles.server.ts';
import { readConfig } from '#platform/config.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { AgreementId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import * as m from '#words/compiled/messages.js';
import type { Agreement } from './agreement.ts';
import { calendarOf, type CalendarEntry, type CalendarPerson } from './calendar.ts';
import * as store from './calendar.store.server.ts';
import { cardOf, type Scene } from './card.ts';
import { sentenceOf } from './card.words.ts';
import { scenesIn } from './scene.server.ts';
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
	return (await store.findAll(db, ctx, id)).map(({ person }) => person);
}

/** What the calendar of `ctx.person` is to hold now. Undefined: it never did, or may not any more. */
export async function calendarForMail(
	db: Db,
	ctx: Ctx,
	id: AgreementId,
	people: { organizer: CalendarPerson; attendee: CalendarPerson }
) {
	const kept = await store.find(db, ctx, id, ctx.person.id);
	const [scene] = kept ? await scenesIn(db, ctx, { ids: [id] }) : [];
	if (!kept || !scene || !isRunningOrOver(scene.agreement)) return undefined;
	const made = calendarOf(entryOf(scene, ctx, kept.inWords, kept.sequence), ctx.now, people);
	return made && made.method !== 'PUBLISH' ? { method: made.method, content: made.text } : undefined;
}

function isRunningOrOver({ state, wording }: Agreement) {
	return (state === 'agreed' || state === 'ended') && Boolean(wording.cadence || wording.by);
}

/** Each step and each time it was asked raises the number, so that the latest word wins whatever came first. */
function entryOf(scene: Scene, { now, language, person }: Ctx, inWords: boolean, asked: number): CalendarEntry {
	const { agreement } = scene;
	const { wording, id } = agreement;
	return {
		id,
		sequence: agreement.steps.length + asked,
		gone: agreement.state === 'ended',
		summary: inWords ? wording.what : m.agreements_calendar_summary({}, { locale: language }),
		description: inWords ? sentenceOf(cardOf(scene, person.id, now), language) : '',
		url: `${readConfig().origin}/afspraken/${id}`,
		cadence: wording.cadence ?? null,
		first: wording.cadence ? firstDayOf(agreement) : (wording.by ?? dayOf(now)),
		last: lastDayOf(agreement)
	};
}
