import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { propose } from '#modules/agreements/handshakes.server.ts';
import { admitIn } from '#platform/accounts.server.ts';
import { change } from '#platform/db.server.ts';
import { ok } from '#platform/outcome.ts';
import { cookieName } from '#platform/sessions.server.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, deLinde, noor, samira as samiraOfCast, samirasHome } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { openStartRound, value } from '#seeds/start-round.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { arriveAt, follow, goTo, press, reads } from './page.ts';
import { acceptInvitation } from './people/anybody.ts';
import * as parent from './people/parent.ts';
import { plantFolder } from './planted.ts';
import { clockAt, mailTo } from './post.ts';

let server: Server;
let [post, samira, anke_] = [] as unknown as [Page, Page, Page];
let token = '';
const stage = useStage(() => server.origin);
const mail = 'samira@example.org';

/** A mother who reads with difficulty. She listens and taps, on a phone with a Dutch voice of its own; she types nothing. */
beforeAll(async () => {
	const found = await plantFolder(plantStory);
	token = found.planted;
	server = await startServer('scripts/start.ts', { DATA_DIR: found.folder });
	post = await stage.enter('post');
	samira = await stage.enter('Samira', { viewport: { width: 360, height: 740 }, hasTouch: true });
	await samira.addInitScript(() => {
		const voice = { lang: 'nl-NL', localService: true, name: 'Stem', default: true, voiceURI: 'stem' };
		const heard: string[] = [];
		Object.defineProperty(window.speechSynthesis, 'getVoices', { value: () => [voice] });
		Object.defineProperty(window.speechSynthesis, 'speak', { value: (one: { text: string }) => heard.push(one.text) });
		Object.defineProperty(window, 'SpeechSynthesisUtterance', {
			value: class {
				text: string;
				constructor(text: string) {
					this.text = text;
				}
			}
		});
		Object.defineProperty(window, 'heard', { value: heard });
		addEventListener('keydown', () => {
			throw new Error('she types');
		});
	});
	samira.on('pageerror', (error) => expect(error.message).not.toBe('she types'));
	return found.remove;
});
afterAll(() => server?.stop());

/** What the page says when she has it read aloud. */
async function listen(page: Page) {
	await page.getByRole('button', { name: 'Lees deze pagina voor' }).click();
	return page.evaluate(() => (window as unknown as { heard: string[] }).heard.join(' | ').replaceAll('\n', ' '));
}

const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().tap();

test('from the invitation she comes in, and says by tapping that she would rather listen and look', async () => {
	// What is due to her goes in one mail: the invitation, and what is asked of her home.
	await acceptInvitation(samira, post, mail, /Kies een tijd/, /en nog 1/);
	await goTo(samira, '/profiel/wensen', 'Wat ik fijn vind');
	await samira.waitForLoadState('networkidle');
	for (const piece of ['readAloud', 'pictures']) {
		const section = samira.locator(`section#${piece}`);
		await section.getByRole('checkbox').tap();
		await see(section.getByText('bewaard', { exact: true })).toBeVisible();
	}
	await parent.chooseTime(samira, /15\.00 uur/);
	expect(await listen(samira)).toMatch(/Gesprek over Noor.*Bereid het gesprek voor/);
});

test('she prepares by tapping what it is about, with the question read to her', async () => {
	await follow(samira, 'Bereid het gesprek voor');
	await arriveAt(samira, /Waar wil je het over hebben/);
	await samira.waitForLoadState('networkidle');
	await samira.getByRole('button', { name: 'Luister', exact: true }).tap();
	expect(await samira.evaluate(() => (window as unknown as { heard: string[] }).heard.join())).toMatch(/Waar wil je/);
	await samira.locator('.opening').nth(1).tap();
	await see(samira.getByText('bewaard', { exact: true })).toBeVisible();
	await tap(samira, 'Verder');
	await arriveAt(samira, 'Voorbereiden');
	await tap(samira, 'Deel met school');
	await reads(samira, 'Gedeeld.');
});

