import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, test } from 'vitest';
import { cookieName } from '#platform/sessions.server.ts';
import { deLinde, yvonne } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { arriveAt, follow, goTo, press, reads, unfold } from './page.ts';
import { plantFolder } from './planted.ts';

let server: Server;
let token = '';
const stage = useStage(() => server.origin);
let [office, phone] = [] as unknown as [Page, Page];

beforeAll(async () => {
	const { folder, planted, remove } = await plantFolder(async () => {
		await plantCast();
		return tokenFor(deLinde, yvonne);
	});
	token = planted;
	server = await startServer('scripts/start.ts', { DATA_DIR: folder });
	office = await enter('Yvonne', {});
	phone = await enter('Yvonne on her phone', { viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
	return remove;
});
afterAll(() => server?.stop());

async function enter(name: string, settings: Parameters<typeof stage.enter>[1]): Promise<Page> {
	const page = await stage.enter(name, settings);
	await page.context().addCookies([{ name: cookieName, value: token, url: server.origin }]);
	return page;
}

test('the office sees the year with the holidays of its region, and adds a study day and the report card', async () => {
	await goTo(office, '/planner?jaar=2026-2027', 'Het schooljaar 2026-2027');
	await see(office.getByRole('img', { name: 'Schooljaar 2026-2027 in weken.' })).toBeVisible();
	await reads(office, 'In dit schooljaar staat nog geen ronde.');
	await follow(office, 'Vakanties en momenten');
	await arriveAt(office, 'Vakanties en momenten');
	await reads(office, 'Dit zijn de landelijke data van regio Midden.');
	await unfold(office, 'Vakantie of vrije dag erbij');
	const form = office.locator('form').filter({ has: office.getByRole('button', { name: 'Zet erbij' }) });
	await form.getByLabel('Hoe heet het?').first().fill('Studiedag');
	await form.getByLabel('Eerste dag').first().fill('2026-11-11');
	await press(office, 'Zet erbij');
	await reads(office, 'Het staat in het jaar.');
	await reads(office, 'woensdag 11 november 2026');
	await unfold(office, 'Moment erbij');
	await office.getByLabel('Eerste rapport').check();
	await office.getByLabel('Op welke dag?').fill('2027-01-29');
	await office.locator('form[action*="mark"]').getByRole('button', { name: 'Zet erbij' }).click();
	await reads(office, 'Het moment staat in het jaar.');
});

test('the usual pattern becomes two drafts, one on days of her own', async () => {
	await goTo(office, '/planner?jaar=2026-2027', 'Het schooljaar 2026-2027');
	await follow(office, 'Begin met het bekende patroon');
	await arriveAt(office, 'Het bekende patroon voor 2026-2027');
	await reads(office, 'Begint in schoolweek 3');
	await office.getByLabel('Eerste dag').last().fill('2027-02-10');
	await office.getByLabel('Laatste dag').first().fill('2026-10-02');
	await press(office, 'Maak deze rondes');
	await arriveAt(office, 'Het schooljaar 2026-2027');
	await reads(office, 'De rondes staan klaar als concept.');
	await reads(office, 'Rapportgesprekken');
});

test('a day off in the middle of a draft is told; on the phone, without a script, the months are the band', async () => {
	await goTo(phone, '/planner?jaar=2026-2027', 'Het schooljaar 2026-2027');
	await reads(phone, 'Herfstvakantie');
	await see(phone.getByRole('img')).toBeHidden();
	await goTo(phone, '/planner/jaar?jaar=2026-2027', 'Vakanties en momenten');
	await unfold(phone, 'Vakantie of vrije dag erbij');
	const form = phone.locator('form[action*="add"]');
	await form.getByLabel('Hoe heet het?').fill('Kermis');
	await form.getByLabel('Eerste dag').fill('2026-09-25');
	await press(phone, 'Zet erbij');
	await reads(phone, 'Het staat in het jaar.');
	await goTo(phone, '/planner?jaar=2026-2027', 'Het schooljaar 2026-2027');
	await reads(phone, 'In deze ronde valt Kermis.');
});

test('a round is reckoned while it is filled in, and by a button where there is no script', async () => {
	await goTo(office, '/planner/nieuw', 'Nieuwe ronde');
	await office.getByRole('checkbox', { name: 'Groep 5' }).check();
	await reads(office, /^3 gesprekken, 0 tijden: nog 3 nodig \(45 minuten\)/);
	await office.getByLabel('Hoelang duurt een gesprek?').fill('20');
	await reads(office, /nog 3 nodig \(60 minuten\)/);
	await goTo(phone, '/planner/nieuw', 'Nieuwe ronde');
	await phone.getByRole('checkbox', { name: 'Groep 5' }).check();
	await phone.getByLabel('Eerste dag').fill('2026-10-17');
	await phone.getByLabel('Laatste dag').fill('2026-10-23');
	await press(phone, 'Bereken');
	await arriveAt(phone, 'Nieuwe ronde');
	await reads(phone, /nog 3 nodig \(45 minuten\)/);
	await reads(phone, 'Deze ronde ligt helemaal in Herfstvakantie.');
});

test('a draft is set otherwise, as a whole and for one child', async () => {
	await goTo(office, '/planner?jaar=2026-2027', 'Het schooljaar 2026-2027');
	const rounds = office.getByRole('region', { name: 'Rondes in dit jaar' });
	await rounds.getByRole('link', { name: 'Startgesprekken' }).click();
	await arriveAt(office, 'Startgesprekken');
	await follow(office, 'Stel deze ronde in');
	await arriveAt(office, 'Ronde instellen');
	await office.getByLabel('Hoelang duurt een gesprek?').fill('20');
	await office.getByLabel('Nodig eerst een deel uit, tot en met').fill('2026-09-24');
	await press(office, /^Bewaar$/);
	await reads(office, 'De ronde is aangepast.');
	await follow(office, /^Groep 5$/);
	await arriveAt(office, 'Ronde instellen');
	const noor = office.getByRole('group', { name: 'Noor Benali' });
	await noor.getByLabel('Eerst uitnodigen').check();
	await noor.getByLabel('Andere duur (minuten)').fill('30');
	await press(office, 'Bewaar deze groep');
	await reads(office, 'De kinderen van deze groep staan goed.');
	await see(noor.getByLabel('Andere duur (minuten)')).toHaveValue('30');
});
