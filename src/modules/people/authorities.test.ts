import { expect, test } from 'vitest';
import { accountOf, admitIn } from '#platform/accounts.server.ts';
import { change } from '#platform/db.server.ts';
import { no, ok } from '#platform/outcome.ts';
import * as sessions from '#platform/sessions.server.ts';
import type { Day } from '#platform/time.ts';
import * as cast from '#seeds/cast.ts';
import { facts, useDatabase } from '#tests/database.ts';
import * as authorities from './authorities.server.ts';
import type { Check, Forbidding } from './authority.input.ts';
import { saveAuthority } from './authority.store.server.ts';
import * as circles from './circles.server.ts';
import * as pupils from './pupils.server.ts';
import * as restrictions from './restrictions.server.ts';

useDatabase();

const { anke, as, carla, deEik, deEiksOffice, deLinde, joris, noor, samira, sem, stranger, youssef, yvonne } = cast;
const day = (text: string) => text as Day;
const seen = { proof: 'register', proofOn: day('2026-09-18') } as const;
const check = (more: Partial<Check> = {}): Check => ({
	...{ guardian: youssef.id, authority: 'no', institution: null, ...seen, ...more }
});
const forbid = (more: Partial<Forbidding> = {}): Forbidding => ({
	...{ guardian: youssef.id, kind: 'information', from: day('2026-09-22'), until: null, ...seen, ...more }
});
const sees = async (who: typeof samira, child = noor) => (await circles.get(as(who), child.id)).ok;

/** Nobody knows whether Youssef has authority over Noor. */
function forgetAuthority() {
	const about = { pupil: noor.id, guardian: youssef.id, institution: null, checkedOn: day('2026-09-01') };
	return change(as(yvonne), async (db) => ok(await saveAuthority(db, as(yvonne), { ...about, authority: 'unknown' })));
}
async function fileOf(guardian = youssef, ctx = as(yvonne)) {
	const page = await authorities.get(ctx, noor.id);
	if (!page.ok) throw new Error(page.reason);
	return page.value.homes.flatMap(({ guardians }) => guardians).find((one) => one.guardian === guardian.id)!;
}

test.each([
	['a teacher', as(anke)],
	['a support coordinator', as(carla)],
	['a parent', as(samira)],
	['the office of another school', as(deEiksOffice, deEik)]
])('for %s there is no authority to keep', async (_who, ctx) => {
	expect(await authorities.get(ctx, noor.id)).toEqual(no('missing'));
	expect(await authorities.checkAuthority(ctx, noor.id, check())).toEqual(no('missing'));
	expect(await restrictions.restrict(ctx, noor.id, forbid())).toEqual(no('missing'));
	expect(await sees(youssef)).toBe(true);
	expect(await facts()).toEqual([]);
});

test('unknown stands first, each child has its homes, and what was checked is asked for no more', async () => {
	await forgetAuthority();
	const before = await authorities.list(as(joris));
	expect(before.ok && before.value.unknown).toMatchObject([{ id: noor.id, guardian: 'Youssef Benali' }]);
	expect(before.ok && before.value.groups.map(({ group, children }) => [group, children.length])).toEqual([
		['Groep 3', 2],
		['Groep 5', 3],
		['Groep 8', 1]
	]);
	const page = await authorities.get(as(yvonne), noor.id);
	expect(page.ok && page.value.homes.map(({ guardians }) => guardians.map(({ name }) => name))).toEqual([
		['Samira El Idrissi'],
		['Youssef Benali']
	]);
	expect(await fileOf()).toMatchObject({ footing: 'unknown' });
	expect(await authorities.checkAuthority(as(yvonne), noor.id, check({ authority: 'yes' }))).toEqual(ok(undefined));
	expect(await authorities.list(as(yvonne))).toMatchObject({ value: { unknown: [] } });
	const known = { authority: 'yes', footing: 'with', checkedOn: '2026-09-18', checkedByName: 'Yvonne' };
	expect(await fileOf()).toMatchObject(known);
	expect(await facts()).toEqual(['authority.checked']);
});

test('a guardianship names the institution, and is what it is from the next click', async () => {
	const institution = 'Jeugdbescherming Midden';
	await authorities.checkAuthority(as(yvonne), noor.id, check({ authority: 'guardianship', institution }));
	expect(await fileOf()).toMatchObject({ authority: 'guardianship', institution, footing: 'with' });
	await authorities.checkAuthority(as(yvonne), noor.id, check());
	expect(await sees(youssef)).toBe(false);
	expect(await sees(youssef, sem)).toBe(true);
	expect(await fileOf()).toMatchObject({ authority: 'no', institution: null, footing: 'without' });
});

