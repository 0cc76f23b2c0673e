import type { Voice } from '#modules/people/circle.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { addDays, dayOf, weekday, type Day } from '#platform/time.ts';
import {
	make,
	provided,
	type Agreement,
	type EvaluationOutcome,
	type LookBack,
	type MoveRefusal,
	type Step,
	type Turn
} from './agreement.ts';

export type EvaluationRefusal =
	MoveRefusal | 'too-early' | 'school-first' | 'owner-first' | 'owner-decides' | 'evaluation-past' | 'already-wished';

/** Who sits at the look back, as far as the order of speaking goes. */
export type LookingBack = {
	voices: ReadonlyMap<Step['person'], Voice>;
	owners: readonly Step['person'][];
	/** Whose agreement it is; `other` once that person left the circle. */
	ownerVoice: Voice;
};

/** Wish to look back before the date: "shall we adapt it?" */
export function wishEarlier(turn: Turn, byLink = false): Outcome<Agreement, EvaluationRefusal> {
	const wished = wishes(turn.agreement).some(({ person }) => person === turn.by);
	return provided(make(turn, 'wishEarlier', { byLink }), wished && 'already-wished');
}

/** From the agreed date on, or earlier when owner and another partner both wish it (handbook §5). */
export function isOpen(agreement: Agreement, bench: LookingBack, now: Date) {
	return agreement.state === 'agreed' && dayOf(now) >= opensOn(agreement, bench);
}

function opensOn(agreement: Agreement, { owners }: LookingBack): Day {
	const wished = wishes(agreement);
	const byOwner = wished.find(({ person }) => owners.includes(person));
	const byOther = wished.find(({ person }) => !owners.includes(person));
	if (!byOwner || !byOther) return agreement.evaluateOn;
	const both = dayOf(byOwner.at > byOther.at ? byOwner.at : byOther.at);
	return both < agreement.evaluateOn ? both : agreement.evaluateOn;
}

/** Looking back starts with what school did and did not manage (handbook P15); then everyone, in any order. */
export function lookBack(
	turn: Turn,
	bench: LookingBack,
	said: Pick<LookBack, 'did' | 'missed' | 'closer' | 'wants'>
): Outcome<Agreement, EvaluationRefusal> {
	const early = !isOpen(turn.agreement, bench, turn.now) && 'too-early';
	const first = waitsForSchool(turn.agreement, bench, turn.now) && turn.voice !== 'school' && 'school-first';
	const made = provided(make(turn, 'lookBack'), early || first);
	if (!made.ok) return made;
	const { round, lookBacks } = turn.agreement;
	const mine: LookBack = { ...said, round, person: turn.by, voice: turn.voice, at: turn.now };
	const others = lookBacks.filter((part) => part.round !== round || part.person !== turn.by);
	return ok({ ...made.value, lookBacks: [...others, mine] });
}

const daysForSchool = 14;

/** School speaks first, and has two weeks for it (ours): its silence does not hold a family any longer. */
export function waitsForSchool(agreement: Agreement, bench: LookingBack, now: Date) {
	return owesItsPart(agreement, bench) && dayOf(now) < addDays(opensOn(agreement, bench), daysForSchool);
}

/** School has not said yet what it did and did not manage, also when the others have gone on. */
export function owesItsPart(agreement: Agreement, { voices }: LookingBack) {
	return [...voices.values()].includes('school') && !thisRound(agreement).some(({ voice }) => voice === 'school');
}

/**
 * How it goes on. After school (or its two weeks) and the owner; going on is for the owner to want, since nobody can be held
 * longer to what they promised (handbook P2). Stopping asks school's part only: no promise holds against its owner's silence.
 */
export function evaluate(
	turn: Turn,
	bench: LookingBack,
	{
		seen,
		result,
		words,
		evaluateOn,
		ifWorks = '',
		ifNot = ''
	}: {
		seen: number;
		result: EvaluationOutcome;
		words: string;
		evaluateOn: Day | null;
		ifWorks?: string;
		ifNot?: string;
	}
): Outcome<Agreement, EvaluationRefusal | 'changed'> {
	const { agreement, now } = turn;
	if (seen !== agreement.version) return no('changed');
	const made = provided(
		make(turn, 'evaluate', { result, words, ifWorks, ifNot, evaluateOn: result === 'continue' ? evaluateOn : null }),
		whyNotYet(agreement, bench, result, now)
	);
	if (!made.ok || result !== 'continue') return made;
	if (!evaluateOn || evaluateOn <= dayOf(now)) return no('evaluation-past');
	return ok({ ...made.value, round: agreement.round + 1 });
}

/** Undefined: it can be decided so now. */
export function whyNotYet(agreement: Agreement, bench: LookingBack, result: EvaluationOutcome, now: Date) {
	if (!isOpen(agreement, bench, now)) return 'too-early';
	if (waitsForSchool(agreement, bench, now)) return 'school-first';
	if (result === 'stop') return undefined;
	const owners = thisRound(agreement).filter(({ person }) => bench.owners.includes(person));
	if (!owners.length) return 'owner-first';
	return result === 'continue' && owners.some(({ wants }) => wants !== 'continue') ? 'owner-decides' : undefined;
}

export function thisRound({ lookBacks, round }: Agreement): LookBack[] {
	return lookBacks.filter((part) => part.round === round);
}

export function wishes({ steps, round }: Agreement): Step[] {
	return steps.filter((step) => step.move === 'wishEarlier' && step.round === round);
}

const weeksUntilLookingBack = 6;

/** A day to offer for looking back; Monday when it would fall in the weekend. */
export function nextLookBack(today: Day): Day {
	const day = addDays(today, 7 * weeksUntilLookingBack);
	return weekday(day) > 5 ? addDays(day, 8 - weekday(day)) : day;
}
