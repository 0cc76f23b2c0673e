import type { Ctx, Language } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { GroupId, HouseholdId, PersonId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';
import { may } from './authority.ts';
import * as store from './family.store.server.ts';
import { byName, fullNameOf, nameOf } from './person.ts';

/** Names and homes of whole groups, for the house's own work and for planning; never what is written about a child. */
export type GroupPupil = {
	id: PersonId;
	callName: string;
	fullName: string;
	/** To sort by; the name on the screen is one of the two above. */
	surname: string;
	group: { id: GroupId; name: string };
	/** Those who may come to its talks, in the order of the school's file. */
	guardians: { id: PersonId; name: string; language: Language; household: HouseholdId }[];
};

const collator = new Intl.Collator('nl', { numeric: true });

/** The pupils of these groups on a day, by name; all of them, or those of `only` that are in them. */
export async function pupilsOf(
	db: Db,
	ctx: Ctx,
	groups: readonly GroupId[],
	on: Day = dayOf(ctx.now),
	only?: readonly PersonId[]
): Promise<GroupPupil[]> {
	const pupils = new Map<PersonId, GroupPupil>();
	for (const row of await store.findPupilsOf(db, ctx, groups, on, only)) {
		const pupil = pupils.get(row.pupil_id) ?? asPupil(row);
		pupils.set(row.pupil_id, pupil);
		if (row.guardian_id && may('talk', row)) pupil.guardians.push(asGuardian(row, row.guardian_id));
	}
	return [...pupils.values()].sort((a, b) => byName({ ...a, givenName: a.callName }, { ...b, givenName: b.callName }));
}

/** Who teaches which of these groups on a day; part-timers share one. */
export async function teachersOf(db: Db, ctx: Ctx, groups: readonly GroupId[], on: Day = dayOf(ctx.now)) {
	const rows = await store.findTeachersOf(db, ctx, groups, on);
	return rows.map((row) => ({
		group: row.group_id,
		teacher: row.id,
		name: nameOf({ ...row, givenName: row.given_name })
	}));
}

/** The groups of this year and of one that is about to begin. */
export async function groupsIn(db: Db, ctx: Ctx): Promise<{ id: GroupId; name: string; startsOn: Day }[]> {
	const groups = await store.findGroups(db, ctx, dayOf(ctx.now));
	return groups.sort((a, b) => a.startsOn.localeCompare(b.startsOn) || collator.compare(a.name, b.name));
}

function asPupil(row: store.PupilRow): GroupPupil {
	return {
		id: row.pupil_id,
		callName: row.call_name,
		fullName: fullNameOf({ givenName: row.call_name, prefix: row.pupil_prefix, surname: row.pupil_surname }),
		surname: row.pupil_surname,
		group: { id: row.group_id, name: row.group_name },
		guardians: []
	};
}

function asGuardian(row: store.PupilRow, id: PersonId) {
	return {
		id,
		name: nameOf({ ...row, role: 'guardian', givenName: row.given_name }),
		language: row.language,
		household: row.household_id
	};
}
