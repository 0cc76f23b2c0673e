import { asId } from '#platform/ids.ts';
import { evidenceKinds, type EvidenceId, type EvidenceKind } from './evidence.ts';

export const longestCaption = 500;
export type NewEvidence = { kind: EvidenceKind; bytes: Uint8Array; caption: string };

/** A photo just taken, or a file that was chosen: whichever of the two fields was filled. Undefined: neither. */
export async function parseEvidence(form: FormData): Promise<NewEvidence | undefined> {
	const sent = [form.get('photo'), form.get('file')].find((one) => one instanceof File && one.size > 0);
	if (!(sent instanceof File)) return undefined;
	const kind = evidenceKinds.find((one) => one === form.get('kind')) ?? 'work';
	return { kind, bytes: new Uint8Array(await sent.arrayBuffer()), caption: parseCaption(form) };
}

export function parseCaption(form: FormData): string {
	return String(form.get('caption') ?? '')
		.trim()
		.slice(0, longestCaption);
}

export function parseEvidenceId(form: FormData): EvidenceId | undefined {
	return asId<EvidenceId>(form.get('evidence'));
}
