import type { Block, LocationId, Slot } from '#modules/cycle/offer.ts';
import type { Participant } from '#modules/cycle/participant.ts';
import type { Round } from '#modules/cycle/round.ts';
import type { OccupiedSpan } from '#modules/cycle/times.ts';
import type { Sliders } from '#modules/planner/objective.ts';
import type { GroupId, HouseholdId, PersonId } from '#platform/ids.ts';
import type { TalkKey } from './talk-key.ts';

/** A child that takes part, with who may come to its talk. */
export type Pupil = {
	id: PersonId;
	group: { id: GroupId };
	guardians: readonly { id: PersonId; household: HouseholdId }[];
	part: Participant;
};

/** What one home said; who said nothing could come at any time that is offered. */
export type Home = {
	household: HouseholdId;
	/** 0 can't, 1 could, 2 suits well; what is not named it could. */
	times: readonly (Slot & { liking: 0 | 1 | 2 })[];
	timing: 'early' | 'late' | null;
	place: TalkPlace;
	visits: number;
	children: readonly { pupil: PersonId; answer: 'talk' | 'none-needed'; teachers: readonly PersonId[] }[];
};

export type TalkPlace = 'school' | 'phone' | 'online' | 'home';

/** In minutes: so many in a row, then a break, and no more than so many on a day. */
export type Pace = { maxRun: number; breakMinutes: number; maxPerDay: number };

/** A talk as it stands on the board. */
export type Standing = { talk: TalkKey; teacher: PersonId; startsAt: Date; locked: boolean };

/** What somebody agreed to besides what was offered and wished, so that a talk can be held. */
export type Concession = {
	talk: TalkKey;
	kind: 'family-time' | 'second-visit' | 'by-phone';
	staff: PersonId | null;
	startsAt: Date;
};

/** All that the planning of a round depends on. */
export type Situation = {
	round: Round;
	pupils: readonly Pupil[];
	ownTalks: readonly PersonId[];
	teaching: readonly { group: GroupId; teacher: PersonId }[];
	blocks: readonly Block[];
	paces: ReadonlyMap<PersonId, Pace>;
	homes: readonly Home[];
	/** What people and rooms are occupied with outside this round. */
	occupied: readonly (OccupiedSpan | (Slot & { occupant: LocationId }))[];
	standing: readonly Standing[];
	conceded: readonly Concession[];
	sliders: Sliders;
	now: Date;
};
