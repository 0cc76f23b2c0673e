import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { accountById, accountOf, findAccount, type Membership } from './accounts.server.ts';
import { now } from './clock.server.ts';
import type { Language } from './ctx.ts';
import { newId } from './id.server.ts';
import type { AccountId } from './ids.ts';
import { accountToConfirm } from './memberships.server.ts';
import { no, ok, type Outcome } from './outcome.ts';
import { sign } from './secret.server.ts';
import { within } from './sign-in-limit.server.ts';
import { mailSignIn } from './sign-in-mail.server.ts';
import * as store from './sign-in.store.server.ts';
import type { SignInId } from './sign-in.store.server.ts';
import { addMinutes } from './time.ts';

export const minutesValid = 15;
const mostTries = 5;
const mostMails = 5;
const mostAsked = 60;
const mostConfirmed = 60;

/** Where it is asked from: the network address counts the tries, the language is that of the page. */
export type Asking = {
	address: string;
	language: Language;
	naar?: string;
	/** The code is asked for on a page that must go on in this browser: the mail holds no link then. */
	codeOnly?: true;
};

/**
 * Mail a code and a link to this address. The answer is the same, and as quick, when nobody was let in by it; then no
 * mail goes. The id belongs in a cookie of the browser that asked: a code counts only there.
 */
export async function ask(email: string, asking: Asking): Promise<Outcome<SignInId, 'too-many'>> {
	if (!(await within(mostAsked, `ask ${asking.address}`))) return no('too-many');
	if (!(await within(mostMails, `mail ${email}`))) return no('too-many');
	return ok(await mailTo(await findAccount(email), asking));
}

/** Mail a code to an address that may be new here, for who holds an invitation: to confirm that it is theirs. */
export async function askNew(email: string, asking: Asking): Promise<Outcome<SignInId, 'too-many'>> {
	if (!(await within(mostAsked, `ask ${asking.address}`))) return no('too-many');
	if (!(await within(mostMails, `mail ${email}`))) return no('too-many');
	return ok(await mailTo(await accountToConfirm(email), { ...asking, codeOnly: true }));
}

/** The same for a person the school invited by name: the mail goes to the address on file, which this doesn't tell. */
export async function askAs(as: Membership, asking: Asking): Promise<Outcome<SignInId, 'too-many'>> {
	if (!(await within(mostAsked, `ask ${asking.address}`))) return no('too-many');
	if (!(await within(mostMails, `mail ${as.person}`))) return no('too-many');
	const account = await accountOf(as);
	return ok(await mailTo(account && (await accountById(account)), asking));
}

/** The account whose mail held this code, once; `wrong-code` when it was not that one, or not any more. */
export async function confirmCode(
	id: SignInId,
	code: string,
	address: string
): Promise<Outcome<AccountId, 'wrong-code' | 'too-many'>> {
	if (!(await within(mostConfirmed, `confirm ${address}`))) return no('too-many');
	const tried = await store.countTry(id, mostTries, now());
	if (!tried) return no('wrong-code');
	if (!isEqual(tried.codeHash, await codeHash(id, code.replace(/\D/g, '')))) {
		return no(tried.tries < mostTries ? 'wrong-code' : 'too-many');
	}
	return finish({ id });
}

/** The account whose mail held this link, once. Looking at the link uses nothing up: mail scanners do that too. */
export async function confirmLink(
	link: string,
	address: string
): Promise<Outcome<AccountId, 'wrong-link' | 'too-many'>> {
	if (!(await within(mostConfirmed, `confirm ${address}`))) return no('too-many');
	const confirmed = await finish({ linkHash: await linkHash(link) });
	return confirmed.ok ? confirmed : no('wrong-link');
}

/** Take away the mails that are of no use any more. */
export function clear() {
	return store.clear(now());
}

async function mailTo(
	account: { id: AccountId; email: string | null } | undefined,
	{ language, naar, codeOnly }: Asking
) {
	const id = newId<SignInId>();
	if (!account?.email) return id;
	const code = String(randomInt(1_000_000)).padStart(6, '0');
	const link = randomBytes(32).toString('base64url');
	const at = now();
	await store.add({
		id,
		account: account.id,
		codeHash: await codeHash(id, code),
		linkHash: await linkHash(link),
		askedAt: at,
		expiresAt: addMinutes(at, minutesValid)
	});
	mailSignIn({ id, to: account.email, code, link: codeOnly ? undefined : link, language, naar });
	return id;
}

async function finish(by: { id: SignInId } | { linkHash: string }): Promise<Outcome<AccountId, 'wrong-code'>> {
	const at = now();
	const account = await store.use(by, at);
	if (!account) return no('wrong-code');
	await store.useOthers(account, at);
	return ok(account);
}

/** With the id in it and keyed: six digits alone would be guessed from their hash in a second. */
function codeHash(id: SignInId, code: string) {
	return sign(`code ${id} ${code}`);
}

function linkHash(link: string) {
	return sign(`link ${link}`);
}

function isEqual(a: string, b: string) {
	return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
