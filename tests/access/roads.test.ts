import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { deliver } from '#modules/notifications/messages.server.ts';
import { hear, remind } from '#modules/notifications/notifications.server.ts';
import { print } from '#modules/people/invitations.server.ts';
import { drawInvitations } from '#modules/people/letters.server.ts';
import { setClock } from '#platform/clock.server.ts';
import { closeDatabase, openDatabase } from '#platform/db.server.ts';
import { startRelay, stopRelay, sweep } from '#platform/relay.server.ts';
import * as cast from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { value } from '#seeds/start-round.ts';
import { copyTemplate, rowsAsOwner, type RealDatabase } from '#tests/harness/databases.ts';
import { readPdf } from '#tests/harness/read-pdf.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { all } from './asking.ts';
import { signedIn, type Caller } from './caller.ts';
import { doorsOf, openDoors } from './doors.ts';
import { routes } from './found.ts';
import { furnish, type Furnished } from './furnished.ts';
import { plantSecrets, readers, secrets, type Planted, type Reader } from './secrets.ts';

/** What came to somebody along one road: an address of the house, a mail, a letter. */
type Road = { road: string; text: string };

let [database, server] = [] as unknown as [RealDatabase, Server];
const roads = {} as Record<Reader, Road[]>;

beforeAll(async () => {
	setClock(cast.autumn);
	database = await copyTemplate(inject('template'));
	await openDatabase({ kind: 'server', url: database.app });
	await plantCast();
	const ids = await furnish();
	const planted = await plantSecrets(database.owner, ids);
	await sendAll();
	server = await startServer('scripts/serve.ts', { DATABASE_URL: database.app });
	const callers = {} as Record<Reader, Caller>;
	for (const reader of Object.keys(readers) as Reader[]) {
		callers[reader] = await signedIn(server.origin, cast.deLinde, readers[reader]);
	}
	await callers.yvonne.send('/dev', 'setClock', { moment: '2026-09-22T09:15' });
	for (const reader of Object.keys(readers) as Reader[]) {
		const pages = await all(4, pathsOf(ids, planted, reader), async (road): Promise<Road> => {
			const answer = await callers[reader].look(road);
			return { road, text: answer.status === 404 ? '' : await answer.text() };
		});
		roads[reader] = [...pages, ...(await mailsOf(reader)), ...(await letterTo(reader))];
	}
});
afterAll(async () => {
	setClock(undefined);
	await server?.stop();
	await closeDatabase();
	await database?.drop();
});

/** Every address there is, about each talk, agreement and export that holds a secret. A new one is tried by itself. */
function pathsOf(ids: Furnished, { talks, agreements, exports }: Planted, reader: Reader): string[] {
	const doors = doorsOf(ids);
	const closed = routes.filter(({ address }) => !openDoors[address]);
	const paths = closed.map(({ address }) => doors[address]?.path ?? address).filter((path) => !path.includes('['));
	const other = (from: readonly string[], to: readonly string[]) =>
		paths.flatMap((path) => from.flatMap((id) => (path.includes(id) ? to.map((one) => path.replace(id, one)) : [])));
	const own = exports[reader] ? [exports[reader]] : [];
	return [
		...new Set([
			...paths,
			...other([ids.talk, ids.recorded, ids.requested], talks),
			...other([ids.proposed, ids.agreed], agreements),
			...other([ids.export], own)
		])
	];
}

/** All that is told by mail: what happened, and the evening before. */
async function sendAll() {
	startRelay({ hear, afterwards: deliver });
	await sweep();
	await remind(cast.deLinde);
	await deliver(cast.deLinde);
	await stopRelay();
}

async function mailsOf(reader: Reader): Promise<Road[]> {
	const mails = await rowsAsOwner<{ subject: string; html: string; body: string; calendar: string | null }>(
		database.owner,
		`select m.subject, m.html, m.body, m.calendar from platform.mailbox m
		 join people.person p on p.email = m.recipient where p.id = '${readers[reader].id}'`
	);
	return mails.map(({ subject, ...said }) => ({
		road: `mail: ${subject}`,
		text: subject + Object.values(said).join()
	}));
}

async function letterTo(reader: Reader): Promise<Road[]> {
	if (readers[reader].role !== 'guardian') return [];
	const yvonne = cast.as(cast.yvonne);
	// Who came in already is sent no letter; it is written to them as it would have been.
	await rowsAsOwner(
		database.owner,
		`update platform.membership set entered_at = null where person_id = '${readers[reader].id}'`
	);
	const { school, letters } = value(await print(yvonne, { person: readers[reader].id }));
	const pdf = readPdf(await drawInvitations(yvonne, school, letters, server.origin));
	return [{ road: 'letter', text: pdf.pages.join('\n') }];
}

const roadsWith = (reader: Reader, word: string) =>
	roads[reader].flatMap(({ road, text }) => (text.includes(word) ? [road] : []));

