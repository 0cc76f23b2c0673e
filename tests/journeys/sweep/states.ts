import { expect as see, type Page } from '@playwright/test';
import { stepSlugs } from '#modules/conversations/step.words.ts';
import { steps } from '#modules/conversations/steps.ts';
import { noor, yara } from '#seeds/cast.ts';
import { halfway, type Ground } from './ground.ts';

/**
 * What a page looks like after something was done, when something is wrong, or while something is under way. `address`: the
 * page that shows itself only like this.
 */
export type State = {
	name: string;
	who: string;
	address?: string;
	arrive: (page: Page, ground: Ground) => Promise<unknown>;
};

const [nobody, mother, teacher, pupil] = [
	'not signed in',
	'mother with authority, first home',
	'teacher of group 5',
	'pupil of 9'
];
const [office, peer, pupilOf12] = ['office', 'stranger', 'pupil of 12'];
const [motherOf12, teacherOf12] = ['mother of the pupil of 12', 'teacher of groups 3 and 8'];

const at = (name: string, who: string, path: string | ((ground: Ground) => string), address?: string): State => ({
	...{ name, who, address },
	arrive: (page, ground) => page.goto(typeof path === 'string' ? path : path(ground))
});

/** Everything is left empty and sent all the same: the page says what is missing, on top. */
const sentEmpty = (name: string, who: string, path: (ground: Ground) => string, action: string): State => ({
	...{ name, who },
	arrive: async (page, ground) => {
		await page.goto(path(ground));
		await page
			.locator(`form[action^="?/${action}"]`)
			.first()
			.evaluate((form: HTMLFormElement) => {
				for (const field of form.querySelectorAll(
					'textarea, input:not([type=hidden], [type=radio], [type=checkbox])'
				)) {
					(field as HTMLInputElement).value = '';
				}
				form.noValidate = true;
				form.requestSubmit();
			});
		await see(page.getByRole('alert').first()).toBeVisible();
	}
});

const atTheTable = [mother, teacher, pupil].flatMap((who) =>
	steps.map((step) =>
		at(`the table at «${step}» for ${who}`, who, ({ held }) => `/gesprekken/${held}/tafel?stap=${stepSlugs[step]}`)
	)
);

const ofYara = (path: string) =>
	at(`${path} for a pupil of 12`, pupilOf12, ({ yaras }) => path.replace(':talk', yaras));

/** Whoever has nothing yet reads what to do next. */
const empty = ['/vandaag', '/gesprekken', '/afspraken', '/leerlingen', '/afspreken'].map((path) =>
	at(`${path} for who has nothing there`, peer, path)
);

/** What only a round in which something goes on shows (rounds.ts). */
const inRounds: State[] = [
	at('when can you?', motherOf12, ({ rounds }) => `/afspreken/${rounds.wishes}/wensen`, '/afspreken/[round]/wensen'),
	at(
		'who said when they can',
		teacherOf12,
		({ rounds }) => `/aanbod/${rounds.wishes}/wensen`,
		'/aanbod/[round]/wensen'
	),
	at('in the place of a home', teacherOf12, ({ rounds }) => `/aanbod/${rounds.wishes}/wensen?huis=${rounds.home}`),
	...[motherOf12, teacherOf12].map((who) =>
		at(
			`another time is proposed to ${who}`,
			who,
			({ rounds }) => `/afspreken/tijd/${rounds.fallen}/voorstel`,
			'/afspreken/tijd/[id]/voorstel'
		)
	),
	at(
		'a new time after a talk that was not held',
		mother,
		({ rounds }) => `/afspreken/tijd/${rounds.missed}/opnieuw`,
		'/afspreken/tijd/[id]/opnieuw'
	),
	at('a time that falls out', motherOf12, ({ rounds }) => `/afspreken/tijd/${rounds.fallen}`),
	at('who is away, with whom was asked', teacherOf12, () => '/aanbod/uitval'),
	at('whom to call', teacherOf12, () => '/aanbod/bellen'),
	at('a call', teacherOf12, ({ rounds }) => `/aanbod/bellen/${rounds.call}`, '/aanbod/bellen/[id]'),
	at('the rounds of a teacher of two groups', teacherOf12, () => '/aanbod'),
	at('Today of a teacher who is away', teacherOf12, () => '/vandaag'),
	at('Today of a mother who is asked', motherOf12, () => '/vandaag'),
	at('the screen in the hall', nobody, ({ rounds }) => `/scherm/${rounds.wall}`, '/scherm/[code]'),
	at('the evening of today', teacherOf12, ({ rounds }) => `/aanbod/${rounds.busy}/avond`),
	at('the route of today', mother, ({ rounds }) => `/afspreken/${rounds.busy}/route`),
	{
		...{ name: 'the board with a plan, and a talk taken in hand', who: office },
		arrive: async (page, { rounds }) => {
			await page.goto(`/planner/${rounds.wishes}/bord`);
			await page.locator('form[action="?/plan"] button').click();
			const talk = page.locator('[data-line] a').first();
			await see(talk).toBeVisible();
			// Not by a click: after a mouse no browser shows where the focus is.
			await page.goto((await talk.getAttribute('href'))!);
			await see(page.locator('#gesprek')).toBeVisible();
		}
	},
	at('papers with a screen', office, ({ rounds }) => `/planner/${rounds.busy}/papier`),
	...['gezinnen', 'lokalen'].map((kind) =>
		at(`papers: ${kind}`, office, ({ rounds }) => `/planner/${rounds.busy}/papier/${kind}`)
	),
	at('away without a day', teacherOf12, () => '/aanbod/uitval?day='),
	at('who would be asked', teacherOf12, () => '/aanbod/uitval?day=2026-09-22')
];

