import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as providers from '#modules/people/providers.server.ts';
import { admitIn } from '#platform/accounts.server.ts';
import { change } from '#platform/db.server.ts';
import { ok } from '#platform/outcome.ts';
import { anke as ankeOfCast, as, deEik, deEiksOffice, deLinde } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { clientOf, startProvider } from '#tests/harness/provider.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { arriveAt, follow, goTo, press, reads } from './page.ts';
import { plantFolder } from './planted.ts';
import { clockAt, mailTo } from './post.ts';
import { expectToBarNobody } from './sweep/look-over.ts';

const ankesMail = 'anke@school.example.org';
let server: Server;
let remove: () => Promise<void>;
let theirs: Awaited<ReturnType<typeof startProvider>>;
let [yvonne, anke, post] = [] as unknown as [Page, Page, Page];
const stage = useStage(
	() => server.origin,
	() => [theirs.issuer]
);

beforeAll(async () => {
	const planted = await plantFolder(async () => {
		await plantCast();
		const her = { school: deLinde, person: ankeOfCast.id, email: ankesMail };
		await change(her, async (db) => ok(await admitIn(db, [her])));
		await claimAtDeEik();
	});
	remove = planted.remove;
	server = await startServer('scripts/start.ts', { DATA_DIR: planted.folder });
	theirs = await startProvider(`${server.origin}/inloggen/via/terug`);
	[yvonne, anke] = [await stage.enter('Yvonne'), await stage.enter('Anke')];
	post = await stage.enter('post');
});
afterAll(async () => {
	await theirs?.stop();
	await server?.stop();
	await remove?.();
});

/** A school of the same board: its staff have what stands behind the @ in common with those of De Linde. */
async function claimAtDeEik() {
	const nadia = { school: deEik, person: deEiksOffice.id, email: 'nadia@school.example.org' };
	await change(nadia, async (db) => ok(await admitIn(db, [nadia])));
	const theirs = {
		label: 'Microsoft',
		issuer: 'https://inlog.eik.example.org',
		clientId: 'eik',
		clientSecret: 'geheim'
	};
	const tried = await providers.tryOut(as(deEiksOffice, deEik), { ...theirs, domains: ['school.example.org'] });
	if (!tried.ok) throw new Error(tried.reason);
	await providers.keep(as(deEiksOffice, deEik), tried.value);
}

/** On the page of the school's own provider. */
async function signInThere(page: Page, login: string) {
	await page.getByPlaceholder('Enter any login').fill(login);
	await page.getByPlaceholder('and password').fill('x');
	await page.getByRole('button', { name: 'Sign-in' }).click();
}

async function startAtDoor(page: Page) {
	await goTo(page, '/inloggen', 'Inloggen');
	await page.getByLabel('E-mailadres').fill(ankesMail);
	await press(page, 'Stuur mij een code');
	await arriveAt(page, 'Log in via je school');
	await expectToBarNobody(page);
	await follow(page, 'Ga verder via De Linde');
}

test('the office sets up the school’s own sign-in, and it starts once she came through it herself', async () => {
	await goTo(yvonne, '/dev', 'Word iemand');
	await press(yvonne, 'Yvonne');
	await arriveAt(yvonne, /Dag Yvonne/);
	await goTo(yvonne, '/school', 'De Linde');
	await follow(yvonne, 'Inloggen van medewerkers');
	await arriveAt(yvonne, 'Inloggen van medewerkers');
	await reads(yvonne, `${server.origin}/inloggen/via/terug`);
	await yvonne.getByLabel('Naam op de knop').fill('De Linde');
	await yvonne.getByLabel('Adres van de inlogdienst').fill('http://inlog.example.org');
	await yvonne.getByLabel('Naam van Eenlijn bij die dienst').fill(clientOf.id);
	await yvonne.getByLabel('Geheim van Eenlijn').fill(clientOf.secret);
	await press(yvonne, 'Probeer uit');
	await reads(yvonne, 'Het begint met https://');
	await yvonne.getByLabel('Adres van de inlogdienst').fill(theirs.issuer);
	await yvonne.getByLabel('Geheim van Eenlijn').fill(clientOf.secret);
	await press(yvonne, 'Probeer uit');
	await reads(yvonne, 'Log nu zelf in via deze dienst.');
	await arriveAt(yvonne, 'Inloggen van medewerkers');
	await follow(yvonne, 'Log in om het te proberen');
	await signInThere(yvonne, 'subject-yvonne');
	await arriveAt(yvonne, 'Inloggen van medewerkers');
	await reads(yvonne, 'Het is gelukt.');
});

