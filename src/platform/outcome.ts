/** What a use case answers. An expected refusal is a value with a reason; only surprises are thrown. */
export type Outcome<T, Reason extends string> = { ok: true; value: T } | { ok: false; reason: Reason };

export function ok<T>(value: T) {
	return { ok: true, value } as const;
}

export function no<Reason extends string>(reason: Reason) {
	return { ok: false, reason } as const;
}
