import type { PersonId, SchoolId } from '#platform/ids.ts';
import { measureFirstVisit, type FirstVisit } from './first-visit.ts';
import { atFixedRate, atFullSpeed, type Latencies } from './load.ts';
import { measureHttpBookings } from './http-bookings.ts';
import { onPostgres, type Opened } from './postgres.ts';
import { serveProduction } from './server.ts';
import { cookiesOf } from './sign-in.ts';
import { buildTown, type Town } from './town.ts';

const manySchools = 50;
const pupils = 200;
const rate = 100;
const seconds = 15;

export type Pages = {
	today: Latencies;
	todayInOneSchool: Latencies;
	group: Latencies;
	todayAtFullSpeed: number;
	visit: FirstVisit;
	bookingsPerSecondHttp: number;
};

/** Pages of the production build on a PostgreSQL with fsync, first with one school in it, then with fifty. */
export async function measurePages(say: (line: string) => void): Promise<Pages> {
	return onPostgres(async (database) => {
		const town = await buildTown(database.owner, 1, pupils);
		const todayInOneSchool = await withServer(database, town, ({ today }) => today());
		say(`one school: p50 ${todayInOneSchool.p50.toFixed(1)} ms; building ${manySchools - 1} more`);

		const more = await buildTown(database.owner, manySchools - 1, pupils, 1);
		const all: Town = { classes: [...town.classes, ...more.classes], free: [...town.free, ...more.free] };
		return await withServer(database, all, async (measure) => ({
			todayInOneSchool,
			today: await measure.today(),
			group: await measure.group(),
			todayAtFullSpeed: await measure.fullSpeed(),
			visit: await measure.visit(),
			bookingsPerSecondHttp: await measure.bookings()
		}));
	});
}

type Measures = {
	today: () => Promise<Latencies>;
	group: () => Promise<Latencies>;
	fullSpeed: () => Promise<number>;
	visit: () => Promise<FirstVisit>;
	bookings: () => Promise<number>;
};

async function withServer<T>(database: Opened, town: Town, work: (measure: Measures) => Promise<T>): Promise<T> {
	const families = spread(town.classes.flatMap((each) => each.families));
	const guardians = await cookiesOf(database.owner, families.map(asGuardian));
	const teachers = await cookiesOf(
		database.owner,
		spread(town.classes).map(({ school, teacher }) => ({ school, person: teacher }))
	);
	const { origin, stop } = await serveProduction(database.app);
	try {
		const timed = async (path: string, cookies: string[]) => {
			await atFixedRate(origin + path, cookies, rate, 5);
			return atFixedRate(origin + path, cookies, rate, seconds);
		};
		return await work({
			today: () => timed('/vandaag', guardians),
			group: () => timed('/leerlingen', teachers),
			fullSpeed: () => atFullSpeed(`${origin}/vandaag`, guardians, 10, seconds),
			visit: () => measureFirstVisit(`${origin}/vandaag`, guardians[1]!),
			bookings: () => measureHttpBookings(origin, database.owner, town)
		});
	} finally {
		await stop();
	}
}

function asGuardian({ school, guardian }: { school: SchoolId; guardian: PersonId }) {
	return { school, person: guardian };
}

/** At most two hundred of them, from all schools alike. */
function spread<T>(all: T[]): T[] {
	const step = Math.max(1, Math.floor(all.length / 200));
	return all.filter((_, at) => at % step === 0).slice(0, 200);
}
