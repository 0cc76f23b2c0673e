import type { Page } from '@playwright/test';
import { arriveAt, goTo, press } from '../page.ts';
import { mailTo } from '../post.ts';

/** Signs in with the code from the mail, as everybody can at any time. */
export async function signInWithCode(page: Page, post: Page, email: string, heading: RegExp) {
	await goTo(page, '/inloggen', 'Inloggen');
	await page.getByLabel('E-mailadres').fill(email);
	await press(page, 'Stuur mij een code');
	await arriveAt(page, 'Bekijk je mail');
	const { text } = await mailTo(post, email, /Je code om in te loggen/);
	await page.getByLabel('Code van zes cijfers').fill(/\d{3} \d{3}/.exec(text)![0]);
	await press(page, 'Log in');
	await arriveAt(page, heading);
}

/** Their browser has a device behind it that keeps passkeys, and that they open with a finger. */
export async function holdPasskeys(page: Page) {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('WebAuthn.enable');
	await devtools.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
			...{ isUserVerified: true, automaticPresenceSimulation: true }
		}
	});
}

/** Follows the personal link of an invitation, and then the one in the mail that comes of it. */
export async function acceptInvitation(
	page: Page,
	post: Page,
	email: string,
	heading: RegExp,
	subject = /Kies een tijd voor het gesprek/
) {
	const { links: inMail } = await mailTo(post, email, subject);
	await goTo(
		page,
		inMail.find((link) => link.includes('/uitnodiging/'))!,
		'Je bent uitgenodigd'
	);
	await press(page, 'Stuur mij een code');
	await arriveAt(page, 'Bekijk je mail');
	const { links } = await mailTo(post, email, /Je code om in te loggen/);
	// A mail scanner looks first; that uses nothing up.
	await post.goto(links[0]!);
	await goTo(page, links[0]!, 'Bijna binnen');
	await press(page, 'Log in');
	await arriveAt(page, heading);
}

/** Tells what was done and what was not, and wants to go on. */
export async function lookBack(page: Page, did: string, missed: string) {
	await page.getByLabel(/Wat heb ik gedaan/).fill(did);
	await page.getByLabel(/Wat lukte mij niet/).fill(missed);
	await page.getByRole('radio', { name: 'Een beetje' }).check();
	await page.getByRole('radio', { name: 'Ga zo door' }).check();
	await press(page, 'Deel met de anderen');
	await arriveAt(page, 'Terugkijken');
}
