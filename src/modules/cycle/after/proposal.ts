import type { BookingId, PersonId, RoundId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { Booking } from '#modules/cycle/booking.ts';
import type { BlockId, Place } from '#modules/cycle/offer.ts';

export type ProposalId = string & { readonly __proposal: never };

export const proposalStates = ['asked', 'accepted', 'declined', 'lapsed'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** The time of a talk falls out; this one is kept for the family until they answer. Without a time, they choose. */
export type Proposal = {
	id: ProposalId;
	round: RoundId;
	booking: BookingId;
	pupil: PersonId;
	/** Of the booking when it was asked: a talk that moved since asks nothing any more. */
	sequence: number;
	time: { block: BlockId; teacher: PersonId; place: Place; startsAt: Date; endsAt: Date } | null;
	state: ProposalState;
	madeAt: Date;
};

/** The whole life of a proposal. */
export const proposalMoves = {
	accept: { from: ['asked'], to: 'accepted' },
	decline: { from: ['asked'], to: 'declined' },
	lapse: { from: ['asked'], to: 'lapsed' }
} as const satisfies Record<string, { from: readonly ProposalState[]; to: ProposalState }>;

export type ProposalRefusal = 'wrong-state' | 'past';
type OfTalk = Pick<Booking, 'state' | 'sequence'>;

/** It still asks something: nobody answered, and the talk is where it was. */
export function isAsked({ state, sequence }: Pick<Proposal, 'state' | 'sequence'>, talk: OfTalk) {
	return state === 'asked' && talk.state === 'booked' && talk.sequence === sequence;
}

/** Yes, to the proposed time or to another: `startsAt`. */
export function accept(
	proposal: Proposal,
	talk: OfTalk,
	startsAt: Date,
	now: Date
): Outcome<Proposal, ProposalRefusal> {
	if (!isAsked(proposal, talk)) return no('wrong-state');
	if (startsAt <= now) return no('past');
	return ok({ ...proposal, state: 'accepted' });
}

/** None of these times suits; the teacher calls. The old time stays marked as falling out. */
export function decline(proposal: Proposal, talk: OfTalk): Outcome<Proposal, ProposalRefusal> {
	return isAsked(proposal, talk) ? ok({ ...proposal, state: 'declined' }) : no('wrong-state');
}