export const states: State[] = [
	at('the furniture in every state', nobody, '/dev/stories', '/dev/stories'),
	at('the personas', nobody, '/dev', '/dev'),
	at('a new school', nobody, '/dev/nieuwe-school', '/dev/nieuwe-school'),
	at('two beside each other', nobody, '/dev/naast-elkaar', '/dev/naast-elkaar'),
	at('a page that is not there', nobody, '/nergens'),
	at('a page of somebody else', peer, `/leerlingen/${noor.id}`),
	...atTheTable,
	...empty,
	...['/vandaag', '/gesprekken/:talk', '/gesprekken/:talk/voorbereiden', '/gesprekken/:talk/voorbereiden/1'].map(
		ofYara
	),
	at('the own page of a pupil of 12', pupilOf12, `/leerlingen/${yara.id}`),
	at('something was done', mother, ({ ids }) => `/gesprekken/${ids.talk}?gedaan=say`),
	at('an agreement was made', mother, ({ ids }) => `/afspraken/${ids.proposed}?gedaan=accept`),
	at('the table of a talk that was held', teacher, ({ ids }) => `/gesprekken/${ids.recorded}/tafel`),
	at('the whole record', mother, ({ ids }) => `/gesprekken/${ids.recorded}/verslag?alles=ja`),
	...inRounds,
	at('an invitation to a talk', nobody, ({ ids }) => `/uitnodiging/${ids.code}`),
	at('the second step', halfway, '/inloggen/tweede-stap', '/inloggen/tweede-stap'),
	sentEmpty('no mail address', nobody, () => '/inloggen', 'ask'),
	sentEmpty('no code of a letter', nobody, () => '/uitnodiging', 'find'),
	sentEmpty('a proposal without words', mother, () => `/afspraken/nieuw?leerling=${noor.id}`, 'propose'),
	sentEmpty('a round without days', office, () => '/planner/nieuw', 'plan'),
	sentEmpty('a note without words', mother, () => `/leerlingen/${noor.id}/onthouden`, 'keep'),
	{
		...{ name: 'a code is on its way', who: nobody, address: '/inloggen/code' },
		arrive: async (page) => {
			await page.goto('/inloggen');
			await askCode(page, 'samira@example.org');
			await page.waitForURL('**/inloggen/code*');
			await page
				.locator('form')
				.first()
				.evaluate((form: HTMLFormElement) => form.submit());
			await see(page.getByRole('alert').first()).toBeVisible();
		}
	},
	{
		...{ name: 'the mailbox', who: nobody, address: '/dev/mailbox' },
		arrive: (page) => page.goto('/dev/mailbox')
	},
	{
		...{ name: 'a mail', who: nobody, address: '/dev/mailbox/[id]' },
		arrive: async (page) => {
			await page.goto('/dev/mailbox');
			await page.getByRole('main').getByRole('link').last().click();
			await page.waitForURL('**/dev/mailbox/*');
		}
	},
	{
		...{ name: 'the code of a letter', who: nobody, address: '/uitnodiging/welkom' },
		arrive: (page, { letter }) => useLetter(page, letter)
	},
	{
		...{ name: 'the mail that goes with a letter', who: nobody, address: '/uitnodiging/code' },
		arrive: async (page, { letter }) => {
			await useLetter(page, letter);
			await askCode(page, 'wim@example.org');
			await page.waitForURL('**/uitnodiging/code');
		}
	},
	{
		...{ name: 'a form that came too late', who: office, address: '/inloggen/opnieuw/bewaard' },
		arrive: async (page) => {
			await page.goto('/vandaag');
			await page.evaluate(() => {
				const form = document.createElement('form');
				form.method = 'POST';
				form.action = '/inloggen/opnieuw/bewaard?/keep&naar=/school';
				form.append(Object.assign(document.createElement('input'), { name: 'name', value: 'De nieuwe Linde' }));
				document.body.append(form);
				form.submit();
			});
			await page.waitForURL('**/bewaard**');
		}
	}
];

/** Pages that only somebody from outside leads to; the story that passes them looks them over. */
export const elsewhere: Record<string, string> = {
	'/inloggen/via': 'tests/journeys/provider.test.ts',
	'/inloggen/eerste-keer': 'tests/journeys/provider.test.ts'
};

async function askCode(page: Page, email: string) {
	await page.locator('input[type=email]').first().fill(email);
	await page
		.locator('form')
		.filter({ has: page.locator('input[type=email]') })
		.first()
		.getByRole('button')
		.first()
		.click();
}

async function useLetter(page: Page, code: string) {
	await page.goto('/uitnodiging');
	await page.locator('input[name=code]').fill(code);
	await page
		.locator('form')
		.filter({ has: page.locator('input[name=code]') })
		.getByRole('button')
		.first()
		.click();
	await page.waitForURL('**/uitnodiging/welkom');
}
