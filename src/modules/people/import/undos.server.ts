import { haveEnteredIn, membershipsIn, putBackIn, removeUnusedIn } from '#platform/put-back.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, conflicts, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { AccountId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { addMinutes } from '#platform/time.ts';
import { unfollowIn } from '#modules/people/file-check.store.server.ts';
import { mayImport } from './import.access.ts';
import type { ImportId } from './import.ts';
import { lockSchool } from './import.store.server.ts';
import { undoMinutes, type UndoReason, type UndoRefusal } from './undo.ts';
import * as store from './undo.store.server.ts';
import { move } from './upload.store.server.ts';

export type LastImport = { id: ImportId; at: Date };

/** The last import that can be undone, as far as time and order go. */
export function lastToUndo(ctx: Ctx): Promise<LastImport | undefined> {
	if (!mayImport(ctx)) return Promise.resolve(undefined);
	return read(ctx, async (db) => {
		const last = await store.findLast(db, ctx);
		return last && last.at >= addMinutes(ctx.now, -undoMinutes) ? last : undefined;
	});
}

/** Everything this import changed goes back as it was, within a day, as long as nothing depends on it. */
export async function undo(
	ctx: Ctx,
	id: ImportId
): Promise<{ ok: true } | UndoRefusal | { ok: false; reason: 'missing' }> {
	if (!mayImport(ctx)) return no('missing');
	let who: string[] = [];
	const undone = await change(
		ctx,
		async (db): Promise<Outcome<undefined, UndoReason | 'missing'>> => {
			await lockSchool(db, ctx);
			const against = await whatIsAgainst(db, ctx, id);
			if (against) {
				who = against.ids.length ? await store.findNames(db, ctx, against.ids) : [];
				return no(against.reason);
			}
			if (!(await move(db, ctx, id, 'done', 'undone'))) return no('missing');
			await putBackSignIns(db, ctx, id);
			await store.putBack(db, ctx, id);
			await store.forgetChange(db, ctx, id);
			await unfollowIn(db, ctx, id);
			recordFact(db, ctx, 'roster.undone', ctx.school);
			return ok(undefined);
		},
		{ [conflicts.dangling]: 'written', [conflicts.double]: 'changed', [conflicts.overlap]: 'changed' }
	);
	if (undone.ok) return { ok: true };
	return undone.reason === 'missing' ? no('missing') : { ok: false, reason: undone.reason, who };
}

type Against = { reason: UndoReason | 'missing'; ids: string[] };

async function whatIsAgainst(db: Db, ctx: Ctx, id: ImportId): Promise<Against | undefined> {
	const last = await store.findLast(db, ctx);
	if (!last) return { reason: 'missing', ids: [] };
	if (last.id !== id) return { reason: 'not-last', ids: [] };
	if (last.at < addMinutes(ctx.now, -undoMinutes)) return { reason: 'too-late', ids: [] };
	const added = await store.findAdded(db, ctx, id);
	const fresh = await store.findKept(db, ctx, id, 'account');
	const signedIn = await haveEnteredIn(
		db,
		ctx.school,
		added,
		fresh.map(({ row_id }) => row_id as AccountId)
	);
	if (signedIn.length) return { reason: 'signed-in', ids: signedIn };
	const depending = await store.findDependents(db, ctx, id);
	if (depending.length) return { reason: 'written', ids: depending };
	const changed = [
		...(await store.findChanged(db, ctx, id)).map(({ row_id }) => row_id),
		...(await movedSignIns(db, ctx, id))
	];
	return changed.length ? { reason: 'changed', ids: changed } : undefined;
}

/** Who signs in by another account than the import left them with. */
async function movedSignIns(db: Db, ctx: Ctx, id: ImportId) {
	const kept = await store.findKept(db, ctx, id, 'membership');
	const now = await membershipsIn(
		db,
		ctx.school,
		kept.map(({ row_id }) => row_id as PersonId)
	);
	return kept
		.filter(({ row_id, mark }) => store.membershipMark(now.get(row_id as PersonId)) !== mark)
		.map(({ row_id }) => row_id);
}

async function putBackSignIns(db: Db, ctx: Ctx, id: ImportId) {
	const kept = await store.findKept(db, ctx, id, 'membership');
	const before = kept.map(({ row_id, was }) => ({ person: row_id as PersonId, row: was }));
	await putBackIn(db, ctx.school, before);
	const fresh = await store.findKept(db, ctx, id, 'account');
	await removeUnusedIn(
		db,
		fresh.map(({ row_id }) => row_id as AccountId)
	);
}
