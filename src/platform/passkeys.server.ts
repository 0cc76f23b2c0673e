import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
	type AuthenticationResponseJSON,
	type RegistrationResponseJSON
} from '@simplewebauthn/server';
import { now } from './clock.server.ts';
import { readConfig } from './config.server.ts';
import type { Language } from './ctx.ts';
import { newId } from './id.server.ts';
import type { AccountId } from './ids.ts';
import { log } from './log.server.ts';
import { no, ok, type Outcome } from './outcome.ts';
import * as store from './passkey.store.server.ts';
import type { ChallengeId, Purpose } from './passkey.store.server.ts';
import { mailStepChange } from './second-step-mail.server.ts';
import { within } from './sign-in-limit.server.ts';
import { addMinutes } from './time.ts';

export const minutesValid = 5;
const mostChallenges = 60;
const mostKeys = 10;
/** EdDSA, ES256, RS256: what devices of today make (COSE numbers). */
const algorithms = [-8, -7, -257];

export type PasskeyReason = 'wrong-passkey' | 'too-many' | 'too-many-passkeys';

/** How a key is called on the device that keeps it. */
type Holder = { account: AccountId; email: string; name: string };

/** What a device is asked for, to make a key of `holder`. The id belongs in a cookie of the browser that asked. */
export async function askToMake({ account, email, name }: Holder, address: string) {
	if (!(await within(mostChallenges, `challenge ${address}`))) return no('too-many');
	const keys = await store.listOf(account);
	if (keys.length >= mostKeys) return no('too-many-passkeys');
	const options = await generateRegistrationOptions({
		rpName: 'Eenlijn',
		rpID: place().host,
		userID: new TextEncoder().encode(account),
		userName: email,
		userDisplayName: name,
		supportedAlgorithmIDs: algorithms,
		excludeCredentials: keys.map(({ id, transports }) => ({ id, transports })),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' }
	});
	return ok({ id: await keep('make', account, options.challenge), options });
}

/** The same to come in with a key (nobody is known yet), or to prove once more that it is `account`. */
export async function askFor(address: string, account?: AccountId) {
	if (!(await within(mostChallenges, `challenge ${address}`))) return no('too-many');
	const keys = account ? await store.listOf(account) : [];
	const options = await generateAuthenticationOptions({
		rpID: place().host,
		allowCredentials: keys.map(({ id, transports }) => ({ id, transports })),
		userVerification: 'required'
	});
	return ok({ id: await keep(account ? 'confirm' : 'enter', account, options.challenge), options });
}

/** Keep the key that a device made. It answered what this browser was asked, at this address, opened by its owner. */
export async function make(
	id: ChallengeId | undefined,
	account: AccountId,
	answer: string,
	name: string,
	language: Language
): Promise<Outcome<undefined, PasskeyReason>> {
	const challenge = await take(id, 'make', account);
	const response = readAnswer<RegistrationResponseJSON>(answer);
	if (!challenge || !response) return no('wrong-passkey');
	const { origin, host } = place();
	const made = await trying(() =>
		verifyRegistrationResponse({
			response,
			expectedChallenge: challenge,
			expectedOrigin: origin,
			expectedRPID: host,
			requireUserVerification: true,
			supportedAlgorithmIDs: algorithms
		})
	);
	if (!made?.verified) return no('wrong-passkey');
	const { credential } = made.registrationInfo;
	const key = {
		...{ id: credential.id, account, counter: credential.counter },
		publicKey: Buffer.from(credential.publicKey).toString('base64url'),
		transports: credential.transports ?? []
	};
	if (!(await store.add(key, cut(name), now()))) return no('wrong-passkey');
	mailStepChange(account, 'passkey-set', language);
	return ok(undefined);
}

/** Whose key signed the challenge. With `account`: only when it is theirs. A counter that goes back is a copied key. */
export async function enter(
	id: ChallengeId | undefined,
	answer: string,
	address: string,
	account?: AccountId
): Promise<Outcome<AccountId, PasskeyReason>> {
	if (!(await within(mostChallenges, `confirm ${address}`))) return no('too-many');
	const challenge = await take(id, account ? 'confirm' : 'enter', account);
	const response = readAnswer<AuthenticationResponseJSON>(answer);
	const key = challenge && response && (await store.find(response.id));
	if (!challenge || !response || !key || (account && key.account_id !== account)) return no('wrong-passkey');
	const { origin, host } = place();
	const shown = await trying(() =>
		verifyAuthenticationResponse({
			response,
			expectedChallenge: challenge,
			expectedOrigin: origin,
			expectedRPID: host,
			requireUserVerification: true,
			credential: {
				id: key.id,
				publicKey: new Uint8Array(Buffer.from(key.public_key, 'base64url')),
				counter: key.counter
			}
		})
	);
	if (!shown?.verified) return no('wrong-passkey');
	const { newCounter } = shown.authenticationInfo;
	return (await store.countOn(key.id, key.counter, newCounter, now())) ? ok(key.account_id) : no('wrong-passkey');
}

export const { listOf } = store;

/** False: this account has no such key. */
export async function remove(account: AccountId, id: string, language: Language): Promise<boolean> {
	const removed = await store.remove(account, id);
	if (removed) mailStepChange(account, 'passkey-removed', language);
	return removed;
}

export function rename(account: AccountId, id: string, name: string) {
	return store.rename(account, id, cut(name));
}

/** Take away what was asked and never answered. */
export function clear() {
	return store.clearChallenges(now());
}

async function keep(purpose: Purpose, account: AccountId | undefined, value: string) {
	const id = newId<ChallengeId>();
	await store.addChallenge({ id, purpose, account, value }, addMinutes(now(), minutesValid));
	return id;
}

async function take(id: ChallengeId | undefined, purpose: Purpose, account: AccountId | undefined) {
	return id && (await store.takeChallenge(id, purpose, account, now()))?.value;
}

/** Where we are by our own configuration, whatever a request says of itself. */
function place() {
	const { origin } = readConfig();
	return { origin, host: new URL(origin).hostname };
}

/** An answer that is not in order is thrown by the library; here it is no answer. */
async function trying<T>(check: () => Promise<T>): Promise<T | undefined> {
	try {
		return await check();
	} catch (error) {
		log.info({ refused: (error as Error).name }, 'passkey refused');
		return undefined;
	}
}

function readAnswer<Answer extends { id: string }>(text: string): Answer | undefined {
	try {
		const answer = JSON.parse(text) as Answer | null;
		return typeof answer?.id === 'string' ? answer : undefined;
	} catch {
		return undefined;
	}
}

const cut = (name: string) => name.trim().slice(0, 60) || 'Passkey';
