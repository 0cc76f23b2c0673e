import type { Circle, Member } from '#modules/people/circle.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { FileRefusal } from '#platform/file.ts';
import * as files from '#platform/files.server.ts';
import { newId } from '#platform/id.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { pictureFrom } from '#platform/picture.server.ts';
import { recordingFrom } from '#platform/recording.ts';
import { mayOpen } from './attachment.access.ts';
import type { NewAttachment } from './attachment.input.ts';
import { madeBy, mostAttachments, replacedBy, type Attachment, type AttachmentId } from './attachment.ts';
import * as store from './attachment.store.server.ts';
import { mayReadRecord } from './conversation.access.ts';
import type { Conversation } from './conversation.ts';
import { openedIn } from './conversations.server.ts';
import { canWrite } from './preparation.ts';
import * as preparations from './preparation.store.server.ts';
import { preparingIn, type Whose } from './preparing.server.ts';

export type AttachmentReason = 'missing' | 'wrong-state' | 'too-many' | FileRefusal;

/** Put a drawing, a photo or spoken words beside an answer. Its bytes are read and cleaned before anything is held. */
export async function attach(
	ctx: Ctx,
	id: ConversationId,
	whose: Whose,
	question: string,
	{ kind, bytes, caption }: NewAttachment
): Promise<Outcome<AttachmentId, AttachmentReason>> {
	const made = kind === 'sound' ? recordingFrom(bytes) : await pictureFrom(bytes);
	if (!made.ok) return made;
	return change(ctx, async (db): Promise<Outcome<AttachmentId, AttachmentReason>> => {
		const opened = await preparingIn(db, ctx, id, whose);
		const asked = opened?.questions.find((each) => each === question);
		if (!opened || !asked) return no('missing');
		if (!canWrite(opened.talk)) return no('wrong-state');

		const { preparer } = opened;
		await preparations.hold(db, ctx, preparer);
		const all = await store.findOf(db, ctx, id);
		const before = all.filter((each) => madeBy(each, preparer) && each.question === asked);
		const replaced = replacedBy(kind, before);
		if (!replaced && before.length >= mostAttachments) return no('too-many');
		if (replaced) await removeIn(db, ctx, replaced);

		const attachment = newId<AttachmentId>();
		const owner = { of: 'conversations.attachment', id: attachment } as const;
		await store.add(db, ctx, {
			...{ ...preparer, id: attachment, question: asked, kind, caption: caption || (replaced?.caption ?? '') },
			...{ file: await files.keepIn(db, ctx, owner, made.value), audience: null, madeAt: ctx.now }
		});
		recordFact(db, ctx, 'attachment.added', attachment, { pupil: opened.talk.pupil, kind });
		return ok(attachment);
	});
}

/** Its maker says what it is of, or takes it away; as long as the talk is to come. */
export function describe(ctx: Ctx, id: ConversationId, attachment: AttachmentId, caption: string) {
	return mine(ctx, id, attachment, (db) => store.describe(db, ctx, attachment, caption));
}

export function detach(ctx: Ctx, id: ConversationId, attachment: AttachmentId) {
	return mine(ctx, id, attachment, (db, one) => removeIn(db, ctx, one));
}

/** For who may open it, the file itself. */
export function open(ctx: Ctx, id: ConversationId, attachment: AttachmentId) {
	return read(ctx, async (db): Promise<Outcome<files.Found, 'missing'>> => {
		const opened = await openedIn(db, ctx, id, mayReadRecord);
		const one = opened && (await store.find(db, ctx, id, attachment));
		if (!one || !mayOpen(opened.talk, opened.circle, opened.reader, one)) return no('missing');
		const found = await files.findIn(db, ctx, one.file, { of: 'conversations.attachment', id: one.id });
		return found ? ok(found) : no('missing');
	});
}

/** What was shared, for this reader. */
export async function shownIn(db: Db, ctx: Ctx, talk: Conversation, circle: Circle, reader: Member) {
	const all = await store.findOf(db, ctx, talk.id);
	return all.filter((one) => one.audience && mayOpen(talk, circle, reader, one));
}

async function removeIn(db: Db, ctx: Ctx, { id, file }: Attachment) {
	await store.remove(db, ctx, id);
	await files.dropIn(db, ctx, file);
}

function mine(
	ctx: Ctx,
	id: ConversationId,
	attachment: AttachmentId,
	work: (db: Db, one: Attachment) => Promise<void>
): Promise<Outcome<undefined, AttachmentReason>> {
	return change(ctx, async (db): Promise<Outcome<undefined, AttachmentReason>> => {
		const opened = await openedIn(db, ctx, id);
		const one = opened && (await store.find(db, ctx, id, attachment));
		if (!one || one.helper !== ctx.person.id) return no('missing');
		if (!canWrite(opened.talk)) return no('wrong-state');
		await work(db, one);
		return ok(undefined);
	});
}
