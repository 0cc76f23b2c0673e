import type { Ctx } from '#platform/ctx.ts';
import { newId } from '#platform/id.server.ts';
import type { HouseholdId, PersonId, SchoolId } from '#platform/ids.ts';
import * as cast from '#seeds/cast.ts';
import { rowsAsOwner } from '#tests/harness/databases.ts';

/** The children whose pages everybody tries: of group 5, of the same class, of the same school, of the other school. */
export const children = ['noor', 'adam', 'yara', 'milan'] as const;
export type ChildName = (typeof children)[number];

/**
 * How somebody is tied to a child; who is not, is not of its circle. `mother` lives where its agreement is kept, and
 * `invited` with her; `otherHome` is the father who lives apart. A `visitor` said why today.
 * Who is `without` authority and not let in is not of the circle, and may ask for facts.
 */
export type Tie =
	'mother' | 'otherHome' | 'invited' | 'without' | 'pupil' | 'teacher' | 'support' | 'professional' | 'visitor';
export type Persona = {
	name: string;
	school: SchoolId;
	who: Ctx['person'] | undefined;
	ties: Partial<Record<ChildName, Tie>>;
};

const extra = (kind: string, role: Ctx['person']['role'], ...tasks: Ctx['person']['tasks']): Ctx['person'] => ({
	id: `00000000-0000-4000-8${kind}-000000000099` as PersonId,
	role,
	tasks
});
/** People that only the matrix needs; `plantPersonas` puts them at De Linde. */
const invited = extra('0b1', 'guardian');
const without = extra('0b2', 'guardian');
const peer = extra('0b3', 'guardian');
const visitor = extra('0a1', 'staff', 'leadership');

const at =
	(school: SchoolId) =>
	(name: string, who: Persona['who'], ties: Persona['ties'] = {}): Persona => ({
		...{ name, school, who, ties }
	});
const deLinde = at(cast.deLinde);
const deEik = at(cast.deEik);

export const personas: readonly Persona[] = [
	deLinde('mother with authority, first home', cast.samira, { noor: 'mother' }),
	deLinde('father with authority, second home', cast.youssef, { noor: 'otherHome' }),
	deLinde('parent without authority, invited', invited, { noor: 'invited' }),
	deLinde('parent without authority', without, { noor: 'without' }),
	deLinde('pupil of 9', cast.noor, { noor: 'pupil' }),
	deLinde('pupil of 12', cast.yara, { yara: 'pupil' }),
	deLinde('mother of the pupil of 12', cast.leyla, { yara: 'mother' }),
	deLinde('parent of the same class', cast.huda, { adam: 'mother' }),
	deLinde('peer parent', peer),
	deLinde('stranger', cast.stranger),
	deLinde('teacher of group 5', cast.anke, { noor: 'teacher', adam: 'teacher' }),
	deLinde('teacher of groups 3 and 8', cast.bram, { yara: 'teacher' }),
	deLinde('support coordinator', cast.carla, { noor: 'support' }),
	deLinde('office', cast.yvonne),
	deLinde('leadership', cast.joris),
	deLinde('leadership with a reason', visitor, { noor: 'visitor' }),
	deLinde('professional', cast.therapist, { noor: 'professional' }),
	deEik('pupil of 16', cast.milan, { milan: 'pupil' }),
	deEik('parent at the other school', cast.milansMother, { milan: 'mother' }),
	deEik('teacher at the other school', cast.mentor, { milan: 'teacher' }),
	deEik('office of the other school', cast.deEiksOffice),
	{ name: 'not signed in', school: cast.deLinde, who: undefined, ties: {} }
];

/** Puts in an open school who the cast lacks. */
export async function plantPersonas(owner: string) {
	const school = `'${cast.deLinde}'`;
	const person = ({ id, role }: Ctx['person'], given: string) =>
		`insert into people.person (school_id, id, role, given_name, surname, language, interpreter)
		 values (${school}, '${id}', '${role}', '${given}', 'Vreemdeling', 'nl', false)`;
	const guardianship = (who: Ctx['person'], home: HouseholdId, by: string) =>
		`insert into people.guardianship (school_id, id, pupil_id, guardian_id, household_id, position, relation, authority,
		 informed, invited_by, starts_on) values (${school}, '${newId()}', '${cast.noor.id}', '${who.id}', '${home}', 3,
		 'other', 'no', true, ${by}, '2026-08-31')`;
	const key = `${school}, '${cast.noor.id}', '${visitor.id}', '2026-09-22'`;
	for (const statement of [
		person(invited, 'Ben'),
		person(without, 'Karel'),
		person(peer, 'Els'),
		person(visitor, 'Pien'),
		`insert into people.staff (school_id, id, tasks) values (${school}, '${visitor.id}', '{leadership}')`,
		guardianship(invited, cast.samirasHome, `'${cast.samira.id}'`),
		guardianship(without, cast.youssefsHome, 'null'),
		`insert into people.tie (school_id, id, pupil_id, person_id, starts_on)
		 values (${school}, '${newId()}', '${cast.noor.id}', '${cast.therapist.id}', '2026-08-31')`,
		`insert into consent.look_in (school_id, pupil_id, person_id, day, reason, given_at)
		 values (${key}, 'Een vraag van haar moeder', '2026-09-22 08:00+02')`
	])
		await rowsAsOwner(owner, statement);
}
