import { expect, test } from 'vitest';
import { no, ok } from '#platform/outcome.ts';
import { anke, as, noor, samira, samirasHome, sem, youssef, yvonne } from '#seeds/cast.ts';
import { facts, useDatabase } from '#tests/database.ts';
import * as authorities from './authorities.server.ts';
import * as homes from './homes.server.ts';
import * as pupils from './pupils.server.ts';

useDatabase();

async function homesOf(child = noor) {
	const page = await authorities.get(as(yvonne), child.id);
	return page.ok ? page.value.homes.map(({ guardians }) => guardians.map(({ name }) => name.split(' ')[0])) : [];
}

test('a guardian moves in with the other, for all children who lived with them; and a home splits again', async () => {
	const move = { guardian: youssef.id, to: samirasHome };
	expect(await homes.moveHome(as(yvonne), noor.id, move)).toEqual(ok(undefined));
	expect(await homesOf()).toEqual([['Samira', 'Youssef']]);
	expect(await homesOf(sem)).toEqual([['Samira', 'Youssef']]);
	expect(await homes.moveHome(as(yvonne), noor.id, move)).toEqual(no('alone-already'));
	expect(await homes.moveHome(as(yvonne), noor.id, { ...move, to: 'new' })).toEqual(ok(undefined));
	expect(await homesOf()).toEqual([['Samira'], ['Youssef']]);
	expect(await homes.moveHome(as(yvonne), noor.id, { ...move, to: 'new' })).toEqual(no('alone-already'));
	expect(await facts()).toEqual(['guardian.moved', 'guardian.moved']);
	const page = await authorities.get(as(yvonne), sem.id);
	expect(page.ok && page.value.history.map(({ what }) => what)).toEqual(['moved', 'moved']);
});

test('nobody moves to a home that is not of this child', async () => {
	const elsewhere = { guardian: samira.id, to: '00000000-0000-4000-80f0-000000000099' as typeof samirasHome };
	expect(await homes.moveHome(as(yvonne), noor.id, elsewhere)).toEqual(no('missing'));
	expect(await homes.moveHome(as(anke), noor.id, { guardian: youssef.id, to: samirasHome })).toEqual(no('missing'));
	expect(await facts()).toEqual([]);
});

async function emailOfYoussef(reader: typeof samira) {
	const page = await pupils.get(as(reader), noor.id);
	const all = page.ok ? page.value.homes.flatMap(({ guardians }) => guardians) : [];
	return all.find(({ person }) => person === youssef.id)?.email;
}

test('a secret address is for the office, and for the teacher when she needs it; the rest of school does without', async () => {
	const mine = 'youssef@example.org';
	expect(await emailOfYoussef(anke)).toBe(mine);
	await homes.hideAddress(as(yvonne), noor.id, { guardian: youssef.id, secretFor: 'office' });
	expect([await emailOfYoussef(anke), await emailOfYoussef(youssef)]).toEqual([null, mine]);
	await homes.hideAddress(as(yvonne), sem.id, { guardian: youssef.id, secretFor: 'teachers' });
	expect([await emailOfYoussef(anke), await emailOfYoussef(samira)]).toEqual([mine, null]);
	await homes.hideAddress(as(yvonne), noor.id, { guardian: youssef.id, secretFor: null });
	const page = await authorities.get(as(yvonne), noor.id);
	expect(page.ok && page.value.history.map(({ what }) => what)).toEqual([
		'address-shown',
		'address-hidden',
		'address-hidden'
	]);
});
