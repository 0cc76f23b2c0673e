import * as families from '#modules/people/families.server.ts';
import { memberOf, talkersOf, type Circle } from '#modules/people/circle.ts';
import { wholeCirclesIn } from '#modules/people/circles.server.ts';
import { namesIn } from '#modules/people/people.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, conflicts, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { BookingId, PersonId, RoundId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { writeTime } from '#modules/cycle/booking.input.ts';
import type { Booking } from '#modules/cycle/booking.ts';
import * as bookings from '#modules/cycle/booking.store.server.ts';
import { mayPlan } from '#modules/cycle/round.access.ts';
import { groupDayOf, isRunning, type Round } from '#modules/cycle/round.ts';
import * as rounds from '#modules/cycle/round.store.server.ts';
import type { FreeTime } from '#modules/cycle/times.ts';
import type { NewAbsence } from './absence.input.ts';
import type { Absence, AbsenceId } from './absence.ts';
import * as absences from './absence.store.server.ts';
import { freeFor, laidOut, peopleOf } from './free.server.ts';
import { replan, type Fallen } from './moves.ts';
import { maySayAway } from './proposal.access.ts';
import type { ProposalId } from './proposal.ts';
import * as store from './proposal.store.server.ts';

export type AbsenceReason = 'missing' | 'changed' | 'past' | 'taken';

/** One family of the difference: the time that falls out, and the one that would be proposed; none is left, they choose. */
export type Difference = {
	booking: Booking;
	callName: string;
	guardians: string[];
	time: (FreeTime & { teacherName: string }) | null;
};

/** What would fall out if this teacher could not be there, and the smallest re-plan. Nothing is written and nobody is asked. */
export function look(ctx: Ctx, input: NewAbsence) {
	return read(ctx, async (db) => {
		const span = spanOf(ctx, input);
		if (!(await canSayIn(db, ctx, span.teacher))) return no('missing');
		const difference = await differenceIn(db, ctx, span);
		return ok({ ...span, difference, seen: seenOf(difference) });
	});
}

/**
 * The teacher cannot be there: from now on nobody agrees on a time in it, and each family whose time falls out is asked. `seen`
 * is the difference that was on the screen; when it would be another by now, it is shown again first.
 */
export function propose(ctx: Ctx, input: NewAbsence, seen: string) {
	return change<AbsenceId, AbsenceReason, AbsenceReason>(
		ctx,
		async (db) => {
			const span = spanOf(ctx, input);
			if (!(await canSayIn(db, ctx, span.teacher))) return no('missing');
			if (span.endsAt <= ctx.now) return no('past');
			await store.lapseMoved(db, ctx);
			await absences.holdBlocks(db, ctx, [span.teacher], span);
			const difference = await differenceIn(db, ctx, span);
			if (seenOf(difference) !== seen) return no('changed');

			const id = newId<AbsenceId>();
			await absences.add(db, ctx, { id, ...span });
			recordFact(db, ctx, 'teacher.away', id, {});
			const times = difference.flatMap(({ time }) => time ?? []);
			for (const time of times) await absences.holdBlocks(db, ctx, [time.teacher], time);
			await store.lapse(
				db,
				ctx,
				difference.map(({ booking }) => booking.id)
			);
			for (const { booking, time } of difference) {
				const proposal = newId<ProposalId>();
				const { round, pupil, sequence } = booking;
				await store.add(db, ctx, {
					...{ id: proposal, round, pupil, sequence, time, booking: booking.id },
					...{ state: 'asked', madeAt: ctx.now }
				});
				recordFact(db, ctx, 'booking.falls-out', booking.id, { round, pupil, proposal });
			}
			if (times.length) await refuseTaken(db, ctx, times);
			return ok(id);
		},
		{ [conflicts.overlap]: 'changed', [conflicts.double]: 'changed' }
	);
}

/** The teacher can be there after all. Whose time has not been moved keeps it, and hears so. */
export function retract(ctx: Ctx, id: AbsenceId) {
	return change<undefined, AbsenceReason>(ctx, async (db) => {
		const absence = await absences.find(db, ctx, id);
		if (!absence || !maySayAway(ctx, absence.teacher)) return no('missing');
		await absences.remove(db, ctx, id);
		const still = new Set<BookingId>();
		for (const other of await absences.findAbsences(db, ctx, [absence.teacher])) {
			for (const booking of await absences.findFallen(db, ctx, other)) still.add(booking);
		}
		const stands = (await absences.findFallen(db, ctx, absence)).filter((booking) => !still.has(booking));
		const open = await store.findOpen(db, ctx, stands);
		await store.lapse(db, ctx, stands);
		recordFact(db, ctx, 'teacher.back', id, {});
		for (const { booking, round, pupil } of open) recordFact(db, ctx, 'booking.stands', booking, { round, pupil });
		return ok(undefined);
	});
}

