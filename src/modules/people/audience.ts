import type { Member } from './circle.ts';

/** For whom a text about a child is meant, from narrow to wide (handbook §16). Every stored text carries one. */
export const audiences = ['me', 'home', 'adults', 'circle'] as const;
export type Audience = (typeof audiences)[number];

/** May `reader`, a member of the circle, read what `author`, a member too, wrote for `audience`? */
export function mayRead(audience: Audience, reader: Member, author: Pick<Member, 'person' | 'household'>): boolean {
	if (reader.person === author.person) return true;
	switch (audience) {
		case 'me':
			return false;
		case 'home':
			return reader.role === 'guardian' && !!reader.household && reader.household === author.household;
		// Who was invited into a child's life reads what the child may read, not what is between adults (P13).
		case 'adults':
			return reader.role !== 'pupil' && reader.role !== 'other';
		case 'circle':
			return true;
	}
}
