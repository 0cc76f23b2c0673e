import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieName } from '#platform/sessions.server.ts';
import { anke, deLinde } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { readPdf } from '#tests/harness/read-pdf.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { arriveAt, follow, goTo, press, reads } from './page.ts';
import { holdPasskeys } from './people/anybody.ts';
import { plantFolder } from './planted.ts';
import { mailTo } from './post.ts';

let server: Server;
let [ankesDesk, wimsPhone, hudasPhone, post] = [] as unknown as [Page, Page, Page, Page];
let letters: string[] = [];
const stage = useStage(() => server.origin);
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

beforeAll(async () => {
	const { folder, planted, remove } = await plantFolder(async () => {
		await plantCast();
		return tokenFor(deLinde, anke);
	});
	server = await startServer('scripts/start.ts', { DATA_DIR: folder });
	ankesDesk = await stage.enter('Anke');
	await ankesDesk.context().addCookies([{ name: cookieName, value: planted, url: server.origin }]);
	[wimsPhone, post] = [await stage.enter('Wim', phone), await stage.enter('post')];
	await holdPasskeys(wimsPhone);
	hudasPhone = await stage.enter('Huda', { ...phone, javaScriptEnabled: false });
	return remove;
});
afterAll(() => server?.stop());

const codeOf = (name: string) => {
	const letter = letters.find((words) => words.includes(`Beste ${name},`))!;
	return /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(letter)![0];
};

test('the teacher prints the letters of her group, one for each parent', async () => {
	await goTo(ankesDesk, '/leerlingen', 'Leerlingen');
	await follow(ankesDesk, 'Nodig ouders uit');
	await arriveAt(ankesDesk, 'Uitnodigingen');
	const [file] = await Promise.all([ankesDesk.waitForEvent('download'), press(ankesDesk, /Maak brieven voor wie/)]);
	letters = readPdf(await readFile(await file.path())).pages;
	expect(letters.map((words) => /Beste ([^,]+),/.exec(words)![1])).toEqual([
		...['Huda Al-Masri', 'Samira El Idrissi', 'Youssef Benali', 'Wim de Boer']
	]);
	await goTo(ankesDesk, '/school/uitnodigingen', 'Uitnodigingen');
	await reads(ankesDesk, 'Iedereen is uitgenodigd.');
	await reads(ankesDesk, /Brief gemaakt op di 22 sep/);
});

test('Wim scans his letter and comes in without mail', async () => {
	await goTo(wimsPhone, `/uitnodiging#${codeOf('Wim de Boer')}`, 'Je uitnodiging');
	await wimsPhone.waitForFunction(() => !location.hash);
	expect(wimsPhone.url()).not.toContain(codeOf('Wim de Boer'));
	await press(wimsPhone, 'Ga verder');
	await arriveAt(wimsPhone, 'Welkom, Wim');
	await reads(wimsPhone, /De Linde nodigt je uit/);
	await press(wimsPhone, 'Ga verder zonder mail');
	await arriveAt(wimsPhone, /Dag Wim/);
	await reads(wimsPhone, 'Welkom. Je bent binnen.');
	await follow(wimsPhone, 'Maak een passkey');
	await arriveAt(wimsPhone, 'Zo log je in');
	await press(wimsPhone, 'Maak een passkey op dit apparaat');
	await reads(wimsPhone, 'De passkey is gemaakt.');
	await goTo(wimsPhone, '/profiel/apparaten', 'Jouw apparaten');
	await reads(wimsPhone, 'Dit apparaat');
	await reads(wimsPhone, /Je logt in zonder mail/);
});

test('with the passkey that was offered he comes in the next time, without mail and without a letter', async () => {
	await goTo(wimsPhone, '/profiel', 'Jouw profiel');
	await press(wimsPhone, 'Log uit');
	await arriveAt(wimsPhone, 'Inloggen');
	await press(wimsPhone, 'Log in met een passkey');
	await arriveAt(wimsPhone, /Dag Wim/);
});

test('the same code opens nothing a second time', async () => {
	await goTo(post, '/uitnodiging', 'Je uitnodiging');
	await post.getByLabel('Code').fill(codeOf('Wim de Boer').toLowerCase().replaceAll('-', ' '));
	await press(post, 'Ga verder');
	await reads(post, /Deze code werkt niet/);
});

test('Huda types hers without JavaScript, and confirms her mail address', async () => {
	await hudasPhone.goto('/uitnodiging');
	await hudasPhone.getByLabel('Code').fill(codeOf('Huda Al-Masri'));
	await press(hudasPhone, 'Ga verder');
	await hudasPhone.getByLabel('Jouw mailadres').fill('huda.thuis@example.org');
	await press(hudasPhone, 'Stuur mij een code');
	const { text, links } = await mailTo(post, 'huda.thuis@example.org', /Je code om in te loggen/);
	expect(links).toEqual([]);
	await hudasPhone.getByLabel('Code van zes cijfers').fill(/\d{3} \d{3}/.exec(text)![0]);
	await press(hudasPhone, 'Ga verder');
	await reads(hudasPhone, /Dag Huda/);
});
