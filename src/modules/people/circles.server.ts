import type { Ctx } from '#platform/ctx.ts';
import { read, type Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { isInCircle } from './circle.access.ts';
import { memberOf, type Circle, type Member } from './circle.ts';
import * as store from './circle.store.server.ts';
import { nameOf } from './person.ts';

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
	return circle && memberOf(circle, ctx.person.id) ? circle : undefined;
}

/** The circle whoever asks: for the house's own work (who must hear this?), never for a page. */
export async function wholeCircleIn(db: Db, ctx: Ctx, pupil: PersonId): Promise<Circle | undefined> {
	return (await wholeCirclesIn(db, ctx, [pupil])).get(pupil);
}

/** The circles of several children at once, in two queries, for lists. The same warning. */
export async function wholeCirclesIn(db: Db, ctx: Ctx, pupils: readonly PersonId[]): Promise<Map<PersonId, Circle>> {
	if (!pupils.length) return new Map();
	const children = await store.findPupils(db, ctx, pupils);
	const tied = (await store.findTied(db, ctx, pupils)).filter(
		(adult) => adult.role !== 'guardian' || guardianIsIn(adult)
	);
	return new Map(
		children.map((child) => [
			child.id,
			circleOf(
				child,
				tied.filter(({ pupil_id }) => pupil_id === child.id)
			)
		])
	);
}

type Child = Awaited<ReturnType<typeof store.findPupils>>[number];

function circleOf(child: Child, adults: store.Tied[]): Circle {
	const itself: Member = {
		person: child.id,
		role: 'pupil',
		name: child.callName,
		language: child.language,
		household: null,
		authority: null
	};
	return {
		pupil: child.id,
		callName: child.callName,
		birthDate: child.birthDate,
		ownAccess: child.ownAccess,
		group: child.groupId && child.groupName ? { id: child.groupId, name: child.groupName } : null,
		members: [itself, ...uniqueByPerson(adults.map(asMember))]
	};
}

function guardianIsIn({ authority, informed, invited }: store.Tied) {
	return isInCircle({ authority: authority ?? 'unknown', informed: informed ?? true, invited: invited ?? false });
}

function asMember(adult: store.Tied): Member {
	return {
		person: adult.id,
		role: adult.role,
		name: nameOf({ ...adult, givenName: adult.given_name }),
		language: adult.language,
		household: adult.household_id,
		authority: adult.authority
	};
}

function uniqueByPerson(members: Member[]) {
	return members.filter((member, at) => members.findIndex(({ person }) => person === member.person) === at);
}
