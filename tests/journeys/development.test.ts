import { expect as see, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as developments from '#modules/conversations/developments.server.ts';
import { plan } from '#modules/conversations/plans.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { pool } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { cookieName } from '#platform/sessions.server.ts';
import { anke, as, deLinde, noor, samira, samirasHome } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { value } from '#seeds/start-round.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { holds, paper, photoWithPlace } from '#tests/harness/made-files.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { arriveAt, follow, goTo, press, reads, unfold } from './page.ts';
import { plantFolder } from './planted.ts';

/**
 * Given a talk that is to come, and a note of school. Samira photographs on her phone what Noor made at home; juf Anke sees it
 * beside her own at the table; Noor, who only reads yet, sees it and shows something herself; her grandfather, who has no
 * authority, finds nothing.
 */
const grandfather: Ctx['person'] = { id: newId<PersonId>(), role: 'guardian', tasks: [] };
const people = { Samira: samira, Anke: anke, Noor: noor, Opa: grandfather };
type Name = keyof typeof people;
let server: Server;
let planted: { talk: string; tokens: Record<string, string> };
const stage = useStage(() => server.origin);
const page = `/leerlingen/${noor.id}/ontwikkeling`;
const phone = { viewport: { width: 360, height: 740 } };

beforeAll(async () => {
	const found = await plantFolder(async () => {
		await plantCast();
		for (const statement of [
			`insert into people.person (school_id, id, role, given_name, surname, language, interpreter)
			 values ('${deLinde}', '${grandfather.id}', 'guardian', 'Driss', 'El Idrissi', 'nl', false)`,
			`insert into people.guardianship (school_id, id, pupil_id, guardian_id, household_id, position, relation, authority,
			 informed, starts_on) values ('${deLinde}', '${newId()}', '${noor.id}', '${grandfather.id}', '${samirasHome}', 3,
			 'other', 'no', true, '2026-08-31')`,
			`update people.pupil set say = 2 where id = '${noor.id}'`
		])
			await pool().query(statement);
		const talk = value(
			await plan(as(anke), {
				...{ kind: 'progress', pupil: noor.id, people: [samira.id, noor.id], pupilInvited: true, minutes: 30 },
				...{ startsAt: new Date('2026-09-28T13:00:00Z'), place: { kind: 'school' } }
			})
		);
		const seen = {
			domain: 'talents',
			audience: 'circle',
			voice: 'school',
			words: 'Bouwde een brug die het houdt'
		} as const;
		value(await developments.write(as(anke), noor.id, seen));
		const tokens: Record<string, string> = {};
		for (const [name, who] of Object.entries(people)) tokens[name] = await tokenFor(deLinde, who);
		return { talk, tokens };
	});
	planted = found.planted;
	server = await startServer('scripts/start.ts', { DATA_DIR: found.folder });
	return found.remove;
});
afterAll(() => server?.stop());

async function enter(name: Name, options: Parameters<typeof stage.enter>[1] = phone): Promise<Page> {
	const entered = await stage.enter(name, options);
	await entered.context().addCookies([{ name: cookieName, value: planted.tokens[name]!, url: server.origin }]);
	return entered;
}
const file = (name: string, mimeType: string, bytes: Uint8Array) => ({ name, mimeType, buffer: Buffer.from(bytes) });

test('a photo from home stands beside what school saw: on the page, at the table, and before the child', async () => {
	const samiras = await enter('Samira');
	await goTo(samiras, page, 'De ontwikkeling van Noor');
	await follow(samiras, 'Schrijf op wat je ziet');
	await arriveAt(samiras, 'Wat zag je bij Noor?');
	await samiras.getByLabel('Wat zag je?', { exact: true }).fill('Maakte een stad van karton, met een tol');
	await samiras.getByRole('radio', { name: /Talenten/ }).check();

	// Something that is no photo is refused: all that was typed is still there.
	await samiras
		.getByLabel(/Of kies een bestand/)
		.setInputFiles(file('stad.jpg', 'image/jpeg', Buffer.from('MZ no photo')));
	await press(samiras, 'Bewaar');
	await see(
		samiras.getByRole('alert').or(samiras.getByText('Dit bestand kunnen wij niet lezen.')).first()
	).toBeVisible();
	await see(samiras.getByLabel('Wat zag je?', { exact: true })).toHaveValue('Maakte een stad van karton, met een tol');
	await see(samiras.getByRole('radio', { name: /Talenten/ })).toBeChecked();
	await arriveAt(samiras, 'Wat zag je bij Noor?');

	const taken = await photoWithPlace();
	expect(holds(taken, 'Telefoon')).toBe(true);
	await samiras.getByLabel(/Of kies een bestand/).setInputFiles([]);
	await samiras.getByLabel(/Maak een foto/).setInputFiles(file('IMG_0001.jpg', 'image/jpeg', taken));
	await samiras.getByLabel(/te zien of te horen/).fill('Huizen van karton langs een weg');
	await press(samiras, 'Bewaar');
	await reads(samiras, 'De notitie is bewaard.');
	await arriveAt(samiras, 'De ontwikkeling van Noor');
	const picture = samiras.getByRole('img', { name: 'Huizen van karton langs een weg' });
	const kept = await samiras.request.get((await picture.getAttribute('src'))!);
	expect(kept.headers()['x-content-type-options']).toBe('nosniff');
	for (const word of ['Telefoon', 'Exif', 'GPS']) expect(holds(await kept.body(), word)).toBe(false);

	await follow(samiras, /stad van karton/);
	await arriveAt(samiras, /Notitie over talenten/);
	await press(samiras, 'Neem mee');
	await reads(samiras, 'De notitie gaat mee naar het gesprek.');
	await arriveAt(samiras, /Notitie over talenten/);

	const ankes = await enter('Anke', { viewport: { width: 1280, height: 900 } });
	await goTo(ankes, page, 'De ontwikkeling van Noor');
	const talents = ankes.getByRole('region', { name: 'Talenten en wat je leuk vindt' });
	await see(talents.getByText('Bouwde een brug die het houdt').first()).toBeVisible();
	await see(talents.getByRole('img', { name: 'Huizen van karton langs een weg' })).toBeVisible();
	await goTo(ankes, `/gesprekken/${planted.talk}/tafel`, /Aan tafel/);
	await see(ankes.getByRole('heading', { name: 'Meegebracht om te laten zien' })).toBeVisible();
	await see(ankes.getByRole('img', { name: 'Huizen van karton langs een weg' })).toBeVisible();

	const noors = await enter('Noor');
	await goTo(noors, page, 'Wat jij leert en kunt');
	await see(noors.getByRole('img', { name: 'Huizen van karton langs een weg' })).toBeVisible();
	await follow(noors, 'Laat iets zien');
	await arriveAt(noors, 'Wat wil je laten zien?');
	await noors.getByLabel('Wat is het?', { exact: true }).first().fill('Mijn lijst van tien boeken');
	await noors.getByRole('radio', { name: /Leren/ }).check();
	await press(noors, 'Laat zien');
	await reads(noors, 'Mijn lijst van tien boeken');

	const opas = await enter('Opa');
	const address = (await picture.getAttribute('src'))!;
	for (const path of [page, `${page}/nieuw`, address]) {
		expect([path, (await opas.request.get(path)).status()]).toEqual([path, 404]);
	}
});

test('out of reach nothing is lost; it goes when the connection is back', async () => {
	const samiras = await enter('Samira');
	await goTo(samiras, `${page}/nieuw`, 'Wat zag je bij Noor?');
	await samiras.getByLabel('Wat zag je?', { exact: true }).fill('Las het hele menu voor');
	await samiras.getByRole('radio', { name: /Leren/ }).check();
	await samiras.getByLabel(/Maak een foto/).setInputFiles(file('a.jpg', 'image/jpeg', await photoWithPlace()));
	await samiras.context().setOffline(true);
	await press(samiras, 'Bewaar');
	await reads(samiras, /Geen verbinding/);
	await see(samiras.getByLabel('Wat zag je?', { exact: true })).toHaveValue('Las het hele menu voor');
	await samiras.context().setOffline(false);
	await press(samiras, 'Bewaar');
	await reads(samiras, 'De notitie is bewaard.');
});

test('without a script, too: a paper is laid beside a note, taken back and put back', async () => {
	const samiras = await enter('Samira', { ...phone, javaScriptEnabled: false });
	await samiras.goto(`${page}/nieuw`);
	await samiras.getByLabel('Wat zag je?', { exact: true }).fill('Hield een spreekbeurt');
	await press(samiras, 'Bewaar');
	await reads(samiras, 'Kies waar het over gaat.');
	await samiras.getByRole('radio', { name: /Leren/ }).check();
	await samiras.getByLabel(/Of kies een bestand/).setInputFiles(file('blad.pdf', 'application/pdf', await paper()));
	await press(samiras, 'Bewaar');
	await reads(samiras, 'De notitie is bewaard.');
	const link = samiras.getByRole('link', { name: /Haal de PDF op/ });
	const kept = await samiras.request.get((await link.getAttribute('href'))!);
	expect(kept.headers()['content-disposition']).toContain('attachment');
	for (const word of ['Lindelaan', 'Telefoon']) expect(holds(await kept.body(), word)).toBe(false);

	await follow(samiras, /spreekbeurt/);
	await unfold(samiras, 'Neem terug');
	await press(samiras, 'Neem terug');
	await reads(samiras, 'De notitie is teruggenomen.');
	await press(samiras, /Zet terug/);
	await reads(samiras, 'De notitie staat er weer.');
	await reads(samiras, 'Hield een spreekbeurt');
});
