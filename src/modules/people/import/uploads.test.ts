import { expect, test, vi } from 'vitest';
import { change } from '#platform/db.server.ts';
import { no, ok } from '#platform/outcome.ts';
import { addMinutes } from '#platform/time.ts';
import { anke, as, autumn, deEik, deEiksOffice, deLinde, yvonne } from '#seeds/cast.ts';
import { edexml } from '#seeds/school-file.ts';
import { facts, useDatabase } from '#tests/database.ts';
import type { ImportId } from './import.ts';
import { move } from './upload.store.server.ts';
import * as uploads from './uploads.server.ts';

useDatabase();

const pupil = { key: 'pupil-noor', given: 'Noor', surname: 'Benali', born: '2017-03-14', group: 'Groep 5' };
const xml = (born = pupil.born) =>
	edexml({
		brin: '99ZZ',
		groups: [{ key: 'Groep 5', name: 'Groep 5', year: '5' }],
		pupils: [{ ...pupil, born }],
		staff: []
	});
const files = (text = xml()) => [{ name: 'edex.xml', bytes: new TextEncoder().encode(text) }];

async function uploaded(text?: string) {
	const id = await uploads.upload(as(yvonne), files(text));
	if (!id.ok) throw new Error(id.reason);
	return id.value;
}

test('files wait, are looked at, confirmed, and then only what came of it is kept', async () => {
	const id = await uploaded();
	expect(await facts()).toEqual([]);
	expect(await uploads.look(as(yvonne), id)).toMatchObject({ ok: true, value: { state: 'waiting' } });
	expect(await uploads.confirm(as(yvonne), id, false)).toMatchObject({ ok: true });
	await vi.waitFor(async () =>
		expect(await uploads.look(as(yvonne), id)).toMatchObject({ ok: true, value: { state: 'done' } })
	);
	expect(await facts()).toEqual(['roster.imported']);
	expect(await uploads.confirm(as(yvonne), id, false)).toMatchObject({ ok: true });
	expect(await facts()).toEqual(['roster.imported']);
});

test('what a killed process left behind is shown as such, and can be begun again', async () => {
	const id = await uploaded();
	await change(as(yvonne), async (db) => ok(await move(db, as(yvonne), id, 'waiting', 'running')));
	expect(await uploads.look(as(yvonne), id)).toMatchObject({ ok: true, value: { state: 'waiting', stopped: true } });
	expect(await facts()).toEqual([]);
	await Promise.all([uploads.confirm(as(yvonne), id, false), uploads.confirm(as(yvonne), id, false)]);
	await vi.waitFor(async () =>
		expect(await uploads.look(as(yvonne), id)).toMatchObject({ ok: true, value: { state: 'done' } })
	);
	expect(await facts()).toEqual(['roster.imported']);
});

test('rejected rows are skipped only when somebody says so', async () => {
	const id = await uploaded(xml('2017-02-30'));
	expect(await uploads.confirm(as(yvonne), id, false)).toEqual(no('rejected'));
	expect(await uploads.look(as(yvonne), id)).toMatchObject({ value: { state: 'waiting' } });
});

test('what cannot be read does not wait', async () => {
	expect(await uploads.upload(as(yvonne), files('<html/>'))).toMatchObject({ ok: false, reason: 'not-edex' });
});

test('a file of another school is refused before anybody can confirm it', async () => {
	const other = await uploads.upload(as(yvonne), files(xml().replace('99ZZ', '97AA')));
	expect(other).toMatchObject({ ok: false, reason: 'other-school', about: '97AA' });
});

test('after an hour the files are gone', async () => {
	const id = await uploaded();
	const later = as(yvonne, deLinde, addMinutes(autumn, 61));
	expect(await uploads.look(later, id)).toEqual(no('expired'));
	expect(await uploads.confirm(later, id, false)).toEqual(no('expired'));
	await uploads.upload(later, files());
	expect(await uploads.look(later, id)).toEqual(no('missing'));
});

test.each([
	['a teacher', as(anke)],
	['the office of another school', as(deEiksOffice, deEik)]
])('for %s there is no import', async (_who, ctx) => {
	const id: ImportId = await uploaded();
	expect(await uploads.look(ctx, id)).toEqual(no('missing'));
	expect(await uploads.confirm(ctx, id, true)).toEqual(no('missing'));
	expect(await facts()).toEqual([]);
});
