import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { makeWaiting } from '#modules/consent/exports.server.ts';
import { keepLooks, looksKept } from '#modules/consent/looks.server.ts';
import * as retentions from '#modules/consent/retentions.server.ts';
import { hearIn as hearAtTables } from '#modules/conversations/changes.server.ts';
import { hearIn as hearInEvenings } from '#modules/cycle/evening/changes.server.ts';
import { letGoOfDelays } from '#modules/cycle/evening/delays.server.ts';
import { letGoOfWithdrawn } from '#modules/conversations/withdrawals.server.ts';
import { deliver } from '#modules/notifications/messages.server.ts';
import { hear, remind } from '#modules/notifications/notifications.server.ts';
import { stopRuns } from '#modules/cycle/board/runs.server.ts';
import * as callers from '#modules/people/callers.server.ts';
import { tenants } from '#platform/accounts.server.ts';
import { now } from '#platform/clock.server.ts';
import { readConfig } from '#platform/config.server.ts';
import { carry } from '#platform/files.server.ts';
import { owesSecondStep, type Language } from '#platform/ctx.ts';
import { closeDatabase, isOpen } from '#platform/db.server.ts';
import { endStreams } from '#platform/event-stream.server.ts';
import { isStrong } from '#platform/factor.ts';
import { withoutNul } from '#platform/form.server.ts';
import { openHouse } from '#platform/house.server.ts';
import { newId } from '#platform/id.server.ts';
import { startJobs, stopJobs, type Job } from '#platform/jobs.server.ts';
import { clear as clearCodes } from '#platform/invitation-code.server.ts';
import { stopListening } from '#platform/live.server.ts';
import { log } from '#platform/log.server.ts';
import { closeMail } from '#platform/mail.server.ts';
import { clearUnconfirmed } from '#platform/memberships.server.ts';
import { clear as clearErrands } from '#platform/oidc.server.ts';
import { clear as clearAddresses } from '#platform/secret-address.server.ts';
import { clear as clearChallenges } from '#platform/passkeys.server.ts';
import { answerInTurn } from '#platform/rush.server.ts';
import { startRelay, stopRelay, sweep } from '#platform/relay.server.ts';
import { setSessionCookie } from '#platform/session-cookie.server.ts';
import * as sessions from '#platform/sessions.server.ts';
import { clear as clearAttempts } from '#platform/sign-in-limit.server.ts';
import { clear as clearSignIns } from '#platform/sign-in.server.ts';
import { speakIn } from '#platform/speaking.server.ts';
import { isTooLate, keepTyped } from '#platform/late-form.server.ts';
import { mustConfirm } from '#platform/step-up.server.ts';
import { addMinutes } from '#platform/time.ts';
import { getTextDirection } from '#words/compiled/runtime.js';
import { holdings } from './holdings.server.ts';

export const init: ServerInit = async () => {
	const { databaseUrl, dataDir } = readConfig();
	if (isOpen()) return;
	await openHouse({ databaseUrl, dataDir });
	if (import.meta.env.DEV) await (await import('#seeds/when-empty.ts')).plantWhenEmpty();
	retentions.keep(holdings);
	startRelay({ hear: hearEverywhere, afterwards: deliver });
	process.once('eenlijn:stopping' as 'beforeExit', endStreams);
	await startJobs(jobs, { embedded: !databaseUrl });
	process.once('sveltekit:shutdown' as 'beforeExit', () => void stop());
};

const jobs: Job[] = [
	{ name: 'sweep', cron: '* * * * *', work: sweep },
	{
		name: 'remind',
		cron: '*/10 * * * *',
		work: async () => {
			for (const school of await tenants()) await remind(school);
		}
	},
	{
		name: 'export',
		cron: '* * * * *',
		work: async () => {
			for (const school of await tenants()) await makeWaiting(school);
		}
	},
	{
		name: 'carry',
		cron: '* * * * *',
		work: async () => {
			for (const school of await tenants()) await carry(school);
		}
	},
	{
		name: 'forget',
		cron: '43 2 * * *',
		work: async () => {
			for (const school of await tenants()) {
				await letGoOfWithdrawn(school);
				await letGoOfDelays(school);
				await retentions.clear(school);
			}
		}
	},
	{
		name: 'clear',
		cron: '17 3 * * *',
		work: async () => {
			await sessions.clear();
			await clearAttempts();
			await clearSignIns();
			await clearUnconfirmed(addMinutes(now(), -24 * 60));
			await clearCodes();
			await clearAddresses();
			await clearChallenges();
			await clearErrands();
		}
	}
];

/** Who writes to people, and the pages that are open. */
async function hearEverywhere(...news: Parameters<typeof hear>) {
	await hear(...news);
	await hearAtTables(...news);
	await hearInEvenings(...news);
}

