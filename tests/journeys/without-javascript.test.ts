import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeTime } from '#modules/cycle/booking.input.ts';
import { propose } from '#modules/agreements/handshakes.server.ts';
import { cookieName } from '#platform/sessions.server.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, deLinde, noor, samira, samirasHome } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { openStartRound, september, time, value } from '#seeds/start-round.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { follow, press, reads } from './page.ts';
import { plantFolder } from './planted.ts';

let server: Server;
let samirasPhone: Page;
let story: Awaited<ReturnType<typeof plantStory>>;
const stage = useStage(() => server.origin);

beforeAll(async () => {
	const { folder, planted, remove } = await plantFolder(plantStory);
	story = planted;
	server = await startServer('scripts/start.ts', { DATA_DIR: folder });
	samirasPhone = await stage.enter('Samira', { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
	await samirasPhone.context().addCookies([{ name: cookieName, value: planted.token, url: server.origin }]);
	return remove;
});
afterAll(() => server?.stop());

test('without JavaScript a parent chooses a time, prepares and shares, and accepts an agreement', async () => {
	await samirasPhone.goto(`/afspreken/${story.round}`);
	await arriveAt('Kies een tijd voor het gesprek');
	await samirasPhone.locator(`button[value="${story.time}"]`).first().click();
	await arriveAt(/Gesprek over Noor/);
	await reads(samirasPhone, 'De tijd staat.');

	await follow(samirasPhone, 'Bereid het gesprek voor');
	await arriveAt(/Waar wil je het over hebben/);
	await samirasPhone.getByRole('textbox').fill('Ze vindt vragen spannend');
	await press(samirasPhone, 'Verder');
	await arriveAt('Voorbereiden');
	await reads(samirasPhone, 'Ze vindt vragen spannend');
	await press(samirasPhone, 'Deel met school');
	await reads(samirasPhone, 'Gedeeld.');

	await samirasPhone.goto(`/afspraken/${story.agreement}`);
	await arriveAt('Afspraak over Noor');
	await press(samirasPhone, /ja, dit lukt/i);
	await reads(samirasPhone, 'Afgesproken. Fijn.');
	expect(new URL(samirasPhone.url()).pathname).toBe(`/afspraken/${story.agreement}`);
});

/** The check of what bars somebody is a script itself; the walk does it on these pages. */
function arriveAt(heading: string | RegExp) {
	return see(samirasPhone.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}

async function plantStory() {
	await plantCast();
	const { round, ankesAfternoon } = await openStartRound();
	const wording = { what: 'lezen tien minuten voor', why: 'Noor meer woorden kent', rhythm: 'elke avond' };
	const agreement = await propose(as(anke), {
		...{ pupil: noor.id, kind: 'do', owner: { household: samirasHome }, audience: 'circle' },
		...{ wording: { ...wording, by: null, how: '', helpers: '' }, evaluateOn: '2026-12-03' as Day }
	});
	return {
		round,
		time: writeTime(time(ankesAfternoon, september(24, '15:00'))),
		agreement: value(agreement).id,
		token: await tokenFor(deLinde, samira)
	};
}
