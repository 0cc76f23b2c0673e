import { circleIn } from '#modules/people/circles.server.ts';
import { readerOf, voiceOf, type Member } from '#modules/people/circle.ts';
import { childrenIn } from '#modules/people/people.server.ts';
import { nameOf } from '#modules/people/person.ts';
import { isStaff, type Ctx } from '#platform/ctx.ts';
import { read, type Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import { mayReadRecord, maySee } from './conversation.access.ts';
import type { Conversation } from './conversation.ts';
import type { Summary } from './summary.ts';
import * as store from './summary.store.server.ts';

/** My next talks, the first one first, with who prepared. */
export function upcomingOf(ctx: Ctx) {
	return read(ctx, (db) => upcomingIn(db, ctx));
}

export async function upcomingIn(db: Db, ctx: Ctx): Promise<Summary[]> {
	const mine = await heardOfIn(db, ctx);
	const rows = await store.findComing(db, ctx, ctx.person.id);
	return rows.filter(({ pupil }) => mine.has(pupil)).map((row) => asSummary(row, ctx));
}

/** For Today: my talks that still ask something of me. */
export function openOf(ctx: Ctx): Promise<Summary[]> {
	return read(ctx, async (db) => {
		const mine = await heardOfIn(db, ctx);
		const rows = await store.findOpen(db, ctx, ctx.person.id);
		return rows.filter(({ pupil }) => mine.has(pupil)).map((row) => asSummary(row, ctx));
	});
}

/** All talks about this child that the reader may know of. */
export function ofPupil(ctx: Ctx, pupil: PersonId) {
	return read(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		const reader = circle && readerOf(circle, ctx.person.id);
		if (!reader) return no('missing');
		const rows = await store.findOfPupils(db, ctx, [pupil]);
		return ok(rows.filter((row) => mayReadRecord(withPeople(row), reader)).map((row) => asSummary(row, ctx)));
	});
}

/** The talk that was booked as the next moment of this one, for who may see it. */
export async function bookedNextIn(
	db: Db,
	ctx: Ctx,
	{ pupil, nextOn }: Pick<Conversation, 'pupil' | 'nextOn'>,
	reader: Member
) {
	if (!nextOn) return undefined;
	const rows = await store.findOfPupils(db, ctx, [pupil]);
	const booked = rows.find(
		(row) =>
			row.state === 'planned' && row.startsAt && dayOf(row.startsAt) === nextOn && maySee(withPeople(row), reader)
	);
	return booked?.startsAt ? { id: booked.id, startsAt: booked.startsAt } : undefined;
}

/** Every talk I come or came to, about children in whose circle I am today; for staff also what was asked about them. */
export function allOf(ctx: Ctx): Promise<Summary[]> {
	return read(ctx, async (db) => {
		const mine = await heardOfIn(db, ctx);
		const rows = await store.findOfPerson(db, ctx, ctx.person.id);
		const asked = isStaff(ctx) ? await store.findAsked(db, ctx, [...mine]) : [];
		return [...asked, ...rows].filter(({ pupil }) => mine.has(pupil)).map((row) => asSummary(row, ctx));
	});
}

/** What guardians and pupils asked for, and no moment was given to yet: for Today of who can give it one. */
export function askedOf(ctx: Ctx): Promise<Summary[]> {
	return read(ctx, async (db) => {
		if (!isStaff(ctx)) return [];
		const mine = await heardOfIn(db, ctx);
		return (await store.findAsked(db, ctx, [...mine])).map((row) => asSummary(row, ctx));
	});
}

/** The children of whose talks the reader may hear. */
async function heardOfIn(db: Db, ctx: Ctx) {
	const children = await childrenIn(db, ctx);
	return new Set(children.filter(({ outsideTalks }) => !outsideTalks).map(({ id }) => id));
}

function withPeople(row: store.SummaryRow) {
	return { ...row, people: row.seats.map(({ person }) => person) };
}

function asSummary({ seats, chair, requestedBy: _, ...row }: store.SummaryRow, ctx: Ctx): Summary {
	return {
		...row,
		isReader: row.pupil === ctx.person.id,
		people: seats.map((seat) => ({
			person: seat.person,
			voice: voiceOf(seat),
			name: nameOf(seat),
			prepared: seat.prepared,
			chair: seat.person === chair
		}))
	};
}
