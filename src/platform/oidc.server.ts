import * as client from 'openid-client';
import { membershipsOf } from './accounts.server.ts';
import { now, worldTime } from './clock.server.ts';
import { readConfig } from './config.server.ts';
import { newId } from './id.server.ts';
import type { AccountId, SchoolId } from './ids.ts';
import { log } from './log.server.ts';
import { isOpenAddress } from './oidc.ts';
import { no, ok, type Outcome } from './outcome.ts';
import * as store from './provider.store.server.ts';
import type { ArrivalId, ErrandId, Provider, ProviderId, Purpose } from './provider.ts';
import { unseal } from './secret.server.ts';
import type { SessionId } from './sessions.server.ts';
import { within } from './sign-in-limit.server.ts';
import { addMinutes } from './time.ts';

export const minutesAway = 10;
const mostErrands = 60;
const secondsToAnswer = 8;
/** Who confirms signs in there anew, and not longer ago than this. */
const secondsFresh = 300;

export type OidcReason = 'provider-down' | 'provider-refused' | 'not-here' | 'too-many';
export type Sent = { id: ErrandId; address: string };
/** Whom the provider vouched for, and what they came for. */
export type Back = {
	provider: Provider;
	purpose: Purpose;
	session: SessionId | undefined;
	issuer: string;
	subject: string;
	naar: string;
};

/** The one address providers send people back to; exactly this is told to them. */
export const returnAddress = () => `${readConfig().origin}/inloggen/via/terug`;
/** In the trial a provider may run on this machine. */
export const mayLoopback = () => readConfig().build === 'trial';

/**
 * Send somebody to a provider. The id belongs in a cookie of this browser: nobody comes back in another one. Code flow with
 * PKCE; state, nonce and verifier stay here.
 */
export async function leave(
	provider: Provider,
	asked: { purpose: Purpose; session?: SessionId; naar: string; address: string }
): Promise<Outcome<Sent, 'provider-down' | 'too-many'>> {
	if (!(await within(mostErrands, `errand ${asked.address}`))) return no('too-many');
	const known = await trying(provider, () => configurationOf(provider, 'asked anew'));
	if (!known) return no('provider-down');
	const { purpose, session, naar } = asked;
	const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
	const errand = { id: newId<ErrandId>(), provider: provider.id, purpose, session, state, nonce, verifier, naar };
	await store.addErrand(errand, now(), addMinutes(now(), minutesAway));
	const address = client.buildAuthorizationUrl(known, {
		redirect_uri: returnAddress(),
		scope: 'openid',
		code_challenge: await client.calculatePKCECodeChallenge(verifier),
		code_challenge_method: 'S256',
		...{ state, nonce },
		...(purpose === 'confirm' ? { prompt: 'login', max_age: String(secondsFresh) } : {})
	});
	return ok({ id: errand.id, address: address.href });
}

/** Somebody comes back with an answer of the provider of this errand, and of no other. An errand is run once. */
export async function comeBack(
	id: ErrandId | undefined,
	query: string
): Promise<Outcome<Back, 'provider-down' | 'provider-refused'>> {
	const errand = id && (await store.takeErrand(id, now()));
	const provider = errand && (await store.find({ id: errand.provider }));
	if (!errand || !provider) return no('provider-refused');
	const known = await trying(provider, () => configurationOf(provider));
	if (!known) return no('provider-down');
	const tokens = await trying(provider, () =>
		client.authorizationCodeGrant(known, new URL(`${returnAddress()}${query}`), {
			pkceCodeVerifier: errand.verifier,
			expectedState: errand.state,
			expectedNonce: errand.nonce,
			idTokenExpected: true,
			...(errand.purpose === 'confirm' ? { maxAge: secondsFresh } : {})
		})
	);
	const claims = tokens?.claims();
	if (!claims || claims.iss !== provider.issuer) return no('provider-refused');
	const { purpose, session, naar } = errand;
	return ok({ provider, purpose, session, issuer: claims.iss, subject: claims.sub, naar });
}

