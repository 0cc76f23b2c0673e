import type { Ctx, Language, Role } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { GroupId, PersonId } from '#platform/ids.ts';
import { standingsIn, type Standing } from '#platform/memberships.server.ts';
import * as families from './families.server.ts';
import { invitesIn } from './invitation.access.ts';
import * as store from './invitation.store.server.ts';
import { isOpen, type Invitation } from './invitation.ts';
import { personsIn } from './people.server.ts';
import { fullNameOf, nameOf } from './person.ts';

/** Somebody who belongs in Eenlijn: a guardian, or a pupil who signs in itself. */
export type Invitee = {
	person: PersonId;
	role: Role;
	name: string;
	fullName: string;
	language: Language;
	email: string | null;
	/** The children of this group they are there for. */
	children: string[];
	invitation: Invitation | undefined;
	standing: Standing | undefined;
};

export type InviteesOfGroup = { id: GroupId; name: string; invitees: Invitee[] };

/** Everybody to be invited in the groups where `ctx.person` may, in the order of the groups and of the children's names. */
export async function inviteesIn(db: Db, ctx: Ctx): Promise<InviteesOfGroup[]> {
	const all = await families.groupsIn(db, ctx);
	const ids = all.map(({ id }) => id);
	const taught = (await families.teachersOf(db, ctx, ids)).filter(({ teacher }) => teacher === ctx.person.id);
	const open = invitesIn(
		ctx,
		ids,
		taught.map(({ group }) => group)
	);
	const pupils = await families.pupilsOf(db, ctx, open);
	const ownAccess = new Set(await store.findOwnAccess(db, ctx, open));
	const wanted = pupils.flatMap(({ id, guardians }) => [
		...(ownAccess.has(id) ? [id] : []),
		...guardians.map((one) => one.id)
	]);
	const persons = await personsIn(db, ctx, [...new Set(wanted)]);
	const newest = new Map((await store.findNewest(db, ctx, [...persons.keys()])).map((one) => [one.person, one]));
	const standings = new Map((await standingsIn(db, ctx.school, [...persons.keys()])).map((one) => [one.person, one]));

	return all
		.filter(({ id }) => open.includes(id))
		.map(({ id, name }) => {
			const invitees = new Map<PersonId, Invitee>();
			const put = (person: PersonId, child: string) => {
				const known = persons.get(person);
				if (!known) return;
				const { role, language, email } = known;
				const invitee = invitees.get(person) ?? {
					...{ person, role, language, email, name: nameOf(known), fullName: fullNameOf(known) },
					...{ children: [], invitation: newest.get(person), standing: standings.get(person) }
				};
				invitees.set(person, { ...invitee, children: [...invitee.children, child] });
			};
			for (const pupil of pupils.filter(({ group }) => group.id === id)) {
				if (ownAccess.has(pupil.id)) put(pupil.id, pupil.callName);
				for (const guardian of pupil.guardians) put(guardian.id, pupil.callName);
			}
			return { id, name, invitees: [...invitees.values()] };
		});
}

/** Nobody invited them yet, or the invitation has ended without anybody coming. */
export function isToInvite({ standing, invitation }: Invitee, now: Date) {
	return !standing?.enteredAt && !(invitation && isOpen(invitation, now));
}
