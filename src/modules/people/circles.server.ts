import type { Ctx } from '#platform/ctx.ts';
import { isChanging, read, type Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { dayOf, type Day } from '#platform/time.ts';
import { onceFor } from '#platform/together.server.ts';
import { standingOf } from './authority.ts';
import { isInCircle } from './circle.access.ts';
import { memberOf, readerOf, type Circle, type Member } from './circle.ts';
import * as store from './circle.store.server.ts';
import { nameOf } from './person.ts';
import { onlyReads, sayOn } from './say.ts';

/** The child's circle for somebody who is in it; for all others it is missing. */
export function get(ctx: Ctx, pupil: PersonId) {
	return read(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		return circle ? ok(circle) : no('missing');
	});
}

/** The same inside a transaction of another room. Undefined: no such child here, or `ctx.person` is not in its circle. */
export async function circleIn(db: Db, ctx: Ctx, pupil: PersonId): Promise<Circle | undefined> {
	const circle = await wholeCircleIn(db, ctx, pupil);
	if (!circle || !readerOf(circle, ctx.person.id)) return undefined;
	if (isChanging(db) && onlyReads(circle, ctx.person.id)) return undefined;
	notePage(ctx, pupil);
	return circle;
}

/**
 * Is the reader a pupil that reads its own pages and does not answer for itself yet (say.ts)? What a page offers to do,
 * would not be there for it.
 */
export function onlyReading(ctx: Ctx): Promise<boolean> {
	const { id, role } = ctx.person;
	if (role !== 'pupil') return Promise.resolve(false);
	return read(ctx, async (db) => {
		const circle = await circleIn(db, ctx, id);
		return !circle || onlyReads(circle, id);
	});
}

/** A page of this child was opened for staff or a professional: the porch keeps who looked (handbook §16). */
export function notePage(ctx: Ctx, pupil: PersonId) {
	const { role } = ctx.person;
	if (role === 'staff' || role === 'professional') ctx.opened?.add(pupil);
}

/** The circle whoever asks: for the house's own work (who must hear this?), never for a page. */
export async function wholeCircleIn(db: Db, ctx: Ctx, pupil: PersonId): Promise<Circle | undefined> {
	return (await wholeCirclesIn(db, ctx, [pupil])).get(pupil);
}

/** The circles of several children at once, for lists. The same warning. */
export async function wholeCirclesIn(db: Db, ctx: Ctx, pupils: readonly PersonId[]): Promise<Map<PersonId, Circle>> {
	if (!pupils.length) return new Map();
	// What is saved on the word of a circle is saved before that circle changes, or finds it changed (tests/races).
	if (isChanging(db)) await store.holdCircles(db, ctx, pupils);
	// A page of several use cases asks for the same circle in each: once is enough.
	const found = onceFor(db, ctx, `circles ${pupils.join()}`, () => store.findCircles(db, ctx, pupils));
	const rows = Map.groupBy(await found, ({ pupil }) => pupil);
	return new Map(
		[...rows].flatMap(([pupil, tied]) =>
			isChild(tied[0]!) ? [[pupil, withVisitor(db, ctx, circleOf(tied[0], tied, dayOf(ctx.now)))] as const] : []
		)
	);
}

/** Leadership or office who said why they look in: where something is read, never where something changes. */
function withVisitor(db: Db, ctx: Ctx, circle: Circle): Circle {
	const visits = ctx.visits?.has(circle.pupil) && !isChanging(db) && !memberOf(circle, ctx.person.id);
	if (!visits) return circle;
	const { person, language } = ctx;
	return {
		...circle,
		visitor: { person: person.id, role: person.role, name: '', language, household: null, authority: null }
	};
}

function isChild(row: store.Row): row is store.Row<store.Child> {
	return row.role === 'pupil';
}

function circleOf(child: store.Row<store.Child>, rows: store.Row[], today: Day): Circle {
	return {
		pupil: child.id,
		callName: child.givenName,
		birthDate: child.birthDate,
		say: sayOn(child.say, child.birthDate, today),
		group: child.groupId && child.groupName ? { id: child.groupId, name: child.groupName } : null,
		members: uniqueByPerson(rows.filter(isMember).map(asMember))
	};
}

function isMember(row: store.Row) {
	if (row.role !== 'guardian') return true;
	return isInCircle(standingOf(row));
}

function asMember(row: store.Row): Member {
	const itself = isChild(row);
	return {
		person: row.id,
		role: row.role,
		name: itself ? row.givenName : nameOf(row),
		language: row.language,
		household: itself ? null : row.household,
		authority: itself ? null : row.authority,
		...(!itself && row.bars?.includes('talks') && { outsideTalks: true as const }),
		...(!itself && row.teaches && { teaches: true as const })
	};
}

function uniqueByPerson(members: Member[]) {
	return members.filter((member, at) => members.findIndex(({ person }) => person === member.person) === at);
}
