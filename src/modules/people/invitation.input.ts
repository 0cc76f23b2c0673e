import { asId, type GroupId, type PersonId } from '#platform/ids.ts';

/** Whom to invite: one person, all of a group who have no invitation yet, or all of the school. */
export type Invitees = { person: PersonId } | { group: GroupId } | 'school';

/** Undefined: nobody can be meant. */
export function readInvitees(form: FormData): Invitees | undefined {
	if (form.has('person')) {
		const person = asId<PersonId>(form.get('person'));
		return person && { person };
	}
	if (form.has('group')) {
		const group = asId<GroupId>(form.get('group'));
		return group && { group };
	}
	return 'school';
}