test('each change is kept as it was, with proof, by whom and when', async () => {
	await authorities.checkAuthority(as(yvonne), noor.id, check({ authority: 'yes' }));
	const later = as(joris, deLinde, new Date('2026-09-23T08:00:00Z'));
	await restrictions.restrict(later, noor.id, forbid({ kind: 'talks', from: day('2026-09-23'), proof: 'court' }));
	const page = await authorities.get(later, noor.id);
	expect(page.ok && page.value.history).toMatchObject([
		{ what: 'restricted', restriction: 'talks', proof: 'court', byName: 'Joris', name: 'Youssef Benali' },
		{ what: 'authority', authority: 'yes', proof: 'register', proofOn: '2026-09-18', byName: 'Yvonne' }
	]);
});

test('what a judge forbids holds from its day until and with its last, and can be lifted', async () => {
	const until = day('2026-09-25');
	expect(await restrictions.restrict(as(yvonne), noor.id, forbid({ from: day('2026-09-24'), until }))).toEqual(
		ok(undefined)
	);
	const on = (date: string) => circles.get(as(youssef, deLinde, new Date(`2026-09-${date}T10:00:00Z`)), noor.id);
	expect((await Promise.all(['22', '24', '25', '26'].map(on))).map((found) => found.ok)).toEqual([
		true,
		false,
		false,
		true
	]);
	const again = forbid({ from: day('2026-09-25') });
	expect(await restrictions.restrict(as(yvonne), noor.id, again)).toEqual(no('barred-already'));

	const friday = as(yvonne, deLinde, new Date('2026-09-25T08:00:00Z'));
	const [restriction] = (await fileOf(youssef, friday)).restrictions;
	const lifting = {
		guardian: youssef.id,
		restriction: restriction!.id,
		proof: 'court',
		proofOn: day('2026-09-25')
	} as const;
	expect(await restrictions.lift(friday, noor.id, { ...lifting, guardian: samira.id })).toEqual(no('missing'));
	expect(await restrictions.lift(friday, noor.id, lifting)).toEqual(ok(undefined));
	expect((await on('25')).ok).toBe(true);
	expect(await facts()).toEqual(['guardian.restricted', 'guardian.restriction-lifted']);
});

test('what is not so is refused, and nothing is written', async () => {
	const tomorrow = day('2026-09-23');
	expect(await authorities.checkAuthority(as(yvonne), noor.id, check({ proofOn: tomorrow }))).toEqual(
		no('in-the-future')
	);
	expect(await restrictions.restrict(as(yvonne), noor.id, forbid({ proofOn: tomorrow }))).toEqual(no('in-the-future'));
	const backwards = forbid({ until: day('2026-09-21') });
	expect(await restrictions.restrict(as(yvonne), noor.id, backwards)).toEqual(no('ends-before'));
	expect(await authorities.checkAuthority(as(yvonne), noor.id, check({ guardian: stranger.id }))).toEqual(
		no('missing')
	);
	expect(await authorities.checkAuthority(as(yvonne), samira.id, check())).toEqual(no('missing'));
	expect(await facts()).toEqual([]);
});

test('a judge who keeps a guardian from the talks leaves the rest of the child to them', async () => {
	await restrictions.restrict(as(yvonne), noor.id, forbid({ kind: 'talks' }));
	const page = await pupils.get(as(youssef), noor.id);
	expect(page.ok && page.value.circle.members.find(({ person }) => person === youssef.id)).toMatchObject({
		outsideTalks: true
	});
});

test('who loses their last child here is signed out at once; with a child left, not', async () => {
	const email = 'youssef@example.org';
	const me = { school: deLinde, person: youssef.id };
	await change(as(yvonne), async (db) => ok(await admitIn(db, [{ ...me, email }])));
	const account = (await accountOf(me))!;
	const token = await sessions.begin(account, 'a phone', me);
	await authorities.checkAuthority(as(yvonne), noor.id, check());
	expect(await sessions.find(token)).toMatchObject({ as: me });
	await authorities.checkAuthority(as(yvonne), sem.id, check());
	// Red without endAsIn in sign-ins.server.ts.
	expect(await sessions.find(token)).toBeUndefined();
	// Without authority he can still sign in, to ask; barred by a judge he can't, and back again he can.
	expect(await accountOf(me)).toBe(account);
	for (const child of [noor, sem]) await restrictions.restrict(as(yvonne), child.id, forbid());
	expect(await accountOf(me)).toBeUndefined();
	await restrictions.lift(as(yvonne), sem.id, {
		...{ guardian: youssef.id, proof: 'court', proofOn: day('2026-09-22') },
		restriction: await restrictionOver(sem)
	});
	expect(await accountOf(me)).toBe(account);
});

async function restrictionOver(child: typeof sem) {
	const page = await authorities.get(as(yvonne), child.id);
	return page.ok
		? page.value.homes.flatMap(({ guardians }) => guardians.flatMap((one) => one.restrictions))[0]!.id
		: '';
}
