import { mayRead } from '#modules/people/audience.ts';
import { memberOf, type Circle, type Member } from '#modules/people/circle.ts';
import { takesPart } from './conversation.access.ts';
import type { Conversation } from './conversation.ts';
import type { Sheet, Spot, TalkSheet } from './sheet.ts';

/** Who sits at the table writes for themself, and reads what others there share. The two questions afterwards are for staff. */
export function mayKeep(kind: TalkSheet) {
	return (talk: Pick<Conversation, 'people'>, reader: Member): boolean =>
		takesPart(talk, reader.person) && (kind !== 'reflection' || reader.role === 'staff');
}

export function mayReadSheet(sheet: Pick<Sheet, 'audience' | 'person'>, circle: Circle, reader: Member): boolean {
	const author = memberOf(circle, sheet.person) ?? { person: sheet.person, household: null };
	return mayRead(sheet.audience, reader, author);
}

/** A child is not asked to weigh its home against its school: it says what it would like (handbook §1 P13). */
export function maySet({ role }: Pick<Member, 'role'>, spot: Spot): boolean {
	return role === 'pupil' ? spot === 'wish' : true;
}

/** What a guardian shares about home is for school and for who lives there, not for the other home (handbook §16). */
export function mayReadHome(sheet: Pick<Sheet, 'audience' | 'person'>, circle: Circle, reader: Member): boolean {
	const author = memberOf(circle, sheet.person) ?? { person: sheet.person, household: null };
	return sheet.audience !== 'me' && (reader.role === 'staff' || mayRead('home', reader, author));
}

/** About home a guardian writes; staff reads what is shared, and what to ask. */
export function mayKeepHome({ role }: Pick<Member, 'role'>): boolean {
	return role === 'guardian';
}

export function mayOpenHome({ role }: Pick<Member, 'role'>): boolean {
	return role === 'guardian' || role === 'staff';
}
