import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as bookings from '#modules/cycle/bookings.server.ts';
import { cookieName } from '#platform/sessions.server.ts';
import { adam, anke, as, deLinde, huda, noor, samira } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { openStartRound, september, time, value } from '#seeds/start-round.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { arriveAt, follow, goTo, press, reads } from './page.ts';
import { plantFolder } from './planted.ts';

let server: Server;
let booking = '';
const stage = useStage(() => server.origin);
let [teacher, mother, other] = [] as unknown as [Page, Page, Page];

beforeAll(async () => {
	const { folder, planted, remove } = await plantFolder(async () => {
		await plantCast();
		const { round, ankesAfternoon } = await openStartRound();
		const at = (start: string) => time(ankesAfternoon, september(24, start));
		const noors = value(await bookings.book(as(samira), round, { ...at('15:00'), pupil: noor.id }));
		value(await bookings.book(as(huda), round, { ...at('15:15'), pupil: adam.id }));
		const tokens = [];
		for (const who of [anke, samira, huda]) tokens.push(await tokenFor(deLinde, who));
		return { booking: noors.id, tokens };
	});
	({ booking } = planted);
	server = await startServer('scripts/start.ts', { DATA_DIR: folder });
	teacher = await enter('juf Anke', planted.tokens[0]!, {});
	mother = await enter('Samira', planted.tokens[1]!);
	other = await enter('Huda', planted.tokens[2]!, { javaScriptEnabled: false });
	return remove;
});
afterAll(() => server?.stop());

async function enter(name: string, token: string, more = {}): Promise<Page> {
	const phone = name === 'juf Anke' ? {} : { viewport: { width: 360, height: 740 } };
	const page = await stage.enter(name, { ...phone, ...more });
	await page.context().addCookies([{ name: cookieName, value: token, url: server.origin }]);
	return page;
}

test('juf Anke cannot be there on Thursday: she sees what changes before anything is sent', async () => {
	await goTo(teacher, '/aanbod', /.*/);
	await follow(teacher, 'Ik kan er niet zijn');
	await arriveAt(teacher, 'Ik kan er niet zijn');
	await teacher.getByLabel('Vanaf welke dag?').fill('2026-09-24');
	await press(teacher, 'Bekijk wat er verandert');
	await reads(teacher, 'Gesprekken die een andere tijd krijgen: 2');
	await reads(teacher, /dinsdag 29 september, 19\.00 uur/);
	await arriveAt(teacher, 'Ik kan er niet zijn');
	await press(teacher, 'Vraag het de families');
	await reads(teacher, 'De families krijgen een bericht met een voorstel.');
	await reads(teacher, 'Nog te verzetten: 2. Wacht op antwoord: 2.');
});

test('on her phone Samira sees on Today that the time falls out, and says yes in one tap', async () => {
	await goTo(mother, '/vandaag', /Samira/);
	await reads(mother, 'Het gesprek over Noor krijgt een andere tijd');
	await goTo(mother, `/afspreken/tijd/${booking}`, /Noor/);
	await reads(mother, 'Deze tijd vervalt: de leerkracht kan er dan niet zijn.');
	await follow(mother, 'Kies een andere tijd');
	await arriveAt(mother, 'Een andere tijd voor het gesprek over Noor');
	await press(mother, 'Ja, deze tijd is goed');
	await arriveAt(mother, /Noor/);
	await reads(mother, /29 september/);
	expect(await mother.getByText('Deze tijd vervalt').count()).toBe(0);
});

test('Huda, whose phone runs no script, takes another time', async () => {
	await goTo(other, '/vandaag', /Huda/);
	await follow(other, /voorstel|proposal/i);
	await see(other.getByRole('heading', { level: 1 })).toContainText('Adam');
	await other.locator('button[name="time"]').last().click();
	await arriveAt(other, /Adam/);
	expect(new URL(other.url()).searchParams.get('gedaan')).toBe('move');
});

test('juf Anke reads that everybody has a new time, and can be there after all', async () => {
	await goTo(teacher, '/aanbod/uitval', 'Ik kan er niet zijn');
	await reads(teacher, 'Alle families hebben een nieuwe tijd.');
	await press(teacher, 'Ik kan er toch zijn');
	await reads(teacher, 'De tijden die nog niet verzet waren, gaan door. De families horen het.');
});
