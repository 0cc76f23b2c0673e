import { openBrowser } from '#tests/harness/browser.ts';

export type FirstVisit = { bytes: number; scripts: number; styles: number; font: number };

/** Bytes over the wire, headers included, for somebody's first visit to `url`: an empty browser, brotli, a phone's screen. */
export async function measureFirstVisit(url: string, cookie: string): Promise<FirstVisit> {
	const browser = await openBrowser();
	try {
		const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
		const [name, value] = cookie.split('=') as [string, string];
		await context.addCookies([{ name, value, url }]);
		const page = await context.newPage();
		const network = await context.newCDPSession(page);
		await network.send('Network.enable');
		const kinds = new Map<string, string>();
		const visit: FirstVisit = { bytes: 0, scripts: 0, styles: 0, font: 0 };
		network.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
		network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
			visit.bytes += encodedDataLength;
			const kind = kinds.get(requestId);
			if (kind === 'Script') visit.scripts += encodedDataLength;
			if (kind === 'Stylesheet') visit.styles += encodedDataLength;
			if (kind === 'Font') visit.font = Math.max(visit.font, encodedDataLength);
		});
		await page.goto(url, { waitUntil: 'networkidle' });
		return visit;
	} finally {
		await browser.close();
	}
}
