import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admitIn } from '#platform/accounts.server.ts';
import { change } from '#platform/db.server.ts';
import { ok } from '#platform/outcome.ts';
import * as cast from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { arriveAt, follow, goTo, press, reads } from './page.ts';
import { holdPasskeys, signInWithCode } from './people/anybody.ts';
import * as staff from './people/staff.ts';
import { plantFolder } from './planted.ts';
import { clockAt, mailTo } from './post.ts';

let server: Server;
let remove: () => Promise<void>;
let samira: Page;
let post: Page;
const { deLinde } = cast;
const stage = useStage(() => server.origin);

beforeAll(async () => {
	const planted = await plantFolder(letThemIn);
	remove = planted.remove;
	server = await startServer('scripts/start.ts', { DATA_DIR: planted.folder });
	[samira, post] = [await stage.enter('Samira'), await stage.enter('post')];
	await holdPasskeys(samira);
});
afterAll(async () => {
	await server?.stop();
	await remove?.();
});

async function letThemIn() {
	await plantCast();
	const them = [
		{ school: deLinde, person: cast.samira.id, email: 'samira@example.org' },
		{ school: deLinde, person: cast.anke.id, email: 'anke@school.example.org' }
	];
	await change({ school: deLinde }, async (db) => ok(await admitIn(db, them)));
}

test('a parent makes a passkey on her profile, signs out, and comes in with it', async () => {
	await signInWithCode(samira, post, 'samira@example.org', /Dag Samira/);
	await goTo(samira, '/profiel', 'Jouw profiel');
	await follow(samira, 'Bekijk hoe je inlogt');
	await arriveAt(samira, 'Zo log je in');
	await reads(samira, 'Je hebt nog geen passkey.');
	await press(samira, 'Maak een passkey op dit apparaat');
	await reads(samira, 'De passkey is gemaakt.');
	await arriveAt(samira, 'Zo log je in');

	await goTo(samira, '/profiel', 'Jouw profiel');
	await press(samira, 'Log uit');
	await arriveAt(samira, 'Inloggen');
	await press(samira, 'Log in met een passkey');
	await arriveAt(samira, /Dag Samira/);
});

test('after a while the page asks who is there, and the passkey says so', async () => {
	await clockAt(post, '2026-09-22T11:00');
	await samira.goto('/profiel/inloggen');
	await arriveAt(samira, 'Ben jij het echt?');
	await press(samira, 'Gebruik je passkey');
	await arriveAt(samira, 'Zo log je in');
	await reads(samira, 'Laatst gebruikt');
});

test('a code by mail does so too, and comes back to where she was', async () => {
	await clockAt(post, '2026-09-22T12:00');
	await samira.goto('/profiel/inloggen');
	await arriveAt(samira, 'Ben jij het echt?');
	await press(samira, 'Stuur mij een code');
	await arriveAt(samira, 'Ben jij het echt?');
	await enterMailedCode(samira);
	await arriveAt(samira, 'Zo log je in');
});

test('without a script there is no button for a passkey, and a code by mail as always', async () => {
	const page = await stage.enter('Samira without script', { javaScriptEnabled: false });
	await page.goto('/inloggen');
	await see(page.getByRole('button', { name: 'Stuur mij een code' })).toBeVisible();
	expect(await page.getByRole('button', { name: 'Log in met een passkey' }).count()).toBe(0);
});

test('a passkey that was removed opens nothing any more', async () => {
	await samira.locator('summary').filter({ hasText: 'Wijzig of haal weg' }).click();
	await press(samira, 'Haal deze passkey weg');
	await reads(samira, 'De passkey is weg.');
	await goTo(samira, '/profiel', 'Jouw profiel');
	await press(samira, 'Log uit');
	await arriveAt(samira, 'Inloggen');
	await press(samira, 'Log in met een passkey');
	await reads(samira, 'Met deze passkey lukte het niet.');
	await arriveAt(samira, 'Inloggen');
});

describe('who works at school', () => {
	const ankesMail = 'anke@school.example.org';
	let anke: Page;
	let app: staff.App;
	let recovery: string[];

	test('is led to a second step before anything else, and ties an app', async () => {
		anke = await stage.enter('Anke');
		await signInWithCode(anke, post, ankesMail, /Nog één stap/);
		await anke.goto('/leerlingen');
		await arriveAt(anke, 'Nog één stap');
		app = staff.appWith(await anke.locator('ol code').innerText());
		await anke.getByLabel('Vul de code van zes cijfers in').fill('000000');
		await press(anke, 'Koppel de app');
		await reads(anke, 'Deze code klopt niet of is al gebruikt.');
		await anke.getByLabel('Vul de code van zes cijfers in').fill(app.code());
		await press(anke, 'Koppel de app');
		await arriveAt(anke, 'Jouw herstelcodes');
		recovery = await anke.locator('.codes code').allInnerTexts();
		expect(recovery).toHaveLength(10);
		await anke.reload();
		await reads(anke, 'Je codes zijn al een keer getoond.');
		await follow(anke, 'Ga verder');
		await arriveAt(anke, 'Leerlingen');
	});

	test('gives the code of the app the next time, and a code counts once', async () => {
		await goTo(anke, '/profiel', 'Jouw profiel');
		await press(anke, 'Log uit');
		await arriveAt(anke, 'Inloggen');
		await signInWithCode(anke, post, ankesMail, /Nog één stap/);
		const code = app.code(1);
		await staff.giveCode(anke, code);
		await arriveAt(anke, /Dag/);
		await clockAt(post, '2026-09-22T14:00');
		await anke.goto('/profiel/inloggen');
		await arriveAt(anke, 'Ben jij het echt?');
		expect(await anke.getByRole('button', { name: 'Stuur mij een code' }).count()).toBe(0);
		await staff.giveCode(anke, code);
		await reads(anke, 'Deze code klopt niet of is al gebruikt.');
	});

	test('without the telephone a recovery code opens the door, once; the last way in is kept', async () => {
		await staff.giveCode(anke, recovery[0]!);
		await arriveAt(anke, 'Zo log je in');
		await reads(anke, 'Je hebt er nog 9.');
		await press(anke, 'Haal de app weg');
		await reads(anke, 'Dit is je enige tweede stap.');
		await follow(anke, 'Koppel een andere telefoon');
		await arriveAt(anke, 'Koppel een app met codes');
	});
});

async function enterMailedCode(page: Page) {
	const { text } = await mailTo(post, 'samira@example.org', /Je code om in te loggen/);
	await page.getByLabel('Code van zes cijfers').fill(/\d{3} \d{3}/.exec(text)![0]);
	await press(page, 'Ga verder');
}