test('she listens to what is asked of her home, hears what she can answer, and says yes', async () => {
	const asked = await mailTo(post, mail, /en nog 1/);
	await goTo(
		samira,
		asked.links.find((link) => link.includes('/afspraken/'))!,
		'Afspraak over Noor'
	);
	const heard = await listen(samira);
	expect(heard).toMatch(/luisteren samen naar een verhaal/);
	for (const answer of ['Ja, dit lukt', 'Het lukt als', 'Dit past niet bij ons']) {
		expect(heard).toMatch(new RegExp(answer));
	}
	await see(samira.getByRole('main').locator('svg.picture').first()).toBeVisible();
	await tap(samira, /^Ja, dit lukt/);
	await reads(samira, 'Afgesproken. Fijn.');
});

test('from the mail, without signing in, she hears what it is about and taps how it went', async () => {
	await clockAt(post, '2026-09-25T09:00');
	const asking = await mailTo(post, mail, /Hoe ging het\?/);
	const link = new URL(asking.links.find((one) => one.endsWith('antwoord=done'))!);
	await goTo(samira, link.pathname + link.search, 'Hoe ging het?');
	const heard = await listen(samira);
	expect(heard).toMatch(/uisteren samen naar een verhaal.*Verstuur: Gelukt.*Een beetje gelukt.*Nog niet gelukt/);
	await see(samira.getByRole('button', { name: 'Verstuur: Gelukt' }).locator('svg.picture')).toBeVisible();
	await tap(samira, 'Verstuur: Gelukt');
	await reads(samira, 'Dank je. Je vertelde: Gelukt.');
	await goTo(samira, '/vandaag', /Dag Samira/);
	await reads(samira, /Via de link in de mail is verteld: Gelukt/);
});

test('when that was somebody else with her phone, she takes it away on Today with one tap, and taps anew', async () => {
	await tap(samira, 'Dat klopt niet, haal het weg');
	await reads(samira, 'Het telt niet meer mee.');
	await arriveAt(samira, 'Afspraak over Noor');
	await tap(samira, 'Een beetje gelukt');
	await reads(samira, /Laatste bericht: Een beetje gelukt/);
});

test('on the day they look back she hears school first, and taps closer or not and how she wants to go on', async () => {
	await clockAt(post, '2026-10-06T09:00');
	anke_ = await stage.enter('Anke');
	await anke_.context().addCookies([{ name: cookieName, value: token, url: server.origin }]);
	const back = `/afspraken/terugkijken?leerling=${noor.id}`;
	await goTo(anke_, back, 'Terugkijken met Noor');
	await anke_.getByRole('radio', { name: 'Een beetje', exact: true }).check();
	await anke_.getByLabel('Wat heb ik gedaan?').fill('Ik gaf elke week een verhaal mee.');
	await anke_.getByRole('radio', { name: 'Ga zo door' }).check();
	await press(anke_, 'Deel met de anderen');
	await reads(anke_, 'Ik gaf elke week een verhaal mee.');
	await arriveAt(anke_, 'Terugkijken met Noor');

	await goTo(samira, '/afspraken', 'Afspraken');
	await follow(samira, 'Kijk terug, doel voor doel');
	await arriveAt(samira, /Terugkijken met/);
	const heard = await listen(samira);
	expect(heard).toMatch(/Ik gaf elke week een verhaal mee.*Ja.*Een beetje.*Nog niet.*Deel met de anderen/);
	for (const choice of ['Ja', 'Ga zo door']) await samira.locator('label').getByText(choice, { exact: true }).tap();
	await tap(samira, 'Deel met de anderen');
	await reads(samira, 'De anderen kunnen het lezen.');
	await samira.locator('summary').filter({ hasText: 'Hoe gaat het verder?' }).tap();
	await tap(samira, 'Ga zo door');
	await reads(samira, 'Zo gaan jullie verder.');
});

async function plantStory() {
	await plantCast();
	const member = { school: deLinde, person: samiraOfCast.id, email: mail };
	await change({ school: deLinde }, async (db) => ok(await admitIn(db, [member])));
	await openStartRound();
	const about = { pupil: noor.id, kind: 'do', owner: { household: samirasHome }, audience: 'circle' } as const;
	const wording = {
		...{ what: 'luisteren samen naar een verhaal', why: 'Noor nieuwe woorden leert', rhythm: '', by: null, how: '' },
		cadence: { days: [2, 4], times: 0, weeks: 1, part: 'evening' as const, at: null, minutes: 10, from: null },
		...{ remind: 'weekly' as const, helpers: '' }
	};
	value(await propose(as(anke), { ...about, wording, evaluateOn: '2026-10-06' as Day }));
	return tokenFor(deLinde, anke);
}
