import * as callers from '#modules/people/callers.server.ts';
import { guardiansOf, householdsOf, type Circle } from '#modules/people/circle.ts';
import { wholeCircleIn } from '#modules/people/circles.server.ts';
import { now } from '#platform/clock.server.ts';
import { read } from '#platform/db.server.ts';
import { asId, type PersonId, type SchoolId } from '#platform/ids.ts';
import { drawnFor } from '#platform/trial-eyes.server.ts';
import { linesOf, type Sight } from './eyes.ts';

const seats = ['parent', 'otherHome', 'without', 'pupil', 'teacher', 'leadership', 'outside', 'stranger'] as const;
type Seat = (typeof seats)[number];
type Seen = Sight & { seat: Seat; person: PersonId | null; name: string | null };
type Aim = { school: SchoolId; pupil: PersonId; path: string };

/** Every page of a child that has one address, as the files have them. */
export const pages = Object.keys(import.meta.glob('/src/routes/*/leerlingen/**/+page.svelte'))
	.filter((file) => file.includes('/leerlingen/[id]/'))
	.map((file) => file.replace('/src/routes/(app)/leerlingen/[id]', '').replace(/\/?\+page\.svelte$/, ''))
	.filter((page) => !page.includes('['))
	.toSorted();

/** Which page of which child, from what an address says: a school and a pupil, and one of `pages`. */
export function aim(child: string | null, page: string | null): Aim | undefined {
	const [one, other] = child?.split(' ') ?? [];
	const [school, pupil] = [asId<SchoolId>(one), asId<PersonId>(other)];
	if (!school || !pupil || !pages.includes(page ?? '')) return undefined;
	return { school, pupil, path: `/leerlingen/${pupil}${page ?? ''}` };
}

/** The same page, drawn by the server for each of eight people. */
export async function seenByEight({ school, pupil, path }: Aim): Promise<Seen[]> {
	const people = await eightAround(school, pupil);
	return Promise.all(
		seats.map(async (seat): Promise<Seen> => {
			const { id, name } = people[seat] ?? { id: null, name: null };
			const drawn = id && (await drawnFor({ school, person: id }, path));
			const lines = drawn ? linesOf(drawn.html) : [];
			return { seat, person: id, name, found: drawn ? drawn.status === 200 : false, lines };
		})
	);
}

/** Who has these eyes at this child; a seat may stay empty. */
async function eightAround(school: SchoolId, pupil: PersonId) {
	const moment = now();
	const { personas } = await callers.all(school, moment);
	const nobody = { id: pupil, role: 'staff', tasks: [] } as const;
	const ctx = { school, person: nobody, now: moment, language: 'nl' } as const;
	const circle = await read(ctx, (db) => wholeCircleIn(db, ctx, pupil));
	const inCircle = new Set(circle?.members.map(({ person }) => person));
	const find = (test: (one: callers.Persona) => boolean) => personas.find(test);
	const parent = circle && guardiansOf(circle)[0]?.person;
	const callName = circle?.callName ?? '';
	const found: Record<Seat, { id: PersonId; name: string } | undefined> = {
		parent: find(({ id }) => id === parent),
		otherHome: find(({ id }) => id === otherHomeOf(circle)),
		without: find(({ id, role, children }) => role === 'guardian' && !inCircle.has(id) && children.includes(callName)),
		pupil: find(({ id }) => id === pupil),
		teacher: find(({ id, tasks }) => inCircle.has(id) && tasks.includes('teacher')),
		leadership: find(({ tasks }) => tasks.includes('leadership')),
		outside:
			find(({ id, role }) => inCircle.has(id) && role === 'professional') ??
			find(({ role }) => role === 'professional'),
		stranger: find(({ id, role, children }) => role === 'guardian' && !inCircle.has(id) && !children.includes(callName))
	};
	return found;
}

function otherHomeOf(circle: Circle | undefined) {
	return circle && householdsOf(circle)[1]?.guardians[0]?.person;
}
