import type { Member } from './circle.ts';

/** Addresses and numbers of one home are not for the other home (handbook §16); school needs those of all homes. */
export function maySeeContact(reader: Member, guardian: Pick<Member, 'person' | 'household'>): boolean {
	if (reader.person === guardian.person || reader.role === 'staff') return true;
	return reader.role === 'guardian' && !!reader.household && reader.household === guardian.household;
}
