import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Profile } from '#modules/people/profile.ts';
import { wishesInWords } from '#modules/people/profile.words.ts';
import { keep } from '#modules/people/profiles.server.ts';
import { setClock } from '#platform/clock.server.ts';
import { languages } from '#platform/ctx.ts';
import { closeDatabase, openDatabase } from '#platform/db.server.ts';
import * as cast from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { copyTemplate, rowsAsOwner, type RealDatabase } from '#tests/harness/databases.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { sayLanguage } from '#words/language-names.ts';
import { signedIn, tokenFor, type Caller } from './caller.ts';
import { doorsOf } from './doors.ts';
import { furnish } from './furnished.ts';

/**
 * What a guardian wishes is never a label (handbook §2, §16): not in a list, not in an export, not in a message, not in a log.
 * Everything of this school is read here for what Samira wished, and for words that say what a parent is.
 */
const wished: Profile = {
	reads: ['kmr'],
	speaks: ['so'],
	interpreter: 'ti',
	channel: 'phone',
	callWhen: 'alleen na het zwemmen',
	readAloud: true,
	pictures: true,
	ownTalk: true
};

/** By which signs each column would be known: the value itself, or the name of the field beside a value. */
const signs: Record<string, RegExp[]> = {
	reads: [/"kmr"/, namesOf('kmr')],
	speaks: [namesOf('so'), /\bspeaks["']?:/],
	interpreter: [/"ti"/, namesOf('ti'), /\binterpreter["']?:/],
	channel: [/\bchannel["']?:/],
	call_when: [/alleen na het zwemmen/, /callWhen|call_when/],
	read_aloud: [/readAloud|read_aloud/],
	pictures: [/\bpictures["']?:/],
	own_talk: [/own_talk/],
	answered: [/guesses["']?:/],
	home_language: [/homeLanguage|home_language/, namesOf('ti')]
};
const sentences = languages.flatMap((language) => wishesInWords(wished, 'Samira El Idrissi', language));

/** Words for what a parent is, or would lack; no page and no text of the house has one (P9, P16). */
const labels =
	/analfabe|laaggeletterd|anderstalig|taalarm|allochtoon|(moeilijke|lastige|ongemotiveerde|onbereikbare) ouder|niet betrokken|probleemouder|illiterate|low.literate|difficult parent|hard.to.reach|unresponsive/i;

/** Where staff of the circle plans with this family or passes something on to it: there it is read, and only there. */
const moments = [
	...['/gesprekken/nieuw', '/gesprekken/[id]/plannen', '/meldingen/[id]', '/leerlingen/[id]/lijnen'],
	'/leerlingen/[id]/contact'
];
const staffOfNoor = ['anke', 'carla'];
const { anke, bram, carla, joris, noor, samira, stranger, therapist, yvonne, youssef } = cast;
const everybody = { anke, bram, carla, joris, noor, stranger, therapist, yvonne, youssef };

let database: RealDatabase;
let server: Server;
let pages: [address: string, path: string][];
const callers = new Map<string, Caller>();

beforeAll(async () => {
	setClock(cast.autumn);
	database = await copyTemplate(inject('template'));
	await openDatabase({ kind: 'server', url: database.app });
	await plantCast();
	await rowsAsOwner(
		database.owner,
		`update people.person set home_language = 'ti', interpreter = true where id = '${samira.id}' returning id`
	);
	await tokenFor(cast.deLinde, samira);
	expect(await keep(cast.as(samira), wished)).toMatchObject({ ok: true });
	const doors = doorsOf(await furnish());
	server = await startServer('scripts/serve.ts', { DATABASE_URL: database.app, LOG_LEVEL: 'trace' });
	for (const [name, who] of Object.entries(everybody)) {
		callers.set(name, await signedIn(server.origin, cast.deLinde, who));
	}
	const said = { piece: 'callWhen', wish: wished.callWhen };
	const samiras = await signedIn(server.origin, cast.deLinde, samira);
	expect((await samiras.send('/profiel/wensen', 'keep', said)).status).toBe(303);
	pages = [
		...addresses().map((address): [string, string] => [address, address]),
		...Object.entries(doors).map(([address, { path }]): [string, string] => [address, path])
	];
});
afterAll(async () => {
	await server?.stop();
	await closeDatabase();
	await database?.drop();
});

test('every column of a profile is looked for', async () => {
	const columns = await rowsAsOwner<{ name: string }>(
		database.owner,
		`select column_name as name from information_schema.columns
		 where table_schema = 'people' and table_name = 'profile' and column_name <> 'account_id'
		 union all select column_name from information_schema.columns
		 where table_schema = 'people' and table_name = 'person' and column_name = 'home_language'`
	);
	expect(Object.keys(signs).toSorted()).toEqual(columns.map(({ name }) => name).toSorted());
});

test('at the moment it is needed it is there, so that this test looks for what can be found', async () => {
	const plan = await bodyFor('anke', `/gesprekken/nieuw?leerling=${noor.id}&soort=zorg`);
	expect(foundIn(plan)).toEqual(expect.arrayContaining(['reads', 'speaks', 'interpreter', 'call_when']));
});

describe.each(Object.keys(everybody))('%s', (name) => {
	/** Red with a wish behind a name on the page of the circle (`circlePage` in guests.server.ts). */
	test('finds it in no list, on no page and in no export', async () => {
		const found: string[] = [];
		for (const [address, path] of pages) {
			if (moments.includes(address) && staffOfNoor.includes(name)) continue;
			// One's own page has every field of it, and nothing of anybody else.
			const own = address === '/profiel/wensen' ? 'values' : undefined;
			for (const sign of foundIn(await bodyFor(name, path), own)) found.push(`${address}: ${sign}`);
		}
		expect(found).toEqual([]);
	});
});

/** Guards that `keep` in profiles.server.ts records no fact. */
test('no other table, no fact, no message and no mail has it', async () => {
	const tables = await rowsAsOwner<{ name: string }>(
		database.owner,
		`select format('%I.%I', schemaname, tablename) as name from pg_tables
		 where schemaname not in ('pg_catalog', 'information_schema', 'pgboss', 'public')
		   and tablename not in ('profile', 'person')`
	);
	const found: string[] = [];
	for (const { name } of tables) {
		const rows = await rowsAsOwner<{ row: string }>(database.owner, `select t::text as row from ${name} t`);
		for (const sign of foundIn(rows.map(({ row }) => row).join('\n'), 'words')) found.push(`${name}: ${sign}`);
	}
	expect(found).toEqual([]);
});

/** Red when `keep` says to the log what is wished. */
test('the log of the server has it nowhere, however much it says', async () => {
	const log = await server.log();
	expect(log).toContain('/profiel/wensen');
	expect(foundIn(log)).toEqual([]);
});

/** Red with one of these words in src/words. */
test('no text of the house says what a parent is', () => {
	const texts = languages.flatMap((language) =>
		readdirSync(`src/words/${language}`).map((file) => readFileSync(`src/words/${language}/${file}`, 'utf8'))
	);
	expect(texts.flatMap((text) => text.match(labels)?.[0] ?? [])).toEqual([]);
});

/** Every address without a parameter, pages and files alike, read from the files. */
function addresses() {
	return readdirSync('src/routes/(app)', { recursive: true, encoding: 'utf8' })
		.filter((path) => /(^|\/)\+(page|server)(\.server)?\.(ts|svelte)$/.test(path) && !path.includes('['))
		.map((path) => `/${path.split('/').slice(0, -1).join('/')}`)
		.filter((address, at, all) => all.indexOf(address) === at);
}

async function bodyFor(name: string, path: string) {
	return (await callers.get(name)!.look(path)).text();
}

/** 'words': not the names of fields. 'values': only what nobody else says by chance. */
function foundIn(text: string, only?: 'words' | 'values'): string[] {
	const looksFor = ({ source }: RegExp) =>
		only === 'values' ? source.includes('zwemmen') : only !== 'words' || !/:|_/.test(source);
	const columns = Object.entries(signs).filter(([, each]) => each.some((sign) => looksFor(sign) && sign.test(text)));
	const whole = sentences.filter((sentence) => text.includes(sentence));
	return [...columns.map(([column]) => column), ...whole, ...(text.match(labels)?.slice(0, 1) ?? [])];
}

function namesOf(language: string) {
	return new RegExp(languages.map((reader) => `\\b${sayLanguage(language, reader)}\\b`).join('|'));
}
