import { now } from '#platform/clock.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId, SchoolId } from '#platform/ids.ts';
import { log } from '#platform/log.server.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { dayOf, momentOf, type Day, type Time } from '#platform/time.ts';
import type { Aged, Holding } from './holding.ts';
import { mayKeepConsents } from './retention.access.ts';
import * as store from './retention.store.server.ts';
import * as rules from './retention.ts';
import type { AgedKind, PupilKind, RetentionKind } from './retention.ts';

/** A piece is small enough to let everybody else go first. */
const pupilsAtOnce = 20;
const rowsAtOnce = 500;

let holdings: readonly Holding[] = [];

/** From now on these are all that the house holds about people; the order is that in which it lets go. */
export function keep(all: readonly Holding[]) {
	holdings = all;
}

export function kept(): readonly Holding[] {
	return holdings;
}

export type TermLine = {
	kind: RetentionKind;
	length: number;
	due: number;
	clearings: Awaited<ReturnType<typeof store.findClearings>>;
};

/** The terms of this school, what goes before the month is out, and what went. */
export function terms(ctx: Ctx): Promise<Outcome<TermLine[], 'missing'>> {
	return read(ctx, async (db) => {
		if (!mayKeepConsents(ctx)) return no('missing');
		const chosen = await store.findTerms(db, ctx);
		const clearings = await store.findClearings(db, ctx);
		const lines: TermLine[] = [];
		for (const kind of rules.retentionKinds) {
			const length = lengthOf(kind, chosen);
			const until = rules.monthsBefore(rules.lastOfMonth(dayOf(ctx.now)), length);
			lines.push({
				...{ kind, length, due: await countDue(db, ctx, kind, until) },
				clearings: clearings.filter((clearing) => clearing.kind === kind)
			});
		}
		return ok(lines);
	});
}

/** After how many months this goes at this school, for who sees what it is about. */
export function termOf(ctx: Ctx, kind: RetentionKind): Promise<Outcome<number, 'missing'>> {
	return read(ctx, async (db) => ok(lengthOf(kind, await store.findTerms(db, ctx))));
}

/** Keep it longer or shorter, within what the law leaves a school to choose. */
export function changeTerm(
	ctx: Ctx,
	kind: RetentionKind,
	length: number
): Promise<Outcome<undefined, 'missing' | 'outside-limits'>> {
	return change(ctx, async (db): Promise<Outcome<undefined, 'missing' | 'outside-limits'>> => {
		if (!mayKeepConsents(ctx)) return no('missing');
		if (!rules.isWithinLimits(kind, length)) return no('outside-limits');
		await store.saveTerm(db, ctx, kind, length);
		recordFact(db, ctx, 'term.changed', ctx.school, { kind, length: String(length) });
		return ok(undefined);
	});
}

/** Remove what is due at one school, in pieces; what came of it is written down in numbers. To be called again and again. */
export async function clear(school: SchoolId) {
	const ctx = houseCtx(school);
	const chosen = await read(ctx, (db) => store.findTerms(db, ctx));
	for (const kind of rules.retentionKinds) {
		const length = lengthOf(kind, chosen);
		const until = rules.monthsBefore(dayOf(ctx.now), length);
		const removed = isOfPupil(kind) ? await clearPupils(ctx, kind, until) : await clearOld(ctx, kind, until);
		if (!removed) continue;
		await change(ctx, async (db) => ok(await store.addClearing(db, ctx, { kind, cause: 'term', length, removed })));
	}
}

async function clearPupils(ctx: Ctx, kind: PupilKind, until: Day): Promise<number> {
	let removed = 0;
	for (;;) {
		const leavers = await read(ctx, (db) => store.findLeavers(db, ctx, kind, until, pupilsAtOnce));
		let gone = 0;
		for (const { pupil } of leavers) {
			const done = await change(ctx, (db) => forgetIn(db, ctx, kind, pupil)).catch((error) => {
				log.error({ error, school: ctx.school, kind }, 'what is due could not be removed');
				return no('missing');
			});
			if (done.ok) gone++;
		}
		removed += gone;
		if (!gone || leavers.length < pupilsAtOnce) return removed;
	}
}

/** All of one kind that the house holds of a pupil who left, room by room, and what was told of it. */
export async function forgetIn(
	db: Db,
	ctx: Ctx,
	kind: PupilKind,
	pupil: PersonId
): Promise<Outcome<readonly string[], 'missing'>> {
	const leftOn = await store.holdLeaver(db, ctx, pupil);
	if (!leftOn) return no('missing');
	const gone: string[] = [];
	for (const { forget } of holdings) gone.push(...((await forget?.[kind]?.(db, ctx, pupil)) ?? []));
	for (const { sweep } of holdings) if (gone.length) await sweep?.(db, ctx, gone);
	if (kind !== 'enrolment') await store.markCleared(db, ctx, kind, { pupil, leftOn });
	return ok(gone);
}

async function clearOld(ctx: Ctx, kind: AgedKind, until: Day): Promise<number> {
	let removed = 0;
	for (const aged of agedOf(kind)) {
		for (let more = true; more;) {
			const cleared = await change(ctx, async (db) => ok(await aged.clear(db, ctx, startOf(until), rowsAtOnce)));
			const count = cleared.ok ? cleared.value : 0;
			removed += count;
			more = count === rowsAtOnce;
		}
	}
	return removed;
}

async function countDue(db: Db, ctx: Ctx, kind: RetentionKind, until: Day): Promise<number> {
	if (isOfPupil(kind)) return (await store.findLeavers(db, ctx, kind, until, 10_000)).length;
	let due = 0;
	for (const aged of agedOf(kind)) due += await aged.count(db, ctx, startOf(until));
	return due;
}

function agedOf(kind: AgedKind): Aged[] {
	return holdings.flatMap(({ old }) => old?.[kind] ?? []);
}

function isOfPupil(kind: RetentionKind): kind is PupilKind {
	return (rules.pupilKinds as readonly string[]).includes(kind);
}

function lengthOf(kind: RetentionKind, chosen: ReadonlyMap<RetentionKind, number>) {
	return chosen.get(kind) ?? rules.terms[kind].length;
}

function startOf(day: Day) {
	return momentOf(day, '00:00' as Time);
}

/** The house itself, in nobody's name. */
function houseCtx(school: SchoolId): Ctx {
	return { school, person: { id: '' as PersonId, role: 'staff', tasks: [] }, now: now(), language: 'nl' };
}
