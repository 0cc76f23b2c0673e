import { addDays, dayOf, type Day } from '#platform/time.ts';
import type { DaysOff } from './holiday.ts';
import { schoolDay } from './school-week.ts';

export const joinerSteps = ['intake', 'first', 'second'] as const;
/** What belongs to joining during the year: an intake, and two talks to follow up (handbook §3.1). */
export type JoinerStep = (typeof joinerSteps)[number];

/** As which kind of talk each is held. */
export const kindOfStep = { intake: 'intake', first: 'progress', second: 'progress' } as const;

/** After how many days each is due; ours: about three and eight weeks for the follow-ups. */
const daysAfter: Record<JoinerStep, number> = { intake: 7, first: 21, second: 56 };

/** A talk of one of these kinds with this child that was not cancelled. */
export type JoinerTalk = { kind: 'intake' | 'progress'; startsAt: Date | null; heldAt: Date | null };
export type StepState = {
	step: JoinerStep;
	due: Day;
	/** When it was held, or stands planned; null: it still has to be planned. */
	heldOn: Day | null;
	plannedOn: Day | null;
};

/** On which days the talks of a child that joined are due: at school, so after a holiday in which they fall. */
export function dueDays(joinedOn: Day, off: readonly DaysOff[]): Record<JoinerStep, Day> {
	const due = (step: JoinerStep) => schoolDay(addDays(joinedOn, daysAfter[step]), off, 1);
	return { intake: due('intake'), first: due('first'), second: due('second') };
}

/** Held when a talk of that kind was held: an intake at any time, the follow-ups since the child is here, in their order. */
export function stepsOf(joinedOn: Day, talks: readonly JoinerTalk[], off: readonly DaysOff[]): StepState[] {
	const due = dueDays(joinedOn, off);
	const at = ({ heldAt, startsAt }: JoinerTalk) => heldAt ?? startsAt;
	const inOrder = talks.filter(at).sort((a, b) => at(a)!.getTime() - at(b)!.getTime());
	const intakes = inOrder.filter(({ kind }) => kind === 'intake');
	const followUps = inOrder.filter((talk) => talk.kind === 'progress' && dayOf(at(talk)!) >= joinedOn);
	const talkOf = {
		intake: intakes.find(({ heldAt }) => heldAt) ?? intakes[0],
		first: followUps[0],
		second: followUps[1]
	};
	return joinerSteps.map((step) => {
		const talk = talkOf[step];
		return {
			step,
			due: due[step],
			heldOn: talk?.heldAt ? dayOf(talk.heldAt) : null,
			plannedOn: talk?.startsAt && !talk.heldAt ? dayOf(talk.startsAt) : null
		};
	});
}

/** The step to take now: the first that is neither held nor planned. */
export function nextStep(steps: readonly StepState[]): StepState | undefined {
	return steps.find(({ heldOn, plannedOn }) => !heldOn && !plannedOn);
}
