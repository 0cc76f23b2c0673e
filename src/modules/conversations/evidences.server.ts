import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { documentFrom } from '#platform/document.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { DocumentRefusal, FileRefusal, Made } from '#platform/file.ts';
import * as files from '#platform/files.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { pictureFrom } from '#platform/picture.server.ts';
import { soundFrom } from '#platform/recording.ts';
import type { Development, DevelopmentId } from './development.ts';
import type { NewEvidence } from './evidence.input.ts';
import { hasRoom, mediumOf, mostBeside, type Evidence, type EvidenceId } from './evidence.ts';
import * as store from './evidence.store.server.ts';
import { noteIn, ownNoteIn } from './noting.server.ts';
import { noteShownIn } from './showings.server.ts';

export type EvidenceReason =
	'missing' | 'not-yours' | 'too-many' | 'full' | 'not-evidence' | FileRefusal | DocumentRefusal;

/** What lies in these bytes, cleaned; whichever of a picture, a recording and a document it is, or why none. */
export async function madeFrom(bytes: Uint8Array): Promise<Outcome<Made, EvidenceReason>> {
	const picture = await pictureFrom(bytes);
	if (picture.ok || picture.reason !== 'not-a-picture') return picture;
	const document = await documentFrom(bytes);
	if (document.ok || document.reason !== 'not-a-document') return document;
	const sound = soundFrom(bytes);
	return sound.ok ? sound : no('not-evidence');
}

/** Lay it beside a note that is held, in that note's transaction. */
export async function addIn(
	db: Db,
	ctx: Ctx,
	{ id: development, pupil }: Pick<Development, 'id' | 'pupil'>,
	{ kind, caption }: Omit<NewEvidence, 'bytes'>,
	made: Made
): Promise<Outcome<EvidenceId, EvidenceReason>> {
	const used = await store.holdUsed(db, ctx, pupil);
	const beside = await store.findBeside(db, ctx, [development]);
	const size = made.bytes.length;
	if (beside.length >= mostBeside) return no('too-many');
	if (!hasRoom(used, size)) return no('full');
	const id = newId<EvidenceId>();
	const file = await files.keepIn(db, ctx, { of: 'conversations.evidence', id }, made);
	const is = { kind, type: made.type, medium: mediumOf(made.type), caption };
	await store.add(db, ctx, { id, development, pupil, ...is, file, size, addedAt: ctx.now });
	return ok(id);
}

/** Lay more beside one's own note. */
export async function attach(
	ctx: Ctx,
	pupil: PersonId,
	id: DevelopmentId,
	evidence: NewEvidence | undefined
): Promise<Outcome<EvidenceId, EvidenceReason>> {
	// Nobody makes this machine read a file who could not lay it here.
	const own = await read(ctx, (db) => noteIn(db, ctx, pupil, id));
	if (!own) return no('missing');
	if (own.note.author !== ctx.person.id) return no('not-yours');
	if (!evidence) return no('no-file');
	const made = await madeFrom(evidence.bytes);
	if (!made.ok) return made;
	return change<EvidenceId, EvidenceReason>(ctx, async (db) => {
		const opened = await ownNoteIn(db, ctx, pupil, id);
		if (!opened) return no('missing');
		if (opened.note.author !== ctx.person.id) return no('not-yours');
		const added = await addIn(db, ctx, opened.note, evidence, made.value);
		if (!added.ok) return added;
		recordFact(db, ctx, 'evidence.attached', added.value, { pupil });
		await noteShownIn(db, ctx, id);
		return added;
	});
}

/** Say in plain words what is to be seen or heard. */
export function describe(ctx: Ctx, pupil: PersonId, id: DevelopmentId, evidence: EvidenceId, caption: string) {
	return own(ctx, pupil, id, evidence, (db) => store.describe(db, ctx, evidence, caption));
}

/** Take it away; of a file there is no copy. */
export function detach(ctx: Ctx, pupil: PersonId, id: DevelopmentId, evidence: EvidenceId) {
	return own(ctx, pupil, id, evidence, async (db, one) => {
		await removeIn(db, ctx, one);
		recordFact(db, ctx, 'evidence.detached', evidence, { pupil });
	});
}

/** For who may read the note, the file itself. Taken away at the same moment, it is not there. */
export function open(ctx: Ctx, pupil: PersonId, id: DevelopmentId, evidence: EvidenceId) {
	return read(ctx, async (db): Promise<Outcome<files.Found, 'missing'>> => {
		const opened = await noteIn(db, ctx, pupil, id);
		const one = opened && (await store.findBeside(db, ctx, [id])).find((each) => each.id === evidence);
		const found = one && (await files.findIn(db, ctx, one.file, { of: 'conversations.evidence', id: one.id }));
		return found ? ok(found) : no('missing');
	});
}

/** With its file, in the transaction that drops it. */
export async function removeIn(db: Db, ctx: Pick<Ctx, 'school'>, { id, file }: Evidence) {
	await store.remove(db, ctx, id);
	await files.dropIn(db, ctx, file);
}

function own(
	ctx: Ctx,
	pupil: PersonId,
	id: DevelopmentId,
	evidence: EvidenceId,
	work: (db: Db, one: Evidence) => Promise<void>
) {
	return change<undefined, EvidenceReason>(ctx, async (db) => {
		const opened = await ownNoteIn(db, ctx, pupil, id);
		const one = opened && (await store.findBeside(db, ctx, [id])).find((each) => each.id === evidence);
		if (!opened || !one) return no('missing');
		if (opened.note.author !== ctx.person.id) return no('not-yours');
		await work(db, one);
		await noteShownIn(db, ctx, id);
		return ok(undefined);
	});
}
