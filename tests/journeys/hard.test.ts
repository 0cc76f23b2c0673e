import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plan } from '#modules/conversations/plans.server.ts';
import { cookieName } from '#platform/sessions.server.ts';
import { anke, as, deLinde, noor, samira } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { arriveAt, goTo, press, reads, unfold } from './page.ts';
import { plantFolder } from './planted.ts';

let server: Server;
let planted: { talk: string; tokens: Record<string, string> };
const stage = useStage(() => server.origin);

beforeAll(async () => {
	const found = await plantFolder(async () => {
		await plantCast();
		const talk = await plan(as(anke), {
			...{ kind: 'concern', pupil: noor.id, people: [samira.id], pupilInvited: false, minutes: 30 },
			...{ startsAt: new Date('2026-09-28T13:00:00Z'), place: { kind: 'school' } }
		});
		if (!talk.ok) throw new Error(talk.reason);
		const tokens = { Samira: await tokenFor(deLinde, samira), Anke: await tokenFor(deLinde, anke) };
		return { talk: talk.value, tokens };
	});
	planted = found.planted;
	server = await startServer('scripts/start.ts', { DATA_DIR: found.folder });
	return found.remove;
});
afterAll(() => server?.stop());

async function enter(name: 'Samira' | 'Anke'): Promise<Page> {
	const page = await stage.enter(name, { viewport: { width: 360, height: 740 } });
	await page.context().addCookies([{ name: cookieName, value: planted.tokens[name]!, url: server.origin }]);
	return page;
}

/** With the Tab key alone, as who uses no mouse does. */
async function tabTo(page: Page, name: string | RegExp, role: 'textbox' | 'button' | 'link' | 'radio' | 'slider') {
	const wanted = page.getByRole(role, { name }).first();
	for (let times = 0; times < 120; times += 1) {
		await page.keyboard.press('Tab');
		if (await wanted.evaluate((node) => node === document.activeElement)) return;
	}
	throw new Error(`the Tab key never comes to ${name}`);
}

async function typeIn(page: Page, label: string, words: string) {
	await tabTo(page, label, 'textbox');
	await page.keyboard.type(words);
}

test('by keyboard alone on a phone, from anger to an agreement that waits for school', async () => {
	const page = await enter('Samira');
	await page.goto(`/gesprekken/${planted.talk}/moeilijk`);
	await arriveAt(page, 'Als het moeilijk wordt');
	await tabTo(page, 'De trein van boos naar middel', 'link');
	await page.keyboard.press('Enter');
	await arriveAt(page, 'De trein van boos naar middel');

	await typeIn(page, 'Wat maakt je boos of verdrietig?', 'Ik hoorde het als laatste');
	await typeIn(page, 'Welke zorg zit daarachter?', 'Dat ze alleen is');
	await typeIn(page, 'Wat wens je dan?', 'Dat ze erbij hoort');
	await typeIn(page, 'Waar wil je naartoe?', 'Noor werkt in de klas');
	await typeIn(page, 'Wat kun je doen, en wat kan de ander doen?', 'een rustige plek kiezen in de klas');
	await see(page.getByText('bewaard', { exact: true }).first()).toBeVisible();

	await tabTo(page, /Maak hier een afspraak van/, 'link');
	await page.keyboard.press('Enter');
	await see(page.getByLabel(/Wat gebeurt er/)).toHaveValue('een rustige plek kiezen in de klas');
	await see(page.getByLabel(/Waarom/)).toHaveValue('Noor werkt in de klas');
	await tabTo(page, /Samira/, 'radio');
	await page.keyboard.press('Space');
	await typeIn(page, 'In eigen woorden', 'elke ochtend');
	await tabTo(page, 'Stel voor', 'button');
	await page.keyboard.press('Enter');
	await reads(page, 'De afspraak is voorgesteld.');
	await arriveAt(page, 'De trein van boos naar middel');

	const ankesPhone = await enter('Anke');
	await ankesPhone.goto(`/gesprekken/${planted.talk}/trein`);
	await arriveAt(ankesPhone, 'De trein van boos naar middel');
	expect(await ankesPhone.getByText('Ik hoorde het als laatste').count()).toBe(0);
});

test('a point in the triangle by keyboard: it moves, it is said in words, it is kept', async () => {
	const page = await enter('Samira');
	await page.goto(`/gesprekken/${planted.talk}/driehoek`);
	await arriveAt(page, /De driehoek/);
	await tabTo(page, 'Nu thuis', 'slider');
	const handle = page.getByRole('slider', { name: 'Nu thuis' });
	for (const key of ['Shift+ArrowUp', 'Shift+ArrowUp', 'Shift+ArrowUp', 'ArrowLeft']) await page.keyboard.press(key);
	await see(handle).toHaveAttribute('aria-valuetext', /warmte 64/);
	await tabTo(page, 'Zet dit punt', 'button');
	await page.keyboard.press('Enter');
	// The picture has the sentence for its name as well; this is the one that is read.
	await see(page.getByRole('listitem').getByText(/Nu thuis, volgens Samira.*: vooral warmte\./)).toBeVisible();
	await arriveAt(page, /De driehoek/);
});

