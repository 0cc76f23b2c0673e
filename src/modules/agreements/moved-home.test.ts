import { expect, test } from 'vitest';
import * as homes from '#modules/people/homes.server.ts';
import type { Day } from '#platform/time.ts';
import { anke, as, noor, samira, samirasHome, youssef, yvonne } from '#seeds/cast.ts';
import { useDatabase } from '#tests/database.ts';
import { accept, propose } from './handshakes.server.ts';

useDatabase();

test('what was agreed with a home stays with that home when it splits', async () => {
	await homes.moveHome(as(yvonne), noor.id, { guardian: youssef.id, to: samirasHome });
	const wording = {
		what: 'lezen voor',
		why: 'Noor meer woorden kent',
		rhythm: 'elke avond',
		by: null,
		how: '',
		helpers: ''
	};
	const proposed = await propose(as(anke), {
		...{ pupil: noor.id, kind: 'do', owner: { household: samirasHome }, audience: 'circle', wording },
		evaluateOn: '2026-12-03' as Day
	});
	if (!proposed.ok) throw new Error(proposed.reason);
	await homes.moveHome(as(yvonne), noor.id, { guardian: youssef.id, to: 'new' });
	const seen = { seen: proposed.value.version };
	expect(await accept(as(youssef), proposed.value.id, seen)).toMatchObject({ ok: false });
	expect(await accept(as(samira), proposed.value.id, seen)).toMatchObject({ ok: true });
});
