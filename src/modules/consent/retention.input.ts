import { retentionKinds, type RetentionKind } from './retention.ts';

/** Undefined: no such thing is kept. */
export function readTerm(form: FormData): { kind: RetentionKind; length: number } | undefined {
	const kind = retentionKinds.find((one) => one === form.get('kind'));
	return kind && { kind, length: Number(form.get('length')) };
}
