import { randomInt } from 'node:crypto';
import { Secret } from 'otpauth';
import { now, worldTime } from './clock.server.ts';
import type { Language } from './ctx.ts';
import type { Factor } from './factor.ts';
import type { AccountId, PersonId, SchoolId } from './ids.ts';
import { no, ok, type Outcome } from './outcome.ts';
import { qrOf } from './qr.ts';
import { seal, sign, unseal } from './secret.server.ts';
import { mailStepChange } from './second-step-mail.server.ts';
import type { SessionId } from './sessions.server.ts';
import { within } from './sign-in-limit.server.ts';
import { addMinutes } from './time.ts';
import { addressOf, inGroups, stepOf } from './totp.ts';
import * as store from './totp.store.server.ts';

const mostTries = 6;
const mostConfirmed = 60;
const minutesToSetUp = 30;
const recoveryCodes = 10;
/** Without letters and digits that people take for one another. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

export type SecondStepReason = 'wrong-app-code' | 'too-many' | 'offer-over';
/** A new secret for an app: as a picture, in words, and sealed, to come back with the form. */
export type Offer = { sealed: string; key: string; qr: { size: number; path: string } };
type Here = { id: SessionId; account: AccountId };

/** Offer a secret to whoever is at this session. Nothing is kept until the app has shown that it has it. */
export async function offer({ id, account }: Here, label: string): Promise<Offer> {
	return offered({ id, account }, new Secret({ size: 20 }).base32, label, addMinutes(now(), minutesToSetUp));
}

/** The same offer once more, after a code that was wrong; undefined when it was not made here, or too long ago. */
export async function offerAgain(here: Here, sealed: string, label: string): Promise<Offer | undefined> {
	const opened = await open(here, sealed);
	return opened && offered(here, opened.secret, label, opened.until);
}

/** Keep the app whose first code this is. It takes the place of the one before it. */
export async function setUp(
	here: Here,
	sealed: string,
	code: string,
	address: string,
	language: Language
): Promise<Outcome<undefined, SecondStepReason>> {
	if (!(await within(mostConfirmed, `confirm ${address}`))) return no('too-many');
	const opened = await open(here, sealed);
	if (!opened) return no('offer-over');
	const step = stepOf(opened.secret, code.replace(/\s/g, ''), worldTime());
	if (step === undefined) return no('wrong-app-code');
	await store.keep(here.account, await seal(opened.secret, `totp ${here.account}`), step, now());
	mailStepChange(here.account, 'app-set', language);
	return ok(undefined);
}

/** Which proof this was: a code of the app, or one of those kept for when the app is lost. Each counts once. */
export async function give(
	account: AccountId,
	text: string,
	address: string
): Promise<Outcome<Factor, SecondStepReason>> {
	if (!(await within(mostConfirmed, `confirm ${address}`))) return no('too-many');
	if (!(await within(mostTries, `second step ${account}`))) return no('too-many');
	const code = text.replace(/[\s-]/g, '').toLowerCase();
	if (/^\d{6}$/.test(code)) return (await isOfApp(account, code)) ? ok('totp') : no('wrong-app-code');
	const used = await store.useRecovery(account, await recoveryHash(account, code));
	return used ? ok('recovery') : no('wrong-app-code');
}

/** Does this account have an app? */
export async function hasApp(account: AccountId): Promise<boolean> {
	return Boolean(await store.find(account));
}

/** Ten codes for when the app is lost, to be shown now and never again; undefined when there are some already. */
export async function makeRecovery(account: AccountId): Promise<string[] | undefined> {
	const codes = Array.from({ length: recoveryCodes }, newRecoveryCode);
	const hashes = await Promise.all(codes.map((code) => recoveryHash(account, code)));
	if (!(await store.keepRecovery(account, hashes, now()))) return undefined;
	return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`);
}

export const { recoveryLeft, dropRecovery, forget } = store;

export async function removeApp(account: AccountId, language: Language) {
	await store.remove(account);
	mailStepChange(account, 'app-removed', language);
}

/** Who of this school has a second step of their own. */
export async function whoHas(school: SchoolId): Promise<Map<PersonId, boolean>> {
	const standing = await store.standingIn(school);
	return new Map(standing.map(({ person, appSince, passkeys }) => [person, Boolean(appSince) || Number(passkeys) > 0]));
}

async function isOfApp(account: AccountId, code: string) {
	const found = await store.find(account);
	const secret = found && (await unseal(found.sealed, `totp ${account}`));
	const step = secret && stepOf(secret, code, worldTime());
	return step !== undefined && step !== '' && (await store.useStep(account, step));
}

async function offered({ id, account }: Here, secret: string, label: string, until: Date): Promise<Offer> {
	return {
		sealed: await seal(JSON.stringify({ secret, until }), `offer ${id} ${account}`),
		key: inGroups(secret),
		qr: qrOf(addressOf(secret, label))
	};
}

async function open({ id, account }: Here, sealed: string) {
	const text = await unseal(sealed, `offer ${id} ${account}`);
	if (!text) return undefined;
	const { secret, until } = JSON.parse(text) as { secret: string; until: string };
	return new Date(until) > now() ? { secret, until: new Date(until) } : undefined;
}

function newRecoveryCode() {
	return Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('');
}

function recoveryHash(account: AccountId, code: string) {
	return sign(`recovery ${account} ${code}`);
}
