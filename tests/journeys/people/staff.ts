import type { Page } from '@playwright/test';
import { TOTP, Secret } from 'otpauth';
import { arriveAt, follow, press, reads } from '../page.ts';
import { signInWithCode } from './anybody.ts';

/** The key on the page goes into the app on the telephone of whoever reads it. */
export type App = { code: (halfMinutesOn?: number) => string };

/** Comes in by mail for the first time, ties an app to it, and keeps the codes for when the telephone is lost. */
export async function signInFirst(page: Page, post: Page, email: string, heading: RegExp): Promise<App> {
	await signInWithCode(page, post, email, /Nog één stap/);
	const app = appWith(await page.locator('ol code').innerText());
	await page.getByLabel('Vul de code van zes cijfers in').fill(app.code());
	await press(page, 'Koppel de app');
	await arriveAt(page, 'Jouw herstelcodes');
	await reads(page, /^[a-z2-9]{5}-[a-z2-9]{5}$/);
	await follow(page, 'Ik heb ze bewaard');
	await arriveAt(page, heading);
	return app;
}

/** Comes in by mail and the code of the app; each code counts once, so a later one than the one before. */
export async function signIn(page: Page, post: Page, email: string, code: string, heading: RegExp) {
	await signInWithCode(page, post, email, /Nog één stap/);
	await giveCode(page, code);
	await arriveAt(page, heading);
}

export async function giveCode(page: Page, code: string) {
	await page.getByLabel('Code uit je app').fill(code);
	await press(page, 'Ga verder');
}

/** An app goes by the clock of the world, whatever the trial's says. */
export function appWith(key: string): App {
	const app = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) });
	return { code: (halfMinutesOn = 0) => app.generate({ timestamp: Date.now() + halfMinutesOn * 30_000 }) };
}