test('the roads are there: pages, files, mails with a calendar, letters', () => {
	for (const reader of ['samira', 'youssef'] as const) {
		const known = roads[reader].map(({ road }) => road);
		// Several messages go in one mail, each under a heading of its own.
		const mails = roads[reader].filter(({ road }) => road.startsWith('mail'));
		expect(mails.flatMap(({ text }) => text.match(/<h[12]/g) ?? []).length).toBeGreaterThan(3);
		expect(known).toContain('letter');
		for (const part of ['agenda.ics', 'meenemen', 'bestand', 'lijnen', 'wie-voor-wat', 'gegevens', 'toestemming']) {
			expect(known.some((road) => road.includes(part))).toBe(true);
		}
	}
	expect(roadsWith('samira', 'BEGIN:VCALENDAR').length).toBeGreaterThan(1);
	expect(roadsWith('noor', 'Noor').length).toBeGreaterThan(5);
});

/**
 * Guards `mayRead` (audience.ts), `readableBy` (record.access.ts), `maySeeAnswers` (consent.access.ts), `maySeeContact`
 * (contact.access.ts), `maySee` (conversation.access.ts) and the names on the page of the circle. Seen red earlier: `findOwn`
 * (file-check.store) without its asker; a talk's mail to all guardians (`conversationForMessage`).
 */
describe('on no road out', () => {
	test.each(secrets.flatMap((secret) => secret.never.map((reader) => ({ ...secret, reader }))))(
		'$reader comes across $of',
		({ reader, word }) => {
			expect(roadsWith(reader, word)).toEqual([]);
		}
	);
});

describe('what is planted is really there', () => {
	test.each(secrets)('$by reads $of', ({ by, word }) => {
		expect(roadsWith(by, word)).not.toEqual([]);
	});
});

/** Every form on these pages, with the fields that are filled in already. */
function formsOn(pages: readonly Road[]) {
	return pages.flatMap(({ road, text }) =>
		[...text.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head, inside]) => {
			const action = /action="([^"]*)"/.exec(head!)?.[1]?.replaceAll('&amp;', '&') ?? '';
			if (!/method="post"/i.test(head!)) return [];
			const url = new URL(action, `http://house${road}`);
			const name = [...url.searchParams.keys()].find((key) => key.startsWith('/'))?.slice(1);
			const fields = [...inside!.matchAll(/<(?:input|button)\b[^>]*\bname="([^"]*)"[^>]*>/g)];
			const form = Object.fromEntries(fields.map(([tag, key]) => [key!, /value="([^"]*)"/.exec(tag)?.[1] ?? 'x']));
			return name ? [{ road, path: pathOf(url), name, form }] : [];
		})
	);
}

/** Without the name of the action in the query. */
function pathOf({ pathname, searchParams }: URL) {
	const query = new URLSearchParams([...searchParams].filter(([key]) => !key.startsWith('/')));
	return query.size ? `${pathname}?${query}` : pathname;
}

/** Every address that these pages lead to, with the first page that does. */
const linksOn = (pages: readonly Road[]) =>
	new Map(
		pages
			.toReversed()
			.flatMap(({ road, text }) =>
				[...text.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)].map(
					([, to]) => [to!.replaceAll('&amp;', '&'), road] as const
				)
			)
	);

/** Of oneself, not of the dossier: how one is signed in and in which language. */
const ofOneself = /^\/(profiel|inloggen|uitloggen)/;

/**
 * Guards `movesIn` (conversation.access.ts): a pupil at the second step reads its pages; a form there would answer that it
 * is not there.
 */
test('a pupil that only reads yet is offered no form and no page that is not there for it', async () => {
	await rowsAsOwner(database.owner, `update people.pupil set say = 2 where id = '${cast.noor.id}'`);
	const noor = await signedIn(server.origin, cast.deLinde, cast.noor);
	const paths = [...new Set(roads.noor.map(({ road }) => road))].filter((road) => road.startsWith('/'));
	const pages = await all(4, paths, async (road): Promise<Road> => {
		const answer = await noor.look(road);
		return { road, text: answer.status === 200 ? await answer.text() : '' };
	});
	const gone = await all(4, [...linksOn(pages)], async ([to, road]) =>
		(await noor.look(to)).status === 404 ? [`${road} leads to ${to}`] : []
	);
	expect(gone.flat()).toEqual([]);
	const offered = formsOn(pages).filter(({ path }) => !ofOneself.test(path));
	const closed = await all(1, offered, async ({ road, path, name, form }) => {
		const answer = await noor.send(path, name, form, { script: true });
		const { status = answer.status } = (await answer.json()) as { status?: number };
		return [404, 403].includes(answer.status) || [404, 403].includes(status) ? `${road}: ${path} ?/${name}` : undefined;
	});
	expect(closed.filter((one) => one !== undefined)).toEqual([]);
	expect(pages.filter(({ text }) => text.includes('Noor')).length).toBeGreaterThan(5);
});
