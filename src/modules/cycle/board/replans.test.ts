import { expect, test } from 'vitest';
import * as rounds from '#modules/cycle/round.store.server.ts';
import { read } from '#platform/db.server.ts';
import { anke, as, yvonne } from '#seeds/cast.ts';
import { afternoon, value } from '#seeds/start-round.ts';
import { openWishesRound } from '#seeds/wishes-round.ts';
import { useDatabase } from '#tests/database.ts';
import { midway } from './board.ts';
import { look } from './boards.server.ts';
import { publish } from './publications.server.ts';
import { againIn, replanFor, type Held } from './replans.server.ts';
import { endOf, plan } from './runs.server.ts';

useDatabase();

const office = as(yvonne);

async function again(held: Partial<Held>) {
	const { round } = await openWishesRound();
	await endOf(value(await plan(office, round, 0, midway, 0.2)));
	value(await publish(office, round, value(await look(office, round)).version));
	return read(office, async (db) => {
		const found = (await rounds.find(db, office, round))!;
		return againIn(db, office, found, { confirmed: new Set(), held: new Set(), away: [], ...held });
	});
}

test('a published plan in which nothing became impossible stays as it is', async () => {
	expect((await replanFor(await again({}), 0.2)).changes).toEqual([]);
});

test('a teacher is ill for an afternoon: her talks move to her evening, and nobody else’s', async () => {
	const away = [{ occupant: anke.id, startsAt: afternoon.startsAt, endsAt: afternoon.endsAt }];
	const published = await again({ away });
	const hers = published.standing.filter(({ teacher, startsAt }) => teacher === anke.id && startsAt < afternoon.endsAt);
	const { changes, unmet } = await replanFor(published, 0.3);
	expect(unmet).toEqual([]);
	expect(changes.map(({ request }) => request).sort()).toEqual(hers.map(({ talk }) => talk).sort());
	expect(changes.every(({ kind }) => kind === 'moved')).toBe(true);
});
