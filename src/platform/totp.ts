import { Secret, TOTP } from 'otpauth';

const period = 30;

/** The same for every app that shows codes (RFC 6238): six digits, half a minute, SHA-1. */
const totpOf = (secret: string, label?: string) =>
	new TOTP({ issuer: 'Eenlijn', label, secret: Secret.fromBase32(secret), digits: 6, period, algorithm: 'SHA1' });

/**
 * Which half minute, counted from 1970, this code is of; undefined when it is of none. `at` is the world's time, in which
 * the app lives. One half minute earlier or later is let through: people type slowly, and clocks differ. Compared in constant time.
 */
export function stepOf(secret: string, code: string, at: Date): number | undefined {
	if (!/^\d{6}$/.test(code)) return undefined;
	const delta = totpOf(secret).validate({ token: code, timestamp: at.getTime(), window: 1 });
	return delta === null ? undefined : Math.floor(at.getTime() / 1000 / period) + delta;
}

/** What the QR tells the app: the secret, and the name under which it is kept there. */
export function addressOf(secret: string, label: string): string {
	return totpOf(secret, label).toString();
}

/** The secret as people copy it: in groups of four. */
export function inGroups(secret: string): string {
	return secret.match(/.{1,4}/g)!.join(' ');
}
