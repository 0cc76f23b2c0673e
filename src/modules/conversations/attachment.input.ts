import { asId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { attachmentKinds, type AttachmentId, type AttachmentKind } from './attachment.ts';

export type NewAttachment = { kind: AttachmentKind; bytes: Uint8Array; caption: string };

export async function parseAttachment(form: FormData): Promise<Outcome<NewAttachment, 'no-file'>> {
	const kind = attachmentKinds.find((each) => each === form.get('kind'));
	const file = form.get('file');
	if (!kind || !(file instanceof File) || !file.size) return no('no-file');
	return ok({ kind, bytes: new Uint8Array(await file.arrayBuffer()), caption: parseCaption(form) });
}

export function parseCaption(form: FormData): string {
	return String(form.get('caption') ?? '')
		.trim()
		.slice(0, 200);
}

export function parseAttachmentId(form: FormData): AttachmentId | undefined {
	return asId<AttachmentId>(form.get('attachment'));
}
