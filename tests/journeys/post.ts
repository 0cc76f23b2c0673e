import { expect as see, type Page } from '@playwright/test';

export type Mail = { text: string; calendar: string; links: string[] };

/** The newest mail to this address with these words in its subject, as soon as it has come. */
export async function mailTo(page: Page, address: string, subject: RegExp): Promise<Mail> {
	await see(async () => {
		await page.goto(`/dev/mailbox?aan=${encodeURIComponent(address)}`);
		await page.getByRole('link', { name: subject }).first().click({ timeout: 500 });
	}).toPass({ timeout: 15_000 });
	await page.waitForURL(/\/dev\/mailbox\/[0-9a-f-]{36}/);
	return {
		text: await page.locator('.text').innerText(),
		calendar: (await page.locator('pre').count()) ? await page.locator('pre').innerText() : '',
		links: await page.locator('.text a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
	};
}

/** How many mails with these words in their subject came to this address. */
export async function countMails(page: Page, address: string, subject: RegExp): Promise<number> {
	await page.goto(`/dev/mailbox?aan=${encodeURIComponent(address)}`);
	return page.getByRole('link', { name: subject }).count();
}

/** It is now `moment`, `2026-09-14T09:00` on the clock at school; what should have happened by then has happened. */
export async function clockAt(page: Page, moment: string) {
	await page.goto('/dev');
	await page.getByLabel('Dag en tijd').fill(moment);
	await page.getByRole('button', { name: 'Zet de klok' }).click();
	await page.waitForURL('**/dev');
}
