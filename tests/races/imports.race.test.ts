import { expect, test, vi } from 'vitest';
import { readFiles } from '#modules/people/import/file.input.ts';
import { importRoster } from '#modules/people/import/imports.server.ts';
import { move } from '#modules/people/import/upload.store.server.ts';
import * as uploads from '#modules/people/import/uploads.server.ts';
import { change } from '#platform/db.server.ts';
import { ok } from '#platform/outcome.ts';
import { addMinutes } from '#platform/time.ts';
import { as, autumn, deLinde, joris, yvonne } from '#seeds/cast.ts';
import { edexml } from '#seeds/school-file.ts';
import { facts, useRealDatabase } from '#tests/database.ts';

/**
 * Guards `.forUpdate()` in `lockSchool` of src/modules/people/import/import.store.server.ts. Without it both add the
 * same pupils, and the second stumbles over their keys.
 */
useRealDatabase();

const groups = [{ key: 'Groep 5', name: 'Groep 5', year: '5' }];
const filesOf = (round: number) => {
	const pupils = Array.from({ length: 20 }, (_, at) => ({
		...{ key: `${round}-${at}`, given: 'Lena', surname: `Kok ${at}`, born: '2017-03-14', group: 'Groep 5' }
	}));
	return [{ name: 'e.xml', bytes: new TextEncoder().encode(edexml({ brin: '99ZZ', groups, pupils, staff: [] })) }];
};
const office = [as(yvonne), as(joris)];

test('of two imports at the same moment the second waits, and then sees nothing to change', async () => {
	for (let round = 0; round < 5; round++) {
		const roster = readFiles(filesOf(round));
		if (!roster.ok) throw new Error(roster.reason);
		const done = await Promise.all(office.map((ctx) => importRoster(ctx, roster.value, false)));
		const added = done.map((one) => one.ok && one.value.pupils.add.length);
		expect(added.toSorted()).toEqual([0, 20]);
	}
	expect(await facts()).toHaveLength(5);
});

test('what another process is reading in is left alone; when that took too long, two who begin again read it in once', async () => {
	const id = await uploads.upload(as(yvonne), filesOf(0));
	if (!id.ok) throw new Error(id.reason);
	await change(as(yvonne), async (db) => ok(await move(db, as(yvonne), id.value, 'waiting', 'running')));
	expect(await uploads.look(as(yvonne), id.value)).toMatchObject({ value: { state: 'running' } });
	const later = [yvonne, joris].map((who) => as(who, deLinde, addMinutes(autumn, 6)));
	expect(await uploads.look(later[0]!, id.value)).toMatchObject({ value: { state: 'waiting', stopped: true } });
	await Promise.all(later.map((ctx) => uploads.confirm(ctx, id.value, false)));
	await vi.waitFor(async () =>
		expect(await uploads.look(later[0]!, id.value)).toMatchObject({ value: { state: 'done' } })
	);
	expect(await facts()).toEqual(['roster.imported']);
});
