import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { admitIn } from '#platform/accounts.server.ts';
import { change } from '#platform/db.server.ts';
import { ok } from '#platform/outcome.ts';
import { cookieName } from '#platform/sessions.server.ts';
import { anke, deLinde, samira } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { furnish } from '#tests/access/furnished.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { byKeyboard } from './keys.ts';
import { reads } from './page.ts';
import { plantFolder } from './planted.ts';
import { mailTo } from './post.ts';

/**
 * The main story of a parent and of a teacher, without a mouse and without a finger: only Tab, Enter, the space bar, arrows
 * and letters. The mother has no script at all. Guards that the Tab key comes everywhere, shows where it is and stays in sight.
 */
let server: Server;
let [mother, teacher, post] = [] as unknown as [Page, Page, Page];
const stage = useStage(() => server.origin);
const samirasMail = 'samira@example.org';

beforeAll(async () => {
	const { folder, planted, remove } = await plantFolder(async () => {
		await plantCast();
		const her = { school: deLinde, person: samira.id, email: samirasMail };
		await change(her, async (db) => ok(await admitIn(db, [her])));
		await furnish();
		return tokenFor(deLinde, anke);
	});
	server = await startServer('scripts/start.ts', { DATA_DIR: folder });
	mother = await stage.enter('Samira', { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
	teacher = await stage.enter('Anke', { viewport: { width: 1280, height: 800 } });
	post = await stage.enter('post');
	await teacher.context().addCookies([{ name: cookieName, value: planted, url: server.origin }]);
	return remove;
});
afterAll(() => server?.stop());

const heading = (page: Page, name: string | RegExp) =>
	see(page.getByRole('heading', { level: 1, name })).toBeVisible({ timeout: 10_000 });

describe('with a keyboard alone', () => {
	test('a mother signs in, goes from Today to her talk, prepares it and shares', async () => {
		const keys = byKeyboard(mother);
		await mother.goto('/');
		await keys.fill('E-mailadres', samirasMail);
		await mother.keyboard.press('Enter');
		await heading(mother, 'Bekijk je mail');
		const { text } = await mailTo(post, samirasMail, /Je code om in te loggen/);
		await keys.fill('Code van zes cijfers', /\d{3} \d{3}/.exec(text)![0]);
		await mother.keyboard.press('Enter');
		await heading(mother, /Dag Samira/);
		await keys.passMenu();
		await keys.follow(/^(Begin|Bereid)/);
		await heading(mother, /Waar wil je het over hebben/);
		await keys.fill(/Waar wil je het over hebben/, 'Ze vindt vragen spannend');
		await keys.press('Verder');
		await heading(mother, 'Voorbereiden');
		await keys.choose('Ook Noor');
		await keys.press('Deel met school');
		await reads(mother, 'Gedeeld.');
	});

	test('her teacher reads it at the table, proposes an agreement, and shares the record', async () => {
		const keys = byKeyboard(teacher);
		await teacher.goto('/vandaag');
		await keys.goBy('Gesprekken');
		await heading(teacher, 'Gesprekken');
		const talk = teacher.locator('article').filter({ hasText: 'Startgesprek over Noor' });
		await keys.tabTo(talk.getByRole('link', { name: /^Bekijk/ }));
		await teacher.keyboard.press('Enter');
		await heading(teacher, /Startgesprek over Noor/);
		await keys.follow('Open de tafel');
		await heading(teacher, 'Aan tafel over Noor');
		await reads(teacher, 'Ze vindt vragen spannend');
		await keys.press('Begin het gesprek');
		await reads(teacher, /van 15 minuten/);
		await keys.follow(/^Afspraken/);
		await keys.unfold('Stel een afspraak voor');
		await keys.choose(/Samira.* thuis/);
		await keys.fill('Wat gebeurt er?', 'lezen elke avond voor');
		await keys.fill('Waarom? Zodat …', 'Noor meer woorden kent');
		await keys.fill('In eigen woorden', 'elke avond');
		await keys.fillDate('Wanneer kijken jullie terug?', '10112026');
		await keys.press(/^Stel voor$/);
		await see(teacher.getByRole('article').filter({ hasText: 'lezen elke avond voor' })).toBeVisible();
		await keys.follow(/^Vervolg/);
		await keys.press('Rond het gesprek af');
		await keys.follow('Maak het verslag');
		await heading(teacher, /Verslag van het gesprek/);
		await keys.fill('Voor de volwassenen', 'Noor durft weinig te vragen.');
		await keys.press('Deel het verslag');
		await reads(teacher, 'Het verslag is gedeeld.');
	});

	test('the mother reads the record, says that it was so, and says yes to the agreement', async () => {
		const keys = byKeyboard(mother);
		await keys.goBy('Gesprekken');
		await heading(mother, 'Gesprekken');
		const talk = mother.locator('article').filter({ hasText: 'Startgesprek over Noor' });
		await keys.tabTo(talk.getByRole('link', { name: /verslag/ }));
		await mother.keyboard.press('Enter');
		await heading(mother, /Verslag van het gesprek over Noor/);
		await keys.press('Zo was het');
		await reads(mother, 'herkent het verslag');
		await keys.goBy('Afspraken');
		await heading(mother, 'Afspraken');
		await keys.follow(/lezen elke avond voor/);
		await heading(mother, 'Afspraak over Noor');
		await keys.press(/Ja, dit lukt/);
		await reads(mother, 'Afgesproken. Fijn.');
	});
});
