import type { Outcome } from '#platform/outcome.ts';
import { dayOf, daysBetween } from '#platform/time.ts';
import {
	make,
	provided,
	type Agreement,
	type MoveRefusal,
	type NoteResult,
	type Step,
	type Turn
} from './agreement.ts';

export type FollowUpRefusal = MoveRefusal | 'just-reminded' | 'no-repair-asked' | 'words-missing';

/** Between two reminders, whoever sends them: kind, never a chase. */
export const daysBetweenReminders = 3;

/** One tap of the owner; never a red mark. */
export function note(turn: Turn, { result, words }: { result: NoteResult; words: string }) {
	return make(turn, 'note', { result, words });
}

export function remind(turn: Turn): Outcome<Agreement, FollowUpRefusal> {
	return provided(make(turn, 'remind'), !mayRemindOn(turn.agreement, turn.now) && 'just-reminded');
}

export function mayRemindOn(agreement: Agreement, now: Date) {
	const last = latest(agreement, 'remind');
	return !last || daysBetween(dayOf(last.at), dayOf(now)) >= daysBetweenReminders;
}

/** What school does to make good; asked only when school's own promise was not kept (handbook P15). */
export function repair(turn: Turn, { words }: { words: string }): Outcome<Agreement, FollowUpRefusal> {
	const asked = asksRepair(turn.agreement, turn.voice);
	return provided(make(turn, 'repair', { words }), asked ? !words && 'words-missing' : 'no-repair-asked');
}

/** An agreement of school that did not work out, with nothing said since about making good. */
export function asksRepair(agreement: Agreement, ownerVoice: Turn['voice']) {
	if (ownerVoice !== 'school' || agreement.state !== 'agreed') return false;
	const [noted, repaired] = [latest(agreement, 'note'), latest(agreement, 'repair')];
	const missed = agreement.lookBacks.find(
		(part) => part.round === agreement.round && part.voice === 'school' && part.missed
	);
	const since = Math.max(noted?.result === 'not' ? noted.at.getTime() : 0, missed?.at.getTime() ?? 0);
	return since > 0 && since > (repaired?.at.getTime() ?? 0);
}

export function latest({ steps }: Agreement, move: Step['move']): Step | undefined {
	return steps.findLast((step) => step.move === move);
}

/**
 * Twice not for this home, or twice it didn't work out: time for another form or a personal contact, not for a third
 * reminder (handbook §5). A thought for who proposes; it is counted here, and stored and shown nowhere.
 */
export function asksAnotherForm(ofThisHome: readonly Agreement[]) {
	const setbacks = ofThisHome.flatMap(({ steps }) =>
		steps.filter(({ move, result }) => move === 'decline' || (move === 'note' && result === 'not'))
	);
	return setbacks.length >= 2;
}
