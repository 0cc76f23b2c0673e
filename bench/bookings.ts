import { pathToFileURL } from 'node:url';
import * as bookings from '#modules/cycle/bookings.server.ts';
import type { Choice } from '#modules/cycle/booking.input.ts';
import { open, plan } from '#modules/cycle/rounds.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { closeDatabase, openDatabase } from '#platform/db.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { addMinutes } from '#platform/time.ts';
import { as, yvonne } from '#seeds/cast.ts';
import { plantClasses } from '#seeds/classes.ts';
import { plantCast } from '#seeds/families.ts';
import { offered, september, startRound, time, value } from '#seeds/start-round.ts';
import { copyTemplate, prepareTemplate } from '#tests/harness/databases.ts';
import { startPostgres } from '#tests/harness/postgres.ts';

const classes = 60;
const size = 25;
const warmUp = 300;
const atOnce = 10;

export type Asked = { ctx: Ctx; choice: Choice };

/**
 * Confirmed bookings a second through the use case, 10 at a time, each a slot of its own, on a PostgreSQL with fsync of
 * our own. @throws when one of them is refused
 */
export async function measureBookings(): Promise<number> {
	const server = await startPostgres({ durable: true });
	try {
		const database = await copyTemplate(await prepareTemplate(server.url));
		await openDatabase({ kind: 'server', url: database.app, connections: atOnce });
		try {
			await plantCast();
			const { round, asked } = await plantAsked();
			await bookAll(round, asked.splice(0, warmUp));
			const count = asked.length;
			const started = performance.now();
			await bookAll(round, asked);
			return (count / (performance.now() - started)) * 1000;
		} finally {
			await closeDatabase();
		}
	} finally {
		await server.stop();
	}
}

/** An open round of many classes, and what each family in it will ask for: never the same time as another. */
export async function plantAsked(): Promise<{ round: RoundId; asked: Asked[] }> {
	const planted = await plantClasses(classes, size);
	const groups = planted.map(({ group }) => group);
	const round = value(await plan(as(yvonne), { ...startRound, groups })).id;
	const noon = september(24, '12:00');
	const asked: Asked[] = [];
	for (const [at, { teacher, families }] of planted.entries()) {
		const endsAt = addMinutes(noon, size * startRound.minutes);
		const block = await offered(as(teacher), round, {
			startsAt: noon,
			endsAt,
			location: `Lokaal ${at}`,
			places: ['school']
		});
		for (const [turn, { pupil, guardian }] of families.entries()) {
			const choice = { ...time(block, addMinutes(noon, turn * startRound.minutes)), pupil };
			asked.push({ ctx: as(guardian), choice });
		}
	}
	value(await open(as(yvonne), round));
	// One after another in a class is not how families come: turn by turn, every class at once.
	return { round, asked: asked.map((_, at) => asked[(at % classes) * size + Math.floor(at / classes)]!) };
}

async function bookAll(round: RoundId, asked: Asked[]) {
	const waiting = asked.toReversed();
	const worker = async () => {
		for (let one = waiting.pop(); one; one = waiting.pop()) {
			value(await bookings.book(one.ctx, round, one.choice));
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	console.log(`${Math.round(await measureBookings())} bookings a second`);
}
