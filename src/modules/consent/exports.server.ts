import * as callers from '#modules/people/callers.server.ts';
import { namesIn } from '#modules/people/people.server.ts';
import { now } from '#platform/clock.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import { log } from '#platform/log.server.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { speakIn } from '#platform/speaking.server.ts';
import { addMinutes } from '#platform/time.ts';
import { readTogether } from '#platform/together.server.ts';
import { mayAskAboutIn } from './claims.server.ts';
import { chapterKeys, daysKept, lastDayOf, type Chapter, type ExportId, type Subject } from './export.ts';
import * as store from './export.store.server.ts';
import { kept } from './retentions.server.ts';

const minutesToMake = 10;

/** Ask for all about a child, or about oneself. It is made behind the page. */
export function askExport(ctx: Ctx, about: PersonId): Promise<Outcome<ExportId, 'missing'>> {
	return change(ctx, async (db): Promise<Outcome<ExportId, 'missing'>> => {
		if (!(await mayAskAboutIn(db, ctx, about))) return no('missing');
		const id = await store.add(db, ctx, about, tellers().length);
		recordFact(db, ctx, 'export.asked', id, { about });
		return ok(id);
	});
}

/** The exports about somebody, with who took which along: for whoever may ask for one. */
export function list(ctx: Ctx, about: PersonId) {
	return read(ctx, async (db) => {
		if (!(await mayAskAboutIn(db, ctx, about))) return no('missing');
		const exports = await store.findAbout(db, ctx, about);
		const downloads = exports.length
			? await store.findDownloads(
					db,
					ctx,
					exports.map(({ id }) => id)
				)
			: [];
		const people = [...exports.map(({ askedBy }) => askedBy), ...downloads.map(({ person }) => person), about];
		const names = await namesIn(db, ctx, [...new Set(people)]);
		return ok({
			name: names.get(about) ?? '',
			lines: exports.map((one) => ({
				...one,
				isMine: one.askedBy === ctx.person.id,
				askedByName: names.get(one.askedBy) ?? '',
				until: one.madeAt && lastDayOf(one.madeAt),
				downloads: downloads
					.filter((download) => download.export === one.id)
					.map(({ person, form, at }) => ({ name: names.get(person) ?? '', form, at }))
			}))
		});
	});
}

/** Is this mine to open? Nothing is kept of asking. */
export function isMine(ctx: Ctx, id: ExportId): Promise<boolean> {
	return read(ctx, async (db) => (await store.find(db, ctx, id))?.askedBy === ctx.person.id);
}

export type Opened = { about: PersonId; name: string; madeAt: Date; chapters: Chapter[] };

/** Read one's own export, or take it along: it is kept who did so and when. Of nobody else, not even of the other parent. */
export function open(ctx: Ctx, id: ExportId, form: 'page' | 'json'): Promise<Outcome<Opened, 'missing'>> {
	return change(ctx, async (db): Promise<Outcome<Opened, 'missing'>> => {
		const found = await store.find(db, ctx, id);
		if (!found?.content || !found.madeAt || found.askedBy !== ctx.person.id) return no('missing');
		// Who may no longer ask for it, reads it no more: what changed since holds on the next click.
		if (!(await mayAskAboutIn(db, ctx, found.about)) || ctx.now >= endOf(found.madeAt)) return no('missing');
		await store.addDownload(db, ctx, id, form);
		recordFact(db, ctx, 'export.downloaded', id, { about: found.about });
		const names = await namesIn(db, ctx, [found.about]);
		return ok({
			about: found.about,
			name: names.get(found.about) ?? '',
			madeAt: found.madeAt,
			chapters: found.content
		});
	});
}

/** Make what was asked at one school, one after another, and empty what has lain there for a week. */
export async function makeWaiting(school: SchoolId): Promise<void> {
	const at = now();
	await change({ school }, async (db) => {
		await store.release(db, { school }, addMinutes(at, -minutesToMake));
		return ok(await store.empty(db, { school }, addMinutes(at, -daysKept * 24 * 60)));
	});
	for (;;) {
		const next = await change({ school }, async (db) => ok(await store.take(db, { school })));
		if (!next.ok || !next.value) return;
		const { id, about, askedBy } = next.value;
		await make(school, id, about, askedBy).catch((error) => log.error({ error, school, export: id }, 'export'));
	}
}

/** Each room tells what it holds to the one who asked, as that reader sees it on its own pages: no more, and no less. */
async function make(school: SchoolId, id: ExportId, about: PersonId, askedBy: PersonId) {
	const caller = await callers.find(school, askedBy, now());
	const chapters: Chapter[] = [];
	if (caller) {
		const ctx: Ctx = { school, person: caller.person, now: now(), language: caller.language };
		const subject: Subject = { person: about, isPupil: about !== askedBy || caller.person.role === 'pupil' };
		for (const [number, tell] of tellers().entries()) {
			const held = await speakIn(ctx.language, () => readTogether(ctx, (together) => tell(together, subject)));
			chapters.push(...held);
			await change({ school }, async (db) => ok(await store.mark(db, { school }, id, { done: number + 1 })));
		}
	}
	const told = chapters.filter(({ held }) => held.length).sort(inOrder);
	const content = JSON.stringify(told);
	await change({ school }, async (db) =>
		ok(await store.mark(db, { school }, id, { state: 'ready', content, made_at: now() }))
	);
}

/** Who it is about comes first, what was sent last. */
function inOrder(a: Chapter, b: Chapter) {
	return chapterKeys.indexOf(a.key) - chapterKeys.indexOf(b.key);
}

function tellers() {
	return kept().flatMap(({ tell }) => tell ?? []);
}

function endOf(madeAt: Date) {
	return addMinutes(madeAt, daysKept * 24 * 60);
}