/** The account the provider means, when it is of this school; `first`: nobody knows this subject yet. */
export async function accountOf(back: Back): Promise<Outcome<AccountId | { first: ArrivalId }, 'not-here'>> {
	const { provider, issuer, subject, naar } = back;
	const account = await store.useSubject(issuer, subject, now());
	if (account) return (await isOf(provider.school, account)) ? ok(account) : no('not-here');
	const id = newId<ArrivalId>();
	await store.addArrival({ id, provider: provider.id, issuer, subject, naar }, addMinutes(now(), minutesAway * 3));
	return ok({ first: id });
}

/** Where somebody new comes from; undefined: they took too long. */
export async function arrivalOf(id: ArrivalId | undefined) {
	return id && store.findArrival(id, now());
}

/** From now on this subject is this account, whose mailbox was just shown. Only an account of the provider's school. */
export async function introduce(
	id: ArrivalId | undefined,
	account: AccountId
): Promise<Outcome<{ school: SchoolId; naar: string }, 'not-here' | 'provider-refused'>> {
	const arrival = await arrivalOf(id);
	if (!id || !arrival) return no('provider-refused');
	if (!(await isOf(arrival.school, account))) return no('not-here');
	await store.dropArrival(id);
	const { issuer, subject, school, naar } = arrival;
	return (await store.addSubject(issuer, subject, account, now())) ? ok({ school, naar }) : no('provider-refused');
}

export const { find, findAll, findByDomain } = store;

/** Take away those who never came back. */
export function clear() {
	return store.clear(now());
}

async function isOf(school: SchoolId, account: AccountId) {
	return (await membershipsOf(account)).some((membership) => membership.school === school);
}

const minutesKnown = 60;
const configurations = new Map<ProviderId, { at: Date; configuration: client.Configuration }>();

/**
 * What the provider says of itself (discovery), remembered for an hour, and asked anew when somebody leaves for it: is it
 * there? What it calls itself must be what the school kept.
 */
async function configurationOf(provider: Provider, how?: 'asked anew'): Promise<client.Configuration> {
	const known = configurations.get(provider.id);
	if (!how && known && addMinutes(known.at, minutesKnown) > worldTime()) return known.configuration;
	const secret = await unseal(provider.sealedSecret, `provider ${provider.id}`);
	if (secret === undefined) throw new Error('the secret of this provider was sealed by another house');
	const configuration = await client.discovery(new URL(provider.issuer), provider.clientId, secret, asAsked(secret), {
		timeout: secondsToAnswer,
		[client.customFetch]: fetchOpenly,
		execute: mayLoopback() && provider.issuer.startsWith('http:') ? [client.allowInsecureRequests] : []
	});
	if (configuration.serverMetadata().issuer !== provider.issuer) throw new Error('the issuer calls itself otherwise');
	configurations.set(provider.id, { at: worldTime(), configuration });
	return configuration;
}

/** The secret goes the way the provider says it wants it; one that says nothing wants basic (OpenID Connect Discovery 1.0 §3). */
const asAsked =
	(secret: string): client.ClientAuth =>
	(server, ...rest) => {
		const byForm = server.token_endpoint_auth_methods_supported?.includes('client_secret_post');
		(byForm ? client.ClientSecretPost : client.ClientSecretBasic)(secret)(server, ...rest);
	};

/** A provider names addresses that we then ask: never one of our own network. */
const fetchOpenly: client.CustomFetch = (url, options) => {
	if (!isOpenAddress(new URL(url), mayLoopback())) throw new Error('an address that is not on the open internet');
	return fetch(url, options as RequestInit);
};

/** What goes wrong there is not a surprise here; the log has the kind of it, and nothing of the person. */
async function trying<T>({ id }: Provider, work: () => Promise<T>): Promise<T | undefined> {
	try {
		return await work();
	} catch (error) {
		const { name, code } = error as { name?: string; code?: string };
		log.warn({ provider: id, refused: name, code }, 'provider refused');
		return undefined;
	}
}
