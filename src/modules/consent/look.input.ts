export const longestReason = 300;

/** The reason as it was typed, or what is off about it. */
export function readReason(
	form: FormData
): { ok: true; value: string } | { ok: false; reason: 'no-reason' | 'too-long' } {
	const reason = String(form.get('reason') ?? '').trim();
	if (reason.length > longestReason) return { ok: false, reason: 'too-long' };
	return /\p{L}{2}/u.test(reason) ? { ok: true, value: reason } : { ok: false, reason: 'no-reason' };
}
