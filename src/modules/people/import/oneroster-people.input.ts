import type { Relation } from '#modules/people/guardian.ts';
import { dayIn, idsIn, type OneRosterRow } from './oneroster-table.input.ts';
import type { Roster, RosterName, RosterNoun, RejectReason } from './roster.ts';

const relationOf: Record<string, Relation> = { parent: 'parent', guardian: 'carer' };
/** Roles of OneRoster in the words of EDEXML, from which tasks are proposed. */
const staffRoles: Record<string, string> = {
	teacher: 'LRK',
	aide: 'OWA',
	counselor: 'SMW',
	principal: 'DIR',
	administrator: 'ADM',
	siteadministrator: 'ADM'
};
const email = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/;
const prefixes =
	/^((?:(?:van|von|de|den|der|het|ten|ter|te|in|op|aan|bij|onder|uit|el|la|le|du|da|dos|del|'t|’t)\s+)+)/;

export type OneRosterUser = { row: OneRosterRow; roles: readonly string[] };
type Users = ReadonlyMap<string, OneRosterUser>;

/** Roles of 1.1 are in users.csv, those of 1.2 in roles.csv. */
export function usersWith(users: readonly OneRosterRow[], roles: readonly OneRosterRow[]): Users {
	const given = Map.groupBy(
		roles.filter(({ isGone }) => !isGone),
		({ fields }) => fields.usersourcedid
	);
	return new Map(
		users.map((row) => {
			const own = [row.fields.role!, ...(given.get(row.id) ?? []).map(({ fields }) => fields.role!)];
			return [row.id, { row, roles: [...new Set(own.map((role) => role.toLowerCase()).filter(Boolean))] }];
		})
	);
}

export function takePupil(
	roster: Roster,
	{ row }: OneRosterUser,
	born: OneRosterRow | undefined,
	group: { key: string; yearGroup: string | null } | undefined
) {
	const name = nameIn(row);
	const birthDate = dayIn(born?.fields.birthdate);
	if (birthDate === false) return reject(roster, born!, 'pupil', 'impossible-date', born!.fields.birthdate);
	if (!name) return reject(roster, row, 'pupil', 'missing-name');
	const yearGroup = yearIn(row.fields.grades) ?? group?.yearGroup ?? null;
	roster.pupils.push({
		...{ file: row.file, line: row.line, key: row.id, ...name },
		...{ birthDate, yearGroup, group: group?.key ?? null, leftOn: null }
	});
}

export function takeStaff(roster: Roster, { row, roles }: OneRosterUser, groups: readonly string[]) {
	const name = nameIn(row);
	if (!name) return reject(roster, row, 'staff', 'missing-name');
	roster.staff.push({
		...{ file: row.file, line: row.line, key: row.id, ...name },
		roles: roles.map((role) => staffRoles[role]).filter((role) => role !== undefined),
		groups: groups.map((key) => ({ key, roles: [] }))
	});
}

export function isStaff({ roles }: OneRosterUser, teaches: boolean) {
	return teaches || roles.some((role) => role in staffRoles);
}

export function isGuardian({ roles }: OneRosterUser) {
	return roles.some((role) => role in relationOf);
}

/** Parents and children are tied from either side or from both; each tie counts once. */
export function takeGuardians(roster: Roster, users: Users, pupils: ReadonlySet<string>) {
	const ties = new Map<string, Set<string>>();
	const tie = (pupil: string, guardian: string) => ties.set(pupil, (ties.get(pupil) ?? new Set()).add(guardian));
	for (const user of users.values()) {
		if (user.row.isGone) continue;
		for (const agent of idsIn(user.row.fields.agentsourcedids)) {
			const other = users.get(agent);
			if (!other) reject(roster, user.row, 'person', 'unknown-person', agent);
			else if (pupils.has(user.row.id) && isGuardian(other)) tie(user.row.id, agent);
			else if (isGuardian(user) && pupils.has(agent)) tie(agent, user.row.id);
		}
	}
	for (const [pupil, guardians] of ties) {
		const here = [...guardians].filter((id) => !users.get(id)!.row.isGone).sort();
		for (const [at, id] of here.entries()) takeGuardian(roster, users.get(id)!, pupil, at + 1);
	}
	roster.gone = [...users.values()].filter((user) => user.row.isGone && isGuardian(user)).map(({ row }) => row.id);
}

function takeGuardian(roster: Roster, { row, roles }: OneRosterUser, pupil: string, number: number) {
	const name = nameIn(row);
	const rejectTie = (reason: RejectReason) =>
		roster.rejected.push({
			...{ file: row.file, line: row.line, noun: 'guardian', key: pupil, reason, about: '', spares: String(number) }
		});
	if (!name?.surname) return rejectTie('missing-name');
	if (row.fields.email && !name.email) return rejectTie('wrong-email');
	roster.guardians.push({
		...{ file: row.file, line: row.line, pupil, number, key: row.id, ...name },
		relation: relationOf[roles.find((role) => role in relationOf)!]!,
		// OneRoster says nothing of authority, nor of who lives together (standards §2): the school finds out.
		...{ authority: 'unknown', informed: true, home: row.id },
		...{ mobile: row.fields.sms || row.fields.phone || null, language: null, interpreter: false }
	});
}

/** "07" and "7" are the same year; more than one is a group of several years. */
export function yearIn(grades: string | undefined) {
	const years = idsIn(grades);
	return years.length === 1 ? years[0]!.replace(/^0+(?=\d)/, '') : null;
}

function nameIn({ fields }: OneRosterRow): RosterName | undefined {
	const givenName = fields.preferredgivenname || fields.givenname || '';
	const [, prefix] = prefixes.exec(fields.familyname ?? '') ?? [];
	const surname = (fields.familyname ?? '').slice(prefix?.length ?? 0).trim();
	if (!givenName && !surname) return undefined;
	const address = (fields.email ?? '').toLowerCase();
	return {
		initials: null,
		givenName,
		prefix: prefix?.trim() ?? null,
		surname,
		email: email.test(address) ? address : null
	};
}

export function reject(
	roster: Roster,
	{ file, line, id }: OneRosterRow,
	noun: RosterNoun,
	reason: RejectReason,
	about = ''
) {
	roster.rejected.push({ file, line, noun, key: id, reason, about });
}
