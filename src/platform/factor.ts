/**
 * What somebody showed of themselves: the mailbox that is theirs, a letter from school, a passkey (the device, and the finger or code that opens
 * it), a code of an app, a code kept for a lost app, the word of the school's own provider. `persona` is the trial's, where
 * one becomes anybody; `eyes` too, to draw a page as somebody would see it, without their having looked.
 */
export type Factor = 'mail' | 'letter' | 'passkey' | 'totp' | 'recovery' | 'provider' | 'persona' | 'eyes';

/** Enough for who works with children's data of others: a mailbox or a letter alone is not (standards §3). */
export function isStrong(factors: readonly Factor[]): boolean {
	return factors.some((factor) => factor !== 'mail' && factor !== 'letter');
}

/** By what an account can prove once more who it is, beside its mailbox. */
export type Ways = { hasApp: boolean; passkeys: number };

/** Whether this is all that is left: who works here may not be without. */
export function isLast({ hasApp, passkeys }: Ways): boolean {
	return Number(hasApp) + passkeys <= 1;
}
