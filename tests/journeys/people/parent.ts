import { expect as see, type Page } from '@playwright/test';
import { arriveAt, follow, goTo, press, reads, unfold } from '../page.ts';

/** Chooses the first time that suits, from Today on. The answer is the address of what was agreed. */
export async function chooseTime(page: Page, time: RegExp) {
	await goTo(page, '/afspreken', 'Kies een tijd voor het gesprek');
	await page.getByRole('button', { name: time }).first().click();
	await arriveAt(page, /Gesprek over/);
	await reads(page, 'De tijd staat.');
	return new URL(page.url()).pathname;
}

export async function askOwnTalk(page: Page) {
	await goTo(page, '/afspreken', 'Kies een tijd voor het gesprek');
	await unfold(page, 'Wij willen elk een eigen gesprek');
	await press(page, 'Wij willen elk een eigen gesprek');
	await reads(page, 'Elk huis heeft nu een eigen gesprek.');
}

/** Moves the talk to a time like this; the answer is the address of what was agreed. */
export async function moveTalk(page: Page, time: RegExp) {
	await goTo(page, '/afspreken', 'Kies een tijd voor het gesprek');
	await follow(page, 'Bekijk of wijzig');
	await arriveAt(page, /Gesprek over/);
	await unfold(page, 'Verzet het gesprek');
	const times = page.getByLabel('Kies een andere tijd.');
	const label = (await times.locator('option').allInnerTexts()).find((text) => time.test(text))!;
	await times.selectOption({ label });
	await press(page, 'Verzet het gesprek');
	await reads(page, 'Het gesprek is verzet.');
	return new URL(page.url()).pathname;
}

/** Types an answer; it is kept without pressing anything. */
export async function typeAnswer(page: Page, question: RegExp, text: string) {
	await arriveAt(page, question);
	await page.waitForLoadState('networkidle');
	await page.getByLabel(question).pressSequentially(text, { delay: 2 });
	await see(page.getByText('bewaard', { exact: true })).toBeVisible();
}

export async function prepare(page: Page, talk: string, question: RegExp, text: string) {
	await page.goto(`${talk}/voorbereiden`);
	await typeAnswer(page, question, text);
}

/** The child's three questions, answered together. */
export async function answerWithChild(page: Page, talk: string, child: string, answers: string[]) {
	await goTo(page, `${talk}/voorbereiden?samen=ja`, `Samen met ${child}`);
	await follow(page, 'Begin');
	for (const [at, answer] of answers.entries()) {
		await arriveAt(page, new RegExp(`^${child}, wat`));
		await reads(page, `Vraag ${at + 1} van 3`);
		await reads(page, `Samen ingevuld: ${child} en`);
		await page.waitForLoadState('networkidle');
		await page.getByRole('textbox').fill(answer);
		await press(page, 'Verder');
	}
	await arriveAt(page, `Samen met ${child}`);
	await press(page, 'Deel met iedereen');
	await reads(page, 'Gedeeld.');
}
