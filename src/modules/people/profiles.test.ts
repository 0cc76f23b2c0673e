import { expect, test } from 'vitest';
import { accountOf, admitIn } from '#platform/accounts.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change } from '#platform/db.server.ts';
import type { SchoolId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import * as cast from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { asOwner, facts, useDatabase } from '#tests/database.ts';
import { nothingSaid } from './profile.ts';
import * as profiles from './profiles.server.ts';

useDatabase();

const { anke, as, bram, carla, deEik, deLinde, huda, joris, milansMother, noor, samira, therapist, youssef, yvonne } =
	cast;

const signsInAs = (person: Ctx['person'], email: string, school: SchoolId = deLinde) =>
	change({ school }, async (db) => ok(await admitIn(db, [{ school, person: person.id, email }])));

const accountFor = async ({ id }: Ctx['person']) => (await accountOf({ school: deLinde, person: id }))!;

test('a guardian says a wish, piece by piece, and takes it back', async () => {
	await signsInAs(samira, 'samira@example.org');
	value(await profiles.keep(as(samira), { channel: 'phone' }));
	value(await profiles.keep(as(samira), { reads: ['ar', 'nl'] }));
	const said = { ...nothingSaid, channel: 'phone', reads: ['ar', 'nl'] };
	expect(value(await profiles.get(as(samira))).profile).toEqual(said);
	value(await profiles.withdraw(as(samira), 'channel'));
	expect(value(await profiles.get(as(samira))).profile).toEqual({ ...said, channel: '' });
});

test('how the pages are is for who wished so, and for nobody else', async () => {
	for (const [who, email] of [
		[samira, 'samira@example.org'],
		[youssef, 'youssef@example.org']
	] as const) {
		await signsInAs(who, email);
	}
	value(await profiles.keep(as(samira), { pictures: true }));
	const [hers, his] = [await accountFor(samira), await accountFor(youssef)];
	expect(await profiles.forPages(as(samira), hers)).toEqual({ aloud: false, drawn: true });
	expect(await profiles.forPages(as(youssef), his)).toEqual({ aloud: false, drawn: false });
	// A teacher who is a parent too, by the same account: at her desk she is school.
	expect(await profiles.forPages(as(anke), hers)).toEqual({ aloud: false, drawn: false });
});

test('it is nobody’s news: no fact says who wished something', async () => {
	await signsInAs(samira, 'samira@example.org');
	value(await profiles.keep(as(samira), { readAloud: true }));
	value(await profiles.withdraw(as(samira), 'readAloud'));
	expect(await facts()).toEqual([]);
});

test('only a guardian has wishes, and only their own', async () => {
	for (const who of [anke, noor, therapist]) {
		expect(await profiles.get(as(who))).toEqual(no('missing'));
		expect(await profiles.keep(as(who), { pictures: true })).toEqual(no('missing'));
		expect(await profiles.withdraw(as(who), 'pictures')).toEqual(no('missing'));
		expect(await profiles.confirm(as(who), 'speaks')).toEqual(no('missing'));
	}
});

/** Guards `mayReadWishes`: wishes would be read by whoever is in the circle. */
test('staff of the child’s circle reads it; the other home, the child, and staff outside the circle do not', async () => {
	await signsInAs(samira, 'samira@example.org');
	value(await profiles.keep(as(samira), { interpreter: 'ary' }));
	const readers = { anke, carla, bram, joris, yvonne, samira, youssef, noor, therapist };
	const seen = await Promise.all(
		Object.entries(readers).map(async ([name, who]) => {
			const family = await profiles.ofFamily(as(who), noor.id);
			return family.some(({ profile }) => profile.interpreter === 'ary') ? [name] : [];
		})
	);
	expect(seen.flat()).toEqual(['anke', 'carla']);
	expect(await profiles.ofFamily(as(cast.mentor, deEik), noor.id)).toEqual([]);
});

test('it follows who signs in: one account, two schools, one profile', async () => {
	await signsInAs(samira, 'samira@example.org');
	await signsInAs(milansMother, 'samira@example.org', deEik);
	value(await profiles.keep(as(samira), { channel: 'paper', reads: ['ar'] }));
	const there = await profiles.ofFamily(as(cast.mentor, deEik), cast.milan.id);
	expect(there[0]?.profile).toEqual({ ...nothingSaid, channel: 'paper', reads: ['ar'] });
});

test('a guess is a question until it is answered; then it is a wish, or forgotten', async () => {
	await asOwner(`update people.person set home_language = 'ar', interpreter = true where id = '${huda.id}'`);
	await signsInAs(huda, 'huda@example.org');
	expect(value(await profiles.get(as(huda))).guesses.map(({ piece }) => piece)).toEqual(['speaks', 'interpreter']);
	expect((await profiles.ofFamily(as(anke), cast.adam.id))[0]).toMatchObject({
		profile: nothingSaid,
		guesses: [{ piece: 'speaks' }, { piece: 'interpreter' }]
	});
	value(await profiles.confirm(as(huda), 'speaks'));
	value(await profiles.deny(as(huda), 'interpreter'));
	expect(value(await profiles.get(as(huda)))).toMatchObject({
		profile: { ...nothingSaid, speaks: ['ar'] },
		guesses: []
	});
	value(await profiles.withdraw(as(huda), 'speaks'));
	expect(value(await profiles.get(as(huda)))).toMatchObject({ profile: nothingSaid, guesses: [] });
});

test('an account that goes takes its wishes along', async () => {
	await signsInAs(samira, 'samira@example.org');
	value(await profiles.keep(as(samira), { pictures: true }));
	const account = await accountOf({ school: deLinde, person: samira.id });
	await asOwner(`delete from platform.membership where account_id = '${account}'`);
	await asOwner(`delete from platform.account where id = '${account}'`);
	expect(await asOwner('select 1 from people.profile')).toEqual([]);
});
