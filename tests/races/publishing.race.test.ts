import { expect, test } from 'vitest';
import { midway } from '#modules/cycle/board/board.ts';
import { look } from '#modules/cycle/board/boards.server.ts';
import { lock, takeOut } from '#modules/cycle/board/moves.server.ts';
import { publish } from '#modules/cycle/board/publications.server.ts';
import { endOf, plan } from '#modules/cycle/board/runs.server.ts';
import { withdraw } from '#modules/cycle/offers.server.ts';
import { as, bram, noor, yvonne } from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { openWishesRound } from '#seeds/wishes-round.ts';
import { asOwner, useRealDatabase } from '#tests/database.ts';
import { talkKey } from '#modules/cycle/board/talk-key.ts';

useRealDatabase();

const office = as(yvonne);
const ofNoor = talkKey(noor.id, null, null);

async function planned() {
	const { round, bramsAfternoon } = await openWishesRound();
	await endOf(value(await plan(office, round, 0, midway, 0.2)));
	const { version, figures } = value(await look(office, round));
	return { round, version, asked: figures.asked, brams: bramsAfternoon };
}

const stands = async () => {
	const [counted] = await asOwner<{ bookings: number; talks: number; seats: number; drafts: number; facts: number }>(`
		select (select count(*)::int from cycle.booking) as bookings,
		       (select count(*)::int from conversations.conversation) as talks,
		       (select count(*)::int from conversations.participant) as seats,
		       (select count(*)::int from cycle.board_talk) as drafts,
		       (select count(*)::int from platform.fact where name = 'round.published') as facts`);
	return counted!;
};

// The held board, the state of the round and the seats each see to it: it stays green without the first two.
test('pressed twice at once, a plan is published once', async () => {
	const { round, version, asked } = await planned();
	const both = await Promise.all([publish(office, round, version), publish(office, round, version)]);
	expect(both.filter(({ ok }) => ok)).toHaveLength(1);
	expect(await stands()).toMatchObject({ bookings: asked, talks: asked, facts: 1, drafts: 0 });
});

// Red when publish writes in more than one transaction.
test('a connection that is cut in the middle of publishing leaves nothing, and it can be pressed again', async () => {
	const { round, version, asked } = await planned();
	const before = await stands();
	// The last of its statements waits for us: the rest has been written by then.
	await asOwner(`create function cycle.wait_here() returns trigger language plpgsql as
		$$ begin perform pg_sleep(30); return null; end $$`);
	await asOwner(
		`create trigger wait_here after insert on cycle.booking for each statement execute function cycle.wait_here()`
	);
	const cut = publish(office, round, version).then(
		() => 'went through',
		() => 'was cut'
	);
	const asleep = `select pid from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()`;
	await expect.poll(() => asOwner(asleep), { timeout: 10_000 }).toHaveLength(1);
	await asOwner(`select pg_terminate_backend(pid) from (${asleep}) as s`);
	expect(await cut).toBe('was cut');
	expect(await stands()).toEqual(before);
	await asOwner('drop trigger wait_here on cycle.booking');
	await asOwner('drop function cycle.wait_here()');
	value(await publish(office, round, version));
	expect(await stands()).toMatchObject({ bookings: asked, talks: asked });
});

// Red when publish does not hold the blocks before it looks at them.
test('a teacher who takes times back while the plan is published: one of both, and no talk without a block', async () => {
	const { round, version, brams, asked } = await planned();
	const [published, withdrawn] = await Promise.all([publish(office, round, version), withdraw(as(bram), round, brams)]);
	expect(published.ok).not.toBe(withdrawn.ok);
	expect((await stands()).bookings).toBe(published.ok ? asked : 0);
});

// Red when `holdIn` does not hold the board (findToChange without `for no key update`).
test('two office workers who change one board at once: one of both hears that something changed', async () => {
	const { round, version } = await planned();
	const both = await Promise.all([takeOut(office, round, version, ofNoor), lock(office, round, version, ofNoor)]);
	expect(both.filter(({ ok }) => ok)).toHaveLength(1);
	expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'changed' });
});

// Held by plan_run_once, and by a look at what runs; without the index it stays green.
test('two who press plan at once: one planning', async () => {
	const { round, version } = await planned();
	const both = await Promise.all([
		plan(office, round, version, midway, 0.2),
		plan(office, round, version, midway, 0.2)
	]);
	const begun = both.filter((one) => one.ok);
	expect(begun).toHaveLength(1);
	for (const run of begun) if (run.ok) await endOf(run.value);
});