test('the aid points at a judgement while it is typed, and stops nothing', async () => {
	const page = await enter('Samira');
	await page.goto(`/gesprekken/${planted.talk}/vier-stappen`);
	await arriveAt(page, /Vier stappen/);
	await page.getByLabel('Wat zie of hoor ik?').fill('Hij is gewoon lui.');
	await reads(page, '‘lui’ is een oordeel.');
	await page.getByLabel('Wat voel ik?').fill('Ik voel me genegeerd.');
	await reads(page, '‘genegeerd’ zegt wat een ander doet.');
	await arriveAt(page, /Vier stappen/);
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await see(page.getByText('bewaard', { exact: true }).first()).toBeVisible();
	await page.reload();
	await see(page.getByLabel('Wat zie of hoor ik?')).toHaveValue('Hij is gewoon lui.');
});

test('a request becomes a goal at the table, in words that are still hers to change, and the rest stays with her', async () => {
	const page = await enter('Samira');
	await goTo(page, `/gesprekken/${planted.talk}/vier-stappen`, /Vier stappen/);
	await page.getByLabel('Wat vraag ik?').fill('Wil je me bellen als er iets is?');
	await unfold(page, 'Zet als doel op tafel');
	await see(page.getByLabel('Wat is het doel?')).toHaveValue('Wil je me bellen als er iets is?');
	await page.getByLabel('Wat is het doel?').fill('School belt meteen als er iets is');
	await page.getByLabel('Waarbij hoort dit doel?').selectOption({ label: 'Doel voor de klas' });
	await page.getByRole('button', { name: 'Zet als doel op tafel' }).click();
	await reads(page, 'Het doel staat op tafel.');
	await arriveAt(page, /Vier stappen/);
	await page.getByRole('link', { name: 'Bekijk het aan tafel' }).click();
	await arriveAt(page, /Aan tafel/);
	await reads(page, 'School belt meteen als er iets is');
	await unfold(page, 'Pas aan');
	await page.getByLabel('Jouw woorden').first().fill('School belt dezelfde dag als er iets is');
	await page.getByRole('button', { name: 'Bewaar' }).first().click();

	const teacher = await enter('Anke');
	await goTo(teacher, `/gesprekken/${planted.talk}/tafel?stap=uitzicht`, /Aan tafel/);
	await reads(teacher, 'School belt dezelfde dag als er iets is');
	await see(teacher.getByRole('link', { name: 'Maak hier een afspraak van' })).toBeVisible();
	await goTo(teacher, `/gesprekken/${planted.talk}/vier-stappen`, /Vier stappen/);
	await see(teacher.getByText('Wil je me bellen')).toHaveCount(0);
});

test('after the talk the teacher looks back on herself: kept, and nobody else’s to read', async () => {
	const page = await enter('Anke');
	await goTo(page, `/gesprekken/${planted.talk}/terugblik`, 'Even terugkijken op jezelf');
	await reads(page, 'Na het gesprek vind je hier twee vragen voor jezelf.');
	await goTo(page, `/gesprekken/${planted.talk}/tafel`, /Aan tafel/);
	await press(page, 'Begin het gesprek');
	await goTo(page, `/gesprekken/${planted.talk}/moeilijk`, 'Als het moeilijk wordt');
	await page.getByRole('link', { name: 'Even terugkijken op jezelf' }).click();
	await arriveAt(page, 'Even terugkijken op jezelf');
	await page.getByLabel('Waardoor raakte ik het contact kwijt?').fill('Ik begon te praten terwijl zij nog nadacht');
	await page.getByLabel('Ging ik er zonder oordeel in?').fill('Nee, ik dacht vooraf al van alles');
	await see(page.getByText('bewaard', { exact: true }).first()).toBeVisible();
	await see(page.getByRole('button', { name: /Deel/ })).toHaveCount(0);
	await page.reload();
	await see(page.getByLabel('Ging ik er zonder oordeel in?')).toHaveValue('Nee, ik dacht vooraf al van alles');

	const mother = await enter('Samira');
	await goTo(mother, `/gesprekken/${planted.talk}/moeilijk`, 'Als het moeilijk wordt');
	await see(mother.getByRole('link', { name: 'Even terugkijken op jezelf' })).toHaveCount(0);
	expect((await mother.goto(`/gesprekken/${planted.talk}/terugblik`))?.status()).toBe(404);
});

test('what parents do at home: filled in for herself, shared by her alone, taken back by her alone', async () => {
	const [mother, teacher] = [await enter('Samira'), await enter('Anke')];
	const list = `/leerlingen/${noor.id}/thuis`;
	await goTo(mother, list, /Wat wij thuis doen/);
	await mother.getByLabel('We vragen hoe het op school was.').selectOption({ label: 'Zo doen wij het' });
	await mother.getByLabel('Wat doen jullie nog meer?').first().fill('We bellen elke zondag met oma');
	await see(mother.getByText('bewaard', { exact: true }).first()).toBeVisible();
	await goTo(teacher, list, /vragen om te stellen/);
	await see(teacher.getByText('We bellen elke zondag met oma')).toHaveCount(0);
	await press(mother, 'Deel dit met school');
	await arriveAt(mother, /Wat wij thuis doen/);
	await goTo(teacher, list, /vragen om te stellen/);
	await reads(teacher, 'We bellen elke zondag met oma');
	await press(mother, 'Stop met delen');
	await goTo(teacher, list, /vragen om te stellen/);
	await see(teacher.getByText('We bellen elke zondag met oma')).toHaveCount(0);
});
