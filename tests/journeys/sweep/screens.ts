import type { Browser, Page } from '@playwright/test';
import { cookieName } from '#platform/sessions.server.ts';
import { openBrowser } from '#tests/harness/browser.ts';

/** As many screens as are looked at side by side: one is measured while the other is being loaded. */
const wide = 2;
const size = { width: 1280, height: 800 };

/**
 * A few screens in one browser, handed out in turn. Everybody keeps a screen of their own on each side, so that nothing is
 * loaded twice; nothing from outside this machine comes in.
 */
export async function openScreens(origin: string, tokens: ReadonlyMap<string, string>) {
	const { hostname } = new URL(origin);
	const browser = await openBrowser(undefined, [`--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${hostname}`]);
	const sides = Array.from({ length: wide }, () => new Map<string, Page>());
	const free = [...sides];
	const waiting: ((side: Map<string, Page>) => void)[] = [];

	async function screenFor(who: string, side: Map<string, Page>) {
		const known = side.get(who);
		if (known) return known;
		const page = await newScreen(browser, origin, tokens.get(who));
		side.set(who, page);
		return page;
	}

	return {
		close: () => browser.close(),
		/** Lets `look` have a screen on which this person is signed in, when one is free. */
		async lend<Seen>(who: string, look: (page: Page) => Promise<Seen>): Promise<Seen> {
			const side = free.pop() ?? (await new Promise<Map<string, Page>>((turn) => waiting.push(turn)));
			try {
				return await look(await screenFor(who, side));
			} finally {
				const next = waiting.shift();
				if (next) next(side);
				else free.push(side);
			}
		}
	};
}

async function newScreen(browser: Browser, origin: string, token: string | undefined) {
	const context = await browser.newContext({
		...{ baseURL: origin, viewport: size, reducedMotion: 'reduce' },
		...{ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' }
	});
	if (token) await context.addCookies([{ name: cookieName, value: token, url: origin }]);
	const page = await context.newPage();
	page.setDefaultTimeout(20_000);
	return page;
}
