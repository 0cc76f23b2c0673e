import { request, type Agent } from 'node:http';
import { brotliDecompress } from 'node:zlib';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';

/** What one parent went through: how long each answer took, and which time was promised in the end. */
export type Told = {
	pupil: PersonId;
	/** The booking that the last answer said stands. */
	booked?: string;
	pages: number[];
	presses: number[];
	/** Times that somebody else had just taken; `unhelped`: those answered without a sentence or another time. */
	late: number;
	unhelped: number;
	/** Answers that led to the sign-in. */
	signedOut: number;
	/** Answers that were none. */
	failed: number;
};

export type Visit = { origin: string; agent: Agent; cookie: string; round: RoundId; pupil: PersonId; evening: Day };

const mostPresses = 40;
const isTime = /<button[^>]*\bname="time"[^>]*\bvalue="([^"]+)"/g;

/**
 * Loads the page of the round, reads it for a moment, and presses a time in the evening that everybody wants; was somebody
 * quicker, then one of the nearest times in the answer, and so on until there is a time.
 */
export async function comes(visit: Visit, told: Told) {
	const path = `/afspreken/${visit.round}`;
	const offered = timesOn(await ask(visit, path, told, told.pages));
	const evening = offered.filter((time) => dayOf(momentOf(time)) === visit.evening && isLate(momentOf(time)));
	let time = oneOf(evening.length ? evening : offered.slice(0, 3));
	for (let press = 0; time && press < mostPresses; press++) {
		await reads();
		const form = new URLSearchParams({ pupil: visit.pupil, time });
		const answer = await ask(visit, `${path}?/book`, told, told.presses, form);
		told.booked = /^\/afspreken\/tijd\/([^?]+)\?gedaan=book$/.exec(answer.location)?.[1];
		if (told.booked) return;
		if (answer.status === 409) told.late++;
		const nearest = timesOn(answer).slice(0, 3);
		if (!nearest.length || !answer.text.includes('notice')) told.unhelped++;
		time = oneOf(nearest);
	}
}

/** Nobody presses before the page was seen; one to four seconds is quick. */
function reads() {
	return new Promise((wake) => setTimeout(wake, 1_000 + 3_000 * Math.random()));
}

export function nothingYet(pupil: PersonId): Told {
	return { pupil, pages: [], presses: [], late: 0, unhelped: 0, signedOut: 0, failed: 0 };
}

function timesOn({ text }: Answer) {
	return [...text.matchAll(isTime)].map(([, value]) => value!);
}

function oneOf<T>(some: T[]): T | undefined {
	return some[Math.floor(Math.random() * some.length)];
}

function momentOf(time: string) {
	return new Date(time.split('_')[1]!);
}

function isLate(moment: Date) {
	return moment.getTime() % 86_400_000 > 16.5 * 3_600_000;
}

export type Answer = { status: number; location: string; text: string };

async function ask(
	{ origin, agent, cookie }: Visit,
	path: string,
	told: Told,
	times: number[],
	body?: URLSearchParams
) {
	const at = performance.now();
	const answer = await send(origin + path, agent, cookie, body).catch(() => ({ status: 0, location: '', text: '' }));
	times.push(performance.now() - at);
	if (answer.location.startsWith('/inloggen')) told.signedOut++;
	else if (![200, 303, 409].includes(answer.status)) told.failed++;
	return answer;
}

/** As a browser without a script sends it. */
export function send(url: string, agent: Agent, cookie: string, form?: URLSearchParams): Promise<Answer> {
	return new Promise((done, fail) => {
		const headers = { cookie, accept: 'text/html', 'accept-encoding': 'br', origin: new URL(url).origin };
		const typed = form && { 'content-type': 'application/x-www-form-urlencoded' };
		const asked = request(
			url,
			{ method: form ? 'POST' : 'GET', agent, headers: { ...headers, ...typed } },
			(answer) => {
				const pieces: Buffer[] = [];
				answer.on('data', (piece: Buffer) => pieces.push(piece));
				answer.on('end', () => {
					const bytes = Buffer.concat(pieces);
					const read = (text: Buffer) =>
						done({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '', text: String(text) });
					if (answer.headers['content-encoding'] !== 'br') return read(bytes);
					brotliDecompress(bytes, (error, text) => (error ? fail(error) : read(text)));
				});
			}
		);
		asked.on('error', fail);
		asked.end(form?.toString());
	});
}
