import type { Ctx } from '#platform/ctx.ts';
import { change, isEmbedded, read } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import { log } from '#platform/log.server.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { addMinutes } from '#platform/time.ts';
import { readFiles, setApart, type File } from './file.input.ts';
import { mayImport } from './import.access.ts';
import { readingMinutes, waitingMinutes, type ImportId, type ImportState } from './import.ts';
import { countAfter, importIn, isOfOther, preview, type ImportReason, type Progress } from './imports.server.ts';
import type { ForeignList } from './mapping.ts';
import { joined, knownMapping } from './mappings.server.ts';
import type { ImportPlan } from './plan.ts';
import { reportOf, type ImportReport } from './report.ts';
import { unreadable, type Roster, type UnreadableFile } from './roster.ts';
import { undoMinutes } from './undo.ts';
import { forgetChanges } from './undo.store.server.ts';
import * as store from './upload.store.server.ts';
import { unpack } from './zips.server.ts';

export type UploadReason = 'missing' | 'expired' | 'rejected';
type Refused = { ok: false; reason: 'missing' };

/** How far this process is with what it reads in; another process shows no numbers, only that it is busy. */
const progress = new Map<ImportId, { written: number; of: number } | null>();

/** Read the files and let them wait for a look and a confirmation, as what they say and not as what they were. */
export async function upload(
	ctx: Ctx,
	files: readonly File[]
): Promise<{ ok: true; value: ImportId } | UnreadableFile | Refused> {
	if (!mayImport(ctx)) return no('missing');
	const unpacked = await unpack(files);
	const apart = unpacked.ok ? setApart(unpacked.value) : unpacked;
	if (!apart.ok) return apart;
	const { others, list } = apart.value;
	const roster = others.length || !list ? readFiles(others) : undefined;
	if (roster && !roster.ok) return roster;
	if (roster && (await read(ctx, (db) => isOfOther(db, ctx, roster.value)))) {
		return unreadable('other-school', files[0]!.name, null, roster.value.brin ?? '');
	}
	return wait(ctx, roster?.value ?? null, list);
}

/** Let it wait for a look; a list with columns of its own first for somebody who says what they are, unless we know. */
export async function wait(
	ctx: Ctx,
	others: Roster | null,
	list?: ForeignList
): Promise<UnreadableFile | { ok: true; value: ImportId }> {
	const known = list && (await read(ctx, (db) => knownMapping(db, ctx, list)));
	const whole = known?.isWhole && list ? joined(others, list, known.mapping!) : undefined;
	if (whole && !whole.ok) return whole;
	const roster = list ? (whole?.value ?? null) : others;
	const waiting = list ? { list, others, mapping: known?.mapping ?? null } : null;
	const id = newId<ImportId>();
	await change(ctx, async (db) => {
		await store.throwAway(db, ctx, addMinutes(ctx.now, -waitingMinutes));
		await forgetChanges(db, ctx, addMinutes(ctx.now, -undoMinutes));
		await store.addWaiting(db, ctx, id, roster, waiting);
		return ok(id);
	});
	return ok(id);
}

/** The same without asking the database, which may be busy with it; two numbers, and nothing of who or what. */
export function howFar(id: ImportId) {
	return progress.get(id) ?? undefined;
}

export type Standing =
	| { state: 'mapping' }
	| { state: 'waiting'; plan: ImportPlan; stopped: boolean; isMapped: boolean }
	| { state: 'running'; progress: { written: number; of: number } | null }
	| { state: 'done'; report: ImportReport }
	| { state: 'failed' }
	| { state: 'undone' };

/** Where it stands: what it would do, how far it is, or what came of it. */
export async function look(ctx: Ctx, id: ImportId): Promise<Outcome<Standing, UploadReason>> {
	if (!mayImport(ctx)) return no('missing');
	const found = await read(ctx, (db) => store.find(db, ctx, id));
	if (!found) return no('missing');
	const stopped = hasStopped(ctx, id, found);
	if (found.state === 'running' && !stopped) return ok({ state: 'running', progress: progress.get(id) ?? null });
	if (found.state === 'done' && found.report) return ok({ state: 'done', report: found.report });
	if (found.state === 'mapping' && found.at >= addMinutes(ctx.now, -waitingMinutes)) return ok({ state: 'mapping' });
	if (found.state === 'mapping') return no('expired');
	if (found.state === 'undone') return ok({ state: 'undone' });
	if ((found.state !== 'waiting' && !stopped) || !found.roster) return ok({ state: 'failed' });
	if (found.at < addMinutes(ctx.now, -waitingMinutes)) return no('expired');
	const seen = await preview(ctx, found.roster);
	return seen.ok ? ok({ state: 'waiting', plan: seen.value, stopped, isMapped: !!found.list }) : seen;
}

/** Was it being read in by a process that is gone? All of it or nothing is read in, so then it waits as before. */
function hasStopped(ctx: Ctx, id: ImportId, { state, at }: { state: ImportState; at: Date }) {
	if (state !== 'running' || progress.has(id)) return false;
	return isEmbedded() || at < addMinutes(ctx.now, -readingMinutes);
}

/** Begin reading in; who looks sees how far it is. Two who confirm at once begin it once. `follow`: where the files are right. */
export async function confirm(
	ctx: Ctx,
	id: ImportId,
	skipRejected: boolean,
	follow: ReadonlySet<string> = new Set()
): Promise<Outcome<undefined, UploadReason>> {
	const seen = await look(ctx, id);
	if (!seen.ok) return seen;
	if (seen.value.state !== 'waiting') return ok(undefined);
	if (seen.value.plan.rejected.length && !skipRejected) return no('rejected');
	if (progress.has(id)) return ok(undefined);
	progress.set(id, null);
	const from = seen.value.stopped ? 'running' : 'waiting';
	let begun = false;
	try {
		const moved = await change(ctx, async (db) => ok(await store.move(db, ctx, id, from, 'running')));
		begun = moved.ok && !!moved.value;
	} finally {
		if (!begun) progress.delete(id);
	}
	if (begun) void readIn(ctx, id, skipRejected, follow).finally(() => progress.delete(id));
	return ok(undefined);
}

async function readIn(ctx: Ctx, id: ImportId, skipRejected: boolean, follow: ReadonlySet<string>) {
	try {
		const done = await change(ctx, async (db): Promise<Outcome<ImportPlan | undefined, ImportReason>> => {
			const held = await store.hold(db, ctx, id);
			if (!held?.roster) return ok(undefined);
			const tell: Progress = (written, of) => progress.set(id, { written, of });
			const told = await importIn(db, ctx, held.roster, skipRejected, tell, id, follow);
			if (told.ok) await store.finish(db, ctx, id, reportOf(told.value, ctx.language));
			return told;
		});
		if (!done.ok) await fail(ctx, id);
		else if (done.value) await countAfter(done.value);
	} catch (error) {
		log.error({ error }, 'import stopped');
		// Where the database is gone too it stands as stopped, and can be begun again.
		await fail(ctx, id).catch(() => {});
	}
}

function fail(ctx: Ctx, id: ImportId) {
	return change(ctx, async (db) => ok(await store.move(db, ctx, id, 'running', 'failed')));
}
