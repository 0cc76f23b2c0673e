import type { Member } from './circle.ts';
import type { SecretFor } from './secrecy.ts';

type Reachable = Pick<Member, 'person' | 'household'> & { secretFor?: SecretFor | null };

/**
 * Addresses and numbers of one home are not for the other home (handbook §16); school needs those of all homes. Those that
 * are secret are for the office, which sees them where it keeps the school, and for the child's teachers when they need them.
 */
export function maySeeContact(reader: Member, guardian: Reachable): boolean {
	if (reader.person === guardian.person) return true;
	if (reader.role === 'staff') return !guardian.secretFor || (guardian.secretFor === 'teachers' && !!reader.teaches);
	return reader.role === 'guardian' && !!reader.household && reader.household === guardian.household;
}
