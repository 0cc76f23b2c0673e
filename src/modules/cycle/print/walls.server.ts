import { namesIn } from '#modules/people/people.server.ts';
import { signatureIn } from '#modules/people/schools.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read } from '#platform/db.server.ts';
import type { PersonId, RoundId, SchoolId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import * as addresses from '#platform/secret-address.server.ts';
import { within } from '#platform/sign-in-limit.server.ts';
import { addDays, dayOf, momentOf, type Time } from '#platform/time.ts';
import * as bookings from '#modules/cycle/booking.store.server.ts';
import { mayPlan } from '#modules/cycle/round.access.ts';
import * as rounds from '#modules/cycle/round.store.server.ts';
import { wallOf, type WallLine } from './wall.ts';

/** Make an address for the screen in the hall, or another one: the screen with the old one goes blank. */
export function makeWall(ctx: Ctx, id: RoundId): Promise<Outcome<string, 'missing'>> {
	return change<string, 'missing'>(ctx, async (db) => {
		const round = mayPlan(ctx) ? await rounds.find(db, ctx, id) : undefined;
		return round ? ok(await addresses.makeAddressIn(db, ctx, 'wall', id)) : no('missing');
	});
}

export function stopWall(ctx: Ctx, id: RoundId): Promise<Outcome<undefined, 'missing'>> {
	return change<undefined, 'missing'>(ctx, async (db) =>
		mayPlan(ctx) && (await addresses.endAddressIn(db, ctx.school, 'wall', id)) ? ok(undefined) : no('missing')
	);
}

export type Wall = { school: string; now: Date; lines: WallLine[] };
/** Screens of one school come from one address, each once a minute. */
const mostByACode = 200;
const mostGuesses = 60;

/** What a screen in the hall shows now: teachers, rooms and times of today. No child and no family is on it. */
export async function open(code: string, from: string, now: Date): Promise<Outcome<Wall, 'missing' | 'too-many'>> {
	const found = await addresses.openAddress('wall', code);
	if (!found) return no((await within(mostGuesses, `wall guess ${from}`)) ? 'missing' : 'too-many');
	if (!(await within(mostByACode, `wall ${code}`))) return no('too-many');
	const ctx = houseCtx(found.school, now);
	return read(ctx, async (db): Promise<Outcome<Wall, 'missing'>> => {
		const round = await rounds.find(db, ctx, found.subject);
		if (!round || round.state === 'closed') return no('missing');
		const [from, to] = [dayOf(now), addDays(dayOf(now), 1)].map((day) => momentOf(day, '00:00' as Time));
		const times = (await bookings.findBooked(db, ctx, round.id)).filter(
			({ startsAt, place }) => startsAt >= from! && startsAt < to! && place === 'school'
		);
		const names = await namesIn(db, ctx, [...new Set(times.map(({ teacher }) => teacher))]);
		const shown = times.map(({ location, ...time }) => ({ ...time, location: location?.name ?? null }));
		const { name } = await signatureIn(db, ctx);
		return ok({ school: name, now, lines: wallOf(shown, names, now) });
	});
}

/** The house itself looks, for a screen and for nobody. */
function houseCtx(school: SchoolId, now: Date): Ctx {
	return { school, person: { id: '' as PersonId, role: 'staff', tasks: [] }, now, language: 'nl' };
}
