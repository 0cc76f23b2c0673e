import { circleIn, wholeCircleIn } from '#modules/people/circles.server.ts';
import { memberOf, type Circle } from '#modules/people/circle.ts';
import { groupsIn, pupilsOf, type GroupPupil } from '#modules/people/families.server.ts';
import { nameOf } from '#modules/people/person.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { log } from '#platform/log.server.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import { looksShownTo, mayLookIn, mayReadReasons } from './look.access.ts';
import { whyOf, type Look } from './look.ts';
import * as store from './look.store.server.ts';

export { mayLookIn };

/** Whose looks `ctx.person` may read on the page of this child. */
export function shownTo(ctx: Ctx, circle: Circle) {
	return looksShownTo(ctx.person.id, circle, dayOf(ctx.now));
}

const writing = new Set<Promise<void>>();
let lost = 0;

/** Keep who looked, behind the page: nobody waits for it. What cannot be kept is counted, and the log says so. */
export function keepLooks(ctx: Ctx, requestId: string) {
	const pupils = [...(ctx.opened ?? [])];
	if (!pupils.length) return;
	const written = write(ctx, pupils, requestId);
	writing.add(written);
	void written.finally(() => writing.delete(written));
}

async function write(ctx: Ctx, pupils: readonly PersonId[], requestId: string) {
	try {
		await change(ctx, async (db) => ok(await store.addLooks(db, ctx, pupils)));
	} catch (error) {
		lost += pupils.length;
		log.error({ requestId, looks: pupils.length, lostSinceStart: lost, error }, 'a look was not kept');
	}
}

/** Every look until now is written, or counted as lost; the answer is how many were lost since the start. */
export async function looksKept(): Promise<number> {
	await Promise.all(writing);
	return lost;
}

export type Shown = { callName: string; isReader: boolean; shown: 'all' | 'own'; looks: Look[] };

/** Who looked at this child's pages, as far as the reader may know. */
export function list(ctx: Ctx, pupil: PersonId): Promise<Outcome<Shown, 'missing'>> {
	return read(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		const shown = circle && shownTo(ctx, circle);
		if (!circle || !shown || shown === 'none') return no('missing');
		const rows = await store.findLooks(db, ctx, pupil, shown === 'own' ? ctx.person.id : undefined);
		const looks = rows.map((row) => asLook(row, mayReadReasons(ctx.person.id, circle)));
		return ok({ callName: circle.callName, isReader: ctx.person.id === pupil, shown, looks: oncePerDay(looks) });
	});
}

/** Say why, and read this child's pages until the end of the day. Guardians of the circle read the reason. */
export function lookIn(ctx: Ctx, pupil: PersonId, reason: string): Promise<Outcome<undefined, 'missing'>> {
	return change(ctx, async (db): Promise<Outcome<undefined, 'missing'>> => {
		const circle = mayLookIn(ctx) ? await wholeCircleIn(db, ctx, pupil) : undefined;
		if (!circle) return no('missing');
		if (memberOf(circle, ctx.person.id)) return ok(undefined);
		await store.addLookIn(db, ctx, pupil, reason);
		await store.addLooks(db, ctx, [pupil]);
		recordFact(db, ctx, 'pupil.looked-in', pupil);
		return ok(undefined);
	});
}

/** The same `ctx`, which reads as a visitor where a reason was given today. For pages that a visitor may read. */
export async function asVisitor(ctx: Ctx): Promise<Ctx> {
	if (!mayLookIn(ctx)) return ctx;
	const explained = await read(ctx, (db) => store.findExplained(db, ctx));
	return explained.length ? { ...ctx, visits: new Set(explained) } : ctx;
}

/** All pupils of the school by group, for who may look in: names only, and no page. */
export function schoolList(ctx: Ctx): Promise<Outcome<{ group: string; pupils: GroupPupil[] }[], 'missing'>> {
	return read(ctx, async (db) => {
		if (!mayLookIn(ctx)) return no('missing');
		const groups = await groupsIn(db, ctx);
		const pupils = Map.groupBy(
			await pupilsOf(
				db,
				ctx,
				groups.map(({ id }) => id)
			),
			({ group }) => group.id
		);
		return ok(groups.flatMap(({ id, name }) => (pupils.has(id) ? [{ group: name, pupils: pupils.get(id)! }] : [])));
	});
}

/** The name over the question why; `isOpen`: it needs no answer, for a member or who gave one today. */
export function door(ctx: Ctx, pupil: PersonId): Promise<Outcome<{ callName: string; isOpen: boolean }, 'missing'>> {
	return read(ctx, async (db) => {
		const circle = mayLookIn(ctx) ? await wholeCircleIn(db, ctx, pupil) : undefined;
		if (!circle) return no('missing');
		const explained = await store.findExplained(db, ctx);
		const isOpen = memberOf(circle, ctx.person.id) !== undefined || explained.includes(pupil);
		return ok({ callName: circle.callName, isOpen });
	});
}

function asLook(row: store.LookRow, withReason: boolean): Look {
	const { day, person, group, tied, reason, tasks, role } = row;
	const why = whyOf({ group, tied, outside: role === 'professional', tasks: tasks ?? [] }, reason);
	const told = why.kind === 'looked-in' && !withReason ? { ...why, reason: null } : why;
	return { day, person, name: nameOf(row), why: told };
}

/** Who teaches a child in two groups on one day looked once. */
function oncePerDay(looks: Look[]) {
	const seen = new Map(looks.map((look) => [`${look.day} ${look.person}`, look]));
	return [...seen.values()];
}
