import { isAged } from '#modules/people/age.ts';
import { mayRead } from '#modules/people/audience.ts';
import {
	guardiansOf,
	householdsOf,
	memberOf,
	readerOf,
	voiceOf,
	type Circle,
	type Member,
	type Voice
} from '#modules/people/circle.ts';
import { answersForItself, onlyReads } from '#modules/people/say.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import type { Agreement, Draft, Seat } from './agreement.ts';
import type { LookingBack } from './evaluation.ts';

type Concerned = Pick<Agreement | Draft, 'owner' | 'proposer' | 'audience'>;

/** Who is in the circle and belongs to those for whom it was made. For others it does not exist. */
export function maySee({ audience, proposer }: Concerned, circle: Circle, person: PersonId): boolean {
	const reader = readerOf(circle, person);
	const author = memberOf(circle, proposer) ?? { person: proposer, household: null };
	return !!reader && mayRead(audience, reader, author);
}

/** Who answers: the owner; of a home each guardian who lives there; for a young child a guardian, together with it. */
export function answerersOf({ owner }: Pick<Concerned, 'owner'>, circle: Circle, today: Day): Member[] {
	if ('household' in owner)
		return householdsOf(circle).find(({ household }) => household === owner.household)?.guardians ?? [];
	if (isYoungChild(owner.person, circle, today)) return guardiansOf(circle);
	return circle.members.filter(({ person }) => person === owner.person);
}

/** Under twelve, or as long as it does not answer for itself, the child answers beside a guardian (handbook §5, P5). */
export function isYoungChild(person: PersonId, circle: Circle, today: Day): boolean {
	const isTwelve = !circle.birthDate || isAged(12, circle.birthDate, today);
	return person === circle.pupil && !(answersForItself(circle.say) && isTwelve);
}

/** From where this person may make a move; see the table in agreement.ts. */
export function seatsOf(agreement: Concerned, circle: Circle, person: PersonId, today: Day): Seat[] {
	if (onlyReads(circle, person)) return [];
	if (!memberOf(circle, person) || !maySee(agreement, circle, person)) return [];
	const isOwner = answerersOf(agreement, circle, today).some((answerer) => answerer.person === person);
	const isProposer = agreement.proposer === person;
	return [isOwner ? 'owner' : 'other', ...(isProposer ? (['proposer'] as const) : []), 'partner'];
}

/** Guardians who answer for it, as this somebody of school may write down what they tell. */
export function tellersOf(agreement: Concerned, circle: Circle, writer: PersonId, today: Day): Member[] {
	if (memberOf(circle, writer)?.role !== 'staff' || !maySee(agreement, circle, writer)) return [];
	return answerersOf(agreement, circle, today).filter(({ role }) => role === 'guardian');
}

/** The owner must be of the circle, and must be able to read what is asked. */
export function ownerIsReached({ owner, audience }: Concerned, circle: Circle): 'yes' | 'unknown' | 'hidden' {
	if ('household' in owner)
		return householdsOf(circle).some((home) => home.household === owner.household) ? 'yes' : 'unknown';
	const member = memberOf(circle, owner.person);
	if (!member) return 'unknown';
	return member.role === 'pupil' && audience === 'adults' ? 'hidden' : 'yes';
}

export function benchOf(agreement: Concerned, circle: Circle, today: Day): LookingBack {
	const partners = circle.members.filter(({ person }) => maySee(agreement, circle, person));
	return {
		voices: new Map(partners.map((member) => [member.person, voiceOf(member)])),
		owners: answerersOf(agreement, circle, today).map(({ person }) => person),
		ownerVoice: ownerVoice(agreement, circle) ?? 'other'
	};
}

/** Whose agreement it is; undefined when that person left the circle. */
export function ownerVoice({ owner }: Pick<Concerned, 'owner'>, circle: Circle): Voice | undefined {
	if ('household' in owner) return 'home';
	const member = memberOf(circle, owner.person);
	return member && voiceOf(member);
}

/** The home behind an owner: itself, or where this guardian lives. */
export function householdOf(owner: Agreement['owner'], circle: Circle) {
	return 'household' in owner ? owner.household : (memberOf(circle, owner.person)?.household ?? undefined);
}
