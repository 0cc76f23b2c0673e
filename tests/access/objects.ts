import type { HouseholdId } from '#platform/ids.ts';
import * as cast from '#seeds/cast.ts';
import { rowsAsOwner } from '#tests/harness/databases.ts';
import { furnish, furnishFor, noorsFamily, type Family, type Furnished } from './furnished.ts';
import { children, type ChildName } from './personas.ts';

export type Things = Furnished;

/** The things of each child, and how a door about Noor becomes the same door about another. */
export type Objects = {
	ids: Things;
	/** Every id that is Noor's, and what stands in its place; empty for Noor herself. */
	instead: Map<string, string>;
	/** Ids that only belong to this child: on a page of somebody outside its circle they are a leak. */
	marks: string[];
	/** What tells, in the answer to a call, that it is about this child. */
	signs: string[];
	family: Family;
};

/** The schools, furnished: of each child one of everything. */
export async function furnishAll(owner: string): Promise<Record<ChildName, Objects>> {
	const families = await familiesOf(owner);
	const noors = await furnish();
	const found = {} as Record<ChildName, Objects>;
	for (const child of children) {
		const family = families[child];
		const own: Partial<Things> = child === 'noor' ? noors : await furnishFor(family);
		const instead = new Map(child === 'noor' ? [] : pairs(noors, own, family));
		const { booking, requested, talk, recorded, proposed, agreed } = own;
		const marks = [family.pupil.id, booking, requested, talk, recorded, proposed, agreed] as string[];
		const signs = [...marks, own.round, own.errand, family.guardian.id].filter((id) => id !== undefined);
		found[child] = { ids: { ...noors, ...own }, instead, marks, signs, family };
	}
	return found;
}

function pairs(noors: Things, own: Partial<Things>, family: Family): [string, string][] {
	const { pupil, guardian, home, group, teacher, office, offers, school } = family;
	const things = Object.entries(own).map(([key, id]): [string, string] => [noors[key as keyof Things], id]);
	return [
		...things,
		[cast.noor.id, pupil.id],
		[cast.samira.id, guardian.id],
		[cast.samirasHome, home],
		[cast.group5, group],
		[cast.anke.id, teacher.id],
		[cast.yvonne.id, office.id],
		[cast.deLinde, school],
		[`2026-09-${noorsFamily.offers}`, `2026-09-${offers}`]
	];
}

/** The same of another child: every id of Noor's replaced. */
export function about<T>(noors: T, { instead }: Pick<Objects, 'instead'>): T {
	if (!instead.size) return noors;
	const known = new RegExp([...instead.keys()].join('|'), 'g');
	const turn = (value: unknown): unknown => {
		if (typeof value === 'string') return value.replace(known, (id) => instead.get(id)!);
		if (Array.isArray(value)) return value.map(turn);
		if (value && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
			return Object.fromEntries(Object.entries(value).map(([key, inner]) => [turn(key), turn(inner)]));
		}
		return value;
	};
	return turn(noors) as T;
}

async function familiesOf(owner: string): Promise<Record<ChildName, Family>> {
	const rows = await rowsAsOwner<{ pupil: string; home: HouseholdId; group: Family['group'] }>(
		owner,
		`select e.pupil_id as pupil, e.group_id as "group", g.household_id as home from people.enrolment e
		 join people.guardianship g on g.school_id = e.school_id and g.pupil_id = e.pupil_id where g.position = 1`
	);
	const of = (
		pupil: Family['pupil'],
		guardian: Family['guardian'],
		teacher: Family['teacher'],
		more: object
	): Family => {
		const { home, group } = rows.find((row) => row.pupil === pupil.id)!;
		return { ...noorsFamily, pupil, guardian, guardians: [guardian], teacher, home, group, ...more };
	};
	return {
		noor: noorsFamily,
		adam: of(cast.adam, cast.huda, cast.anke, { offers: 25, held: '16:00' }),
		yara: of(cast.yara, cast.leyla, cast.bram, { offers: 30 }),
		milan: of(cast.milan, cast.milansMother, cast.mentor, { school: cast.deEik, office: cast.deEiksOffice })
	};
}