/** What is being done finishes, and the folder of the embedded database is free again. */
async function stop() {
	await stopRuns();
	await stopJobs();
	await stopRelay();
	closeMail();
	await looksKept();
	await stopListening();
	await closeDatabase();
}

export const handle: Handle = async ({ event, resolve }) => {
	if (event.request.method === 'POST') await arrived(event.request);
	const kind = event.request.method === 'GET' ? 'page' : 'form';
	return answerInTurn(kind, doorOf(event), () => answer(event, resolve));
};

/** Where this waits for its turn; what takes long to arrive waits nowhere. */
function doorOf({ request, route }: RequestEvent) {
	const isTurn = request.method === 'GET' || isSmallForm(request);
	return isTurn && route.id ? `${request.method} ${route.id}` : undefined;
}

async function answer(event: RequestEvent, resolve: Parameters<Handle>[0]['resolve']) {
	event.locals.requestId = newId();
	const caller = await callerOf(event);
	const language = caller?.language ?? languageOfBrowser(event);
	event.locals.language = language;
	if (event.route.id?.startsWith('/(app)') && !event.locals.ctx)
		redirect(303, withReturn(doorFor(event, caller), event));
	if (event.route.id?.startsWith('/(app)/school')) {
		if (isTooLate(event)) return keepTyped(event);
		mustConfirm(event);
	}
	const response = await speakIn(
		language,
		() =>
			resolve(event, {
				transformPageChunk: ({ html }) => html.replace('%lang%', language).replace('%dir%', getTextDirection(language))
			}),
		event.url.origin
	);
	// Nobody finds on a shared device what the one before was reading.
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
	const { requestId, session } = event.locals;
	const isDrawn = session?.factors.includes('eyes');
	if (event.locals.ctx && wasShown(response) && !isDrawn) keepLooks(event.locals.ctx, requestId);
	log.info({ requestId, method: event.request.method, route: event.route.id, status: response.status }, 'request');
	return response;
}

/** A form is read before it takes anybody's turn: a phone that is slow to send holds up nobody. */
async function arrived(request: Request) {
	withoutNul(request);
	if (!isSmallForm(request)) return;
	const form = await request.formData();
	request.formData = async () => form;
}

function isSmallForm({ method, headers }: Request) {
	return method === 'POST' && headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') === true;
}

/** What was missing or went wrong showed nobody anything. */
function wasShown({ status }: Response) {
	return status < 500 && status !== 404;
}

/** A surprise: the log keeps where it came from, the page shows the code to quote. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
	const { requestId } = event.locals;
	if (kind === 'unknown') log.error({ requestId, route: event.route.id, error }, 'surprise');
	return { code: requestId?.slice(-8) };
};

/** Session → account → membership → ctx; whoever lacks one of them, or has a second step to give, has none. */
async function callerOf({ cookies, locals, url }: RequestEvent) {
	const token = cookies.get(sessions.cookieName);
	if (!token) return undefined;
	locals.again = async () => (await enteredBy(token)).ctx;
	const { session, caller, ctx } = await enteredBy(token);
	locals.session = session;
	if (session?.renewed) setSessionCookie(cookies, token, url, session.days);
	if (caller && ctx) [locals.ctx, locals.caller] = [{ ...ctx, opened: new Set() }, caller];
	return caller;
}

async function enteredBy(token: string) {
	const session = await sessions.find(token);
	if (!session?.as) return { session };
	const { school, person } = session.as;
	const at = now();
	const caller = await callers.find(school, person, at);
	if (!caller || !maySkipSecondStep(caller, session)) return { session, caller };
	return { session, caller, ctx: { school, person: caller.person, now: at, language: caller.language } };
}

function maySkipSecondStep({ person }: callers.Caller, { factors }: sessions.Session) {
	return !owesSecondStep(person) || isStrong(factors);
}

/** Where somebody without a ctx goes first. */
function doorFor({ locals: { session } }: RequestEvent, caller: callers.Caller | undefined) {
	if (!session) return '/inloggen';
	return caller ? '/inloggen/tweede-stap' : '/inloggen/als';
}

function languageOfBrowser({ request }: RequestEvent): Language {
	const wanted = request.headers.get('accept-language') ?? '';
	const found = /\b(nl|en)\b/.exec(wanted);
	return found?.[1] === 'en' ? 'en' : 'nl';
}

/** Where this person was going; what was typed in a form cannot be taken along. */
function withReturn(door: string, { url, request, isDataRequest }: RequestEvent) {
	if (request.method !== 'GET' && !isDataRequest) return door;
	return url.pathname === '/vandaag' ? door : `${door}?naar=${encodeURIComponent(url.pathname + url.search)}`;
}