test('a teacher is led there; the first time the code in her school mail says who she is', async () => {
	await startAtDoor(anke);
	await signInThere(anke, 'subject-anke');
	await arriveAt(anke, 'Wie ben je op school?');
	await expectToBarNobody(anke);
	await anke.getByLabel('E-mailadres op school').fill(ankesMail);
	await press(anke, 'Stuur mij een code');
	const { text } = await mailTo(post, ankesMail, /Je code om in te loggen/);
	await arriveAt(anke, 'Wie ben je op school?');
	await anke.getByLabel('Code van zes cijfers').fill(/\d{3} \d{3}/.exec(text)![0]);
	await press(anke, 'Log in');
	await arriveAt(anke, /Dag/);
});

test('from then on she comes straight in', async () => {
	await goTo(anke, '/profiel', 'Jouw profiel');
	await press(anke, 'Log uit');
	await startAtDoor(anke);
	await arriveAt(anke, /Dag/);
});

test('two schools claim these addresses: each stands there by its name, and she chooses where she works', async () => {
	await goTo(anke, '/profiel', 'Jouw profiel');
	await press(anke, 'Log uit');
	await goTo(anke, '/inloggen', 'Inloggen');
	await anke.getByLabel('E-mailadres').fill(ankesMail);
	await press(anke, 'Stuur mij een code');
	await arriveAt(anke, 'Log in via je school');
	await reads(anke, 'Kies de school waar je werkt.');
	const schools = await anke.getByRole('heading', { level: 2 }).allInnerTexts();
	expect(schools.toSorted()).toEqual(['De Eik', 'De Linde']);
	const eik = anke.getByRole('link', { name: /^Ga verder via Microsoft ?, De Eik$/ });
	await see(eik).toBeVisible();
	await follow(anke, /^Ga verder via De Linde ?, De Linde$/);
	await arriveAt(anke, /Dag/);
});

test('before what asks for it she signs in there anew, and comes back to where she was', async () => {
	await clockAt(post, '2026-09-22T12:00');
	await anke.goto('/profiel/inloggen');
	await arriveAt(anke, 'Ben jij het echt?');
	expect(await anke.getByRole('button', { name: 'Stuur mij een code' }).count()).toBe(0);
	await follow(anke, 'Ga verder via De Linde');
	await signInThere(anke, 'subject-anke');
	await arriveAt(anke, 'Zo log je in');
});

test('somebody else’s answer confirms nothing', async () => {
	await clockAt(post, '2026-09-22T13:00');
	await anke.goto('/profiel/inloggen');
	await follow(anke, 'Ga verder via De Linde');
	await signInThere(anke, 'subject-bram');
	await arriveAt(anke, 'Ben jij het echt?');
	await reads(anke, 'Inloggen via je school is niet gelukt.');
});

test('when the school’s sign-in is down, the page says so; a code by mail alone still opens nothing', async () => {
	await theirs.stop();
	const bram = await stage.enter('somebody of De Linde');
	await goTo(bram, '/inloggen', 'Inloggen');
	await bram.getByLabel('E-mailadres').fill('niemand@school.example.org');
	await press(bram, 'Stuur mij een code');
	// Nobody of that name is known; the page is the same.
	await arriveAt(bram, 'Log in via je school');
	await see(bram.getByRole('link', { name: 'Ga verder via De Linde' })).toBeVisible();
	await follow(bram, 'Log in met een code per mail');
	await arriveAt(bram, 'Inloggen');
	await bram.getByLabel('E-mailadres').fill(ankesMail);
	await press(bram, 'Stuur mij een code');
	await arriveAt(bram, 'Bekijk je mail');
	const { text } = await mailTo(post, ankesMail, /Je code om in te loggen/);
	await bram.getByLabel('Code van zes cijfers').fill(/\d{3} \d{3}/.exec(text)![0]);
	await press(bram, 'Log in');
	await arriveAt(bram, 'Nog één stap');
	expect(await bram.getByRole('button', { name: 'Koppel de app' }).count()).toBe(0);
	await follow(bram, 'Ga verder via De Linde');
	await arriveAt(bram, 'Log in via je school');
	await reads(bram, 'De inlogdienst van je school antwoordt nu niet.');
});
