import { chromium, type Browser } from '@playwright/test';
import { findBrowser, type FoundBrowser } from './find-browser.ts';

/** Nothing but the page we ask for: no updates, no telemetry, no guesses about where we may go next. */
const quiet = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-dev-shm-usage',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-domain-reliability',
	'--disable-sync',
	'--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
	'--no-default-browser-check',
	'--no-first-run',
	'--no-pings',
	'--font-render-hinting=none'
];

/** A headless Chromium; closing it, or the end of the process that opened it, ends it. Works as root and not as root. */
export async function openBrowser(found?: FoundBrowser, more: string[] = []): Promise<Browser> {
	const { executable, env } = found ?? (await findBrowser());
	return chromium.launch({
		executablePath: executable,
		args: [...quiet, ...more],
		env: { ...(process.env as Record<string, string>), ...env }
	});
}
