import type { PersonId } from '#platform/ids.ts';
import type { PlanMaking } from './plan.ts';
import type { PersonRow } from './present.ts';
import type { PupilPlan } from './pupil-plan.ts';
import type { RosterGuardian } from './roster.ts';
import { shownAs } from './step.ts';

/** One row of the list, with who it turned out to be about. */
export type RosterClaim = { row: RosterGuardian; pupil: PersonId; person: PersonRow };

/**
 * Who is who. A guardian is the same person as before when the administration's key is the same, or the e-mail; without
 * these when pupil, number and surname are. Rows are taken in the order of pupil and number, so the order of the file makes no difference.
 */
export function personsIn(making: PlanMaking, pupils: PupilPlan): RosterClaim[] {
	const { roster, present, here } = making;
	const guardians = present.persons.filter(({ role }) => role === 'guardian');
	const byEmail = new Map(
		guardians.filter(({ email }) => email).map((person) => [person.email!.toLowerCase(), person])
	);
	// A file that still has the address from before a correction speaks of the same person.
	for (const { item, was, person } of [...making.corrections.values()].flat()) {
		const corrected = item === 'email' && was ? here.person.get(person) : undefined;
		if (corrected && !byEmail.has(was.toLowerCase())) byEmail.set(was.toLowerCase(), corrected);
	}
	const byKey = new Map(guardians.filter(({ key }) => key).map((person) => [person.key!, person]));
	const byId = new Map(guardians.map((person) => [person.id, person]));
	const planned = new Map<PersonId, PersonRow>();
	const claimed = new Set<string>();
	const claims: RosterClaim[] = [];
	for (const row of [...roster.guardians].sort(byPupilAndNumber)) {
		const pupil = pupils.ids.get(row.pupil);
		if (!pupil) {
			if (!pupils.left.has(row.pupil)) reject(making, row, 'unknown-pupil');
			continue;
		}
		const known = (row.key && byKey.get(row.key)) || (row.email && byEmail.get(row.email)) || inPlaceOf(row, pupil);
		const person = nextPerson(making, row, known ? (planned.get(known.id) ?? known) : undefined, planned);
		if (claimed.has(`${pupil} ${person.id}`)) {
			reject(making, row, 'same-email');
			continue;
		}
		claimed.add(`${pupil} ${person.id}`);
		planned.set(person.id, person);
		if (row.email) byEmail.set(row.email, person);
		if (row.key) byKey.set(row.key, person);
		claims.push({ row, pupil, person });
	}
	return claims.map((claim) => ({ ...claim, person: planned.get(claim.person.id)! }));

	function inPlaceOf(row: RosterGuardian, pupil: PersonId) {
		return here
			.guardianships(pupil)
			.filter(({ position }) => position === row.number)
			.map(({ guardian_id }) => byId.get(guardian_id)!)
			.find((person) => person.surname.toLowerCase() === row.surname.toLowerCase() && (!row.email || !person.email));
	}
}

function reject({ reject }: PlanMaking, row: RosterGuardian, reason: 'unknown-pupil' | 'same-email') {
	reject({
		file: row.file,
		line: row.line,
		noun: 'guardian',
		key: row.pupil,
		reason,
		about: '',
		spares: String(row.number)
	});
}

/** The first row about somebody says how they are called; later ones only add what was empty. */
function nextPerson(
	{ freshId, warn }: PlanMaking,
	row: RosterGuardian,
	known: PersonRow | undefined,
	planned: Map<PersonId, PersonRow>
): PersonRow {
	const before = known && planned.get(known.id);
	if (before) {
		if (before.surname.toLowerCase() !== row.surname.toLowerCase()) {
			warn('names-differ', { name: shownAs(before), pupil: row.pupil });
		}
		return { ...before, email: before.email ?? row.email, mobile: before.mobile ?? row.mobile };
	}
	return {
		id: known?.id ?? freshId(),
		role: 'guardian',
		key: known?.key ?? row.key,
		initials: row.initials,
		given_name: row.givenName,
		prefix: row.prefix,
		surname: row.surname,
		called: known?.called ?? null,
		email: row.email,
		mobile: row.mobile,
		language: known?.language ?? (row.language === 'en' ? 'en' : 'nl'),
		interpreter: known?.interpreter ?? row.interpreter,
		home_language: known ? known.home_language : row.language,
		ended_on: null
	};
}

function byPupilAndNumber(a: RosterGuardian, b: RosterGuardian) {
	if (a.pupil !== b.pupil) return a.pupil < b.pupil ? -1 : 1;
	return a.number - b.number;
}
