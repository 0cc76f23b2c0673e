import { expect, test, afterAll, beforeAll } from 'vitest';
import { accept, propose } from '#modules/agreements/handshakes.server.ts';
import { cookieName } from '#platform/sessions.server.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, deLinde, noor, samira, samirasHome } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { value } from '#seeds/start-round.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { arriveAt, press, reads } from './page.ts';
import { plantFolder } from './planted.ts';
import { clockAt, mailTo } from './post.ts';

let server: Server;
let token: string;
const stage = useStage(() => server.origin);
const phone = { viewport: { width: 360, height: 740 } };

beforeAll(async () => {
	const { folder, planted, remove } = await plantFolder(plantStory);
	token = planted;
	server = await startServer('scripts/start.ts', { DATA_DIR: folder });
	return remove;
});
afterAll(() => server?.stop());

test('a parent taps in the mail how it went, without signing in, and prints the week for the fridge', async () => {
	const post = await stage.enter('the post');
	await clockAt(post, '2026-09-25T09:00');
	const mail = await mailTo(post, 'samira@example.org', /Hoe ging het\?/);
	const notYet = mail.links.find((link) => link.endsWith('antwoord=not'))!;

	const tap = await stage.enter('Samira, not signed in', { ...phone, javaScriptEnabled: false });
	await tap.goto(new URL(notYet).pathname + new URL(notYet).search);
	await reads(tap, /Lezen samen hardop/);
	expect(await tap.getByRole('main').innerText()).not.toMatch(/Noor|Samira/);
	await press(tap, 'Verstuur: Nog niet gelukt');
	await reads(tap, 'Dank je. Je vertelde: Nog niet gelukt.');
	await press(tap, 'Ja, laten we hem aanpassen');
	await reads(tap, /weet dat je de afspraak wilt aanpassen/);
	expect(await tap.context().cookies()).toEqual([]);

	const home = await stage.enter('Samira', phone);
	await home.context().addCookies([{ name: cookieName, value: token, url: server.origin }]);
	await home.goto('/afspraken');
	await reads(home, /Laatste bericht: Nog niet gelukt/);
	await home.goto(`/afspraken/week?leerling=${noor.id}`);
	await arriveAt(home, 'De week van Noor');
	const paper = (await home.pdf({ preferCSSPageSize: true })).toString('latin1');
	expect(paper.match(/\/Type ?\/Page\b/g)).toHaveLength(1);
});

async function plantStory() {
	await plantCast();
	const about = { pupil: noor.id, kind: 'do', owner: { household: samirasHome }, audience: 'circle' } as const;
	const wording = {
		...{ what: 'lezen samen hardop', why: 'Noor vlot leest', rhythm: '', by: null, how: '', helpers: '' },
		cadence: { days: [2, 4], times: 0, weeks: 1, part: 'evening' as const, at: null, minutes: 10, from: null },
		remind: 'weekly' as const
	};
	const made = value(await propose(as(anke), { ...about, wording, evaluateOn: '2026-12-03' as Day }));
	value(await accept(as(samira), made.id, { seen: 1 }));
	return tokenFor(deLinde, samira);
}