/** When teachers cannot be there, and what the families whose time falls out have said: of oneself, or for the office of all. */
export function list(ctx: Ctx) {
	return read(ctx, async (db) => {
		if (ctx.person.role !== 'staff') return no('missing');
		const all = await absences.findAbsences(db, ctx, mayPlan(ctx) ? null : [ctx.person.id]);
		const waiting = all.length ? await store.findAsked(db, ctx) : [];
		const names = await namesIn(db, ctx, [...new Set(all.map(({ teacher }) => teacher))]);
		const shown = [];
		for (const absence of all) {
			const fallen = await absences.findFallen(db, ctx, absence);
			const asked = waiting.filter(({ booking }) => fallen.includes(booking)).length;
			shown.push({ ...absence, name: names.get(absence.teacher) ?? '', asked, waiting: fallen.length });
		}
		return ok({ absences: shown, teachers: mayPlan(ctx) ? await teachersIn(db, ctx) : [] });
	});
}

/** Of oneself; the office of who teaches here. */
async function canSayIn(db: Db, ctx: Ctx, teacher: PersonId) {
	if (!maySayAway(ctx, teacher)) return false;
	return teacher === ctx.person.id || (await teachersIn(db, ctx)).some(({ id }) => id === teacher);
}

/** For whom the office can say it: who teaches in a round that runs. */
async function teachersIn(db: Db, ctx: Ctx) {
	const teaching = [];
	for (const round of await rounds.findAll(db, ctx)) {
		if (!isRunning(round, ctx.now)) continue;
		teaching.push(...(await families.teachersOf(db, ctx, round.groups, groupDayOf(round, ctx.now))));
	}
	return [...new Map(teaching.map(({ teacher, name }) => [teacher, { id: teacher, name }])).values()];
}

async function differenceIn(db: Db, ctx: Ctx, span: Omit<Absence, 'id'>): Promise<Difference[]> {
	const ids = await absences.findFallen(db, ctx, span);
	const found = (await Promise.all(ids.map((id) => bookings.find(db, ctx, id)))).flatMap((one) => one ?? []);
	const circles = await wholeCirclesIn(db, ctx, [...new Set(found.map(({ pupil }) => pupil))]);
	const byRound = Map.groupBy(found, ({ round }) => round);
	const differences: Difference[] = [];
	for (const [id, talks] of byRound) {
		const round = await rounds.find(db, ctx, id);
		if (round) differences.push(...(await ofRound(db, ctx, round, talks, circles, span)));
	}
	return differences.sort((a, b) => a.booking.startsAt.getTime() - b.booking.startsAt.getTime());
}

async function ofRound(
	db: Db,
	ctx: Ctx,
	round: Round,
	talks: readonly Booking[],
	circles: ReadonlyMap<PersonId, Circle>,
	away: Omit<Absence, 'id'>
): Promise<Difference[]> {
	const table = await laidOut(db, ctx, round, [...circles.values()]);
	const occupied = [...table.occupied, { occupant: away.teacher, startsAt: away.startsAt, endsAt: away.endsAt }];
	const standing = await standingIn(db, ctx, round.id, talks);
	const fallen = talks.flatMap((booking): (Fallen<FreeTime> & { booking: Booking; circle: Circle })[] => {
		const circle = circles.get(booking.pupil);
		if (!circle) return [];
		const people = peopleOf(circle, booking);
		const free = freeFor(round, { ...table, occupied }, circle, booking, 'family', ctx.now);
		const siblings = standing.filter(({ guardian, pupil }) => people.includes(guardian) && pupil !== booking.pupil);
		return [
			{
				...{ id: booking.id, startsAt: booking.startsAt, endsAt: booking.endsAt },
				people,
				siblings,
				free,
				booking,
				circle
			}
		];
	});
	const placed = replan(fallen);
	return fallen.map(({ booking, circle }) => {
		const time = placed.get(booking.id) ?? null;
		const there = talkersOf(circle).filter(({ household }) => !booking.household || household === booking.household);
		return {
			...{ booking, callName: circle.callName, guardians: there.map(({ name }) => name) },
			time: time && { ...time, teacherName: memberOf(circle, time.teacher)?.name ?? '' }
		};
	});
}

async function standingIn(db: Db, ctx: Ctx, round: RoundId, falling: readonly Booking[]) {
	const booked = await bookings.findBooked(db, ctx, round);
	return booked.filter(({ id }) => !falling.some((one) => one.id === id));
}

/** A time that somebody took while we looked: the families are asked for another. */
async function refuseTaken(db: Db, ctx: Ctx, times: readonly FreeTime[]) {
	for (const time of times) {
		const taken = await absences.findFallen(db, ctx, time);
		if (taken.length) throw Object.assign(new Error('taken'), { code: conflicts.overlap });
	}
}

function seenOf(difference: readonly Difference[]) {
	return difference
		.map(({ booking, time }) => `${booking.id}.${booking.sequence} ${time ? writeTime(time) : '-'}`)
		.join(';');
}

function spanOf(ctx: Ctx, { teacher, startsAt, endsAt }: NewAbsence) {
	return { teacher: teacher ?? ctx.person.id, startsAt, endsAt };
}
