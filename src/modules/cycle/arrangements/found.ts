import { memberOf, readerOf, type Circle } from '#modules/people/circle.ts';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import { mayPart, maySee, seatsOf } from './arrangement.access.ts';
import type { Arrangement } from './arrangement.ts';

/** The arrangements this reader finds: a home its own, or else the one together; school and the child all. */
export function foundBy<A extends Arrangement>(all: readonly A[], circle: Circle, person: PersonId): A[] {
	const reader = readerOf(circle, person);
	const seen = reader ? all.filter((one) => maySee(one, reader)) : [];
	if (reader?.role !== 'guardian') return seen.filter(({ state }) => state !== 'withdrawn');
	const own = seen.filter(({ home, state }) => home !== null && state !== 'withdrawn');
	return own.length ? own : seen.filter(({ home, state }) => home === null && state !== 'withdrawn');
}

/** What this reader can begin with: something for all together, or for their own home. */
export function maybe(all: readonly Arrangement[], circle: Circle, reader: PersonId, apart: readonly HouseholdId[]) {
	const member = memberOf(circle, reader);
	const draft = { home: null, state: 'nothing', steps: [], offered: null } as unknown as Arrangement;
	const side = seatsOf(draft, circle, reader, apart).includes('side');
	const stands = foundBy(all, circle, reader).length > 0;
	return {
		propose: side && !stands,
		part: side && !!member && mayPart(circle, member) && !apart.includes(member.household!)
	};
}
