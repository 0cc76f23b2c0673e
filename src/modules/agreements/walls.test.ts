import { expect, test } from 'vitest';
import type { Day } from '#platform/time.ts';
import { value } from '#seeds/start-round.ts';
import { anke, as, deEik, deLinde, noor, samira, samirasHome } from '#seeds/cast.ts';
import { asOwner, forgetAs, refusedBy, useDatabase } from '#tests/database.ts';
import { putInCalendar } from './calendars.server.ts';
import { lookBackOn } from './evaluations.server.ts';
import { accept, propose } from './handshakes.server.ts';

useDatabase();

async function inCalendar() {
	const words = { what: 'lezen', why: 'het lezen vlot gaat', rhythm: 'elke avond', how: '', helpers: '' };
	const wording = { ...words, by: '2026-12-01' as Day };
	const about = { pupil: noor.id, kind: 'do', audience: 'circle', evaluateOn: '2026-12-03' as Day } as const;
	const { id } = value(await propose(as(anke), { ...about, owner: { household: samirasHome }, wording }));
	value(await accept(as(samira), id, { seen: 1 }));
	return value(await putInCalendar(as(samira), id, { inWords: false }));
}

const nowhere = `'00000000-0000-4000-8000-00000000dead'`;

/** What holds when the program is wrong: each line is seen red by taking that constraint out of its migration (0038, 0048). */
const walls: [string, string][] = [
	['wording_cadence', `update agreements.wording set cadence = '[2, 4]'`],
	['wording_remind', `update agreements.wording set remind = 'hourly'`],
	['calendar_pk', `insert into agreements.calendar select * from agreements.calendar`],
	['calendar_agreement', `update agreements.calendar set agreement_id = ${nowhere}`],
	['calendar_person', `update agreements.calendar set person_id = ${nowhere}`],
	['step_teller', `update agreements.step set told_by = ${nowhere}`]
];

test('the database itself refuses what cannot stand in an agreement', async () => {
	await inCalendar();
	expect(await refusedBy(walls)).toEqual(walls.map(([name]) => name));
});

// Each line of agreements.forget_pupil (0038) was seen red by leaving it out.
test('of a child who left all goes, its lines in calendars as well; of who is here, nothing', async () => {
	const id = await inCalendar();
	const later = as(anke, deLinde, new Date('2026-12-21T08:00:00Z'));
	value(await lookBackOn(later, [{ id, did: 'x', missed: '', closer: 'yes', wants: 'continue' }]));
	const about = { school: deLinde, pupil: noor.id };
	const forget = (entered = deLinde) => forgetAs(entered, 'agreements.forget_pupil', about);
	await expect(forget()).rejects.toThrow('has not left');
	await asOwner(`update people.enrolment set ends_on = '2026-09-01' where pupil_id = '${noor.id}'`);
	await expect(forget(deEik)).rejects.toThrow('another school');
	const left = (table: string) => asOwner(`select 1 from agreements.${table}`);
	const tables = ['calendar', 'look_back', 'step', 'wording', 'agreement'];
	for (const table of tables) expect([table, (await left(table)).length > 0]).toEqual([table, true]);
	await forget();
	for (const table of tables) expect([table, await left(table)]).toEqual([table, []]);
});
