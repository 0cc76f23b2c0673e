import type { PersonId } from '#platform/ids.ts';
import type { Outcome } from '#platform/outcome.ts';
import { addDays, dayOf, daysBetween, momentOf, type Day, type Time } from '#platform/time.ts';
import {
	make,
	provided,
	type Agreement,
	type MoveRefusal,
	type NoteResult,
	type Remind,
	type Step,
	type Turn
} from './agreement.ts';
import { notesThatStand, resultOf } from './note.ts';
import { latestOccasion } from './occasion.ts';

export type FollowUpRefusal =
	MoveRefusal | 'just-reminded' | 'reminds-not' | 'another-form' | 'no-repair-asked' | 'words-missing' | 'nothing-told';

/** Between two reminders, whoever sends them: kind, never a chase, and at most as was agreed. */
const daysBetweenReminders: Record<Exclude<Remind, 'never'>, number> = { each: 3, weekly: 7 };

/** One tap of the owner, about the last day it was for; never a red mark. Told again about that day, the last word counts. */
export function note(turn: Turn, { result, words, occasion, byLink }: Said) {
	const about = occasion ?? latestOccasion(turn.agreement, dayOf(turn.now));
	return make(turn, 'note', { result, words, byLink, occasion: about });
}
export type Said = { result: NoteResult; words: string; occasion?: Day | null; byLink?: boolean };

/** What a guardian whom no mail reaches told somebody of school: the guardian's answer, in the hand of who wrote it down. */
export function noteFor(turn: Turn, teller: PersonId, { result, words }: Said) {
	const about = latestOccasion(turn.agreement, dayOf(turn.now));
	return make({ ...turn, seats: ['owner'] }, 'note', { result, words, toldBy: teller, occasion: about });
}

/** "That was not me": the last thing that was told stands no longer. It stays in the history, and so does this. */
export function takeBack(turn: Turn): Outcome<Agreement, FollowUpRefusal> {
	const last = notesThatStand(turn.agreement.steps).at(-1);
	return provided(make(turn, 'takeBack', { occasion: last?.occasion ?? null }), !last && 'nothing-told');
}

/** The last word on this day of the rhythm. */
export function toldOf({ steps }: Agreement, occasion: Day): NoteResult | null {
	return resultOf(notesThatStand(steps).find((note) => note.occasion === occasion));
}

/** For its owner: what came by a mail's link in the last days. Who forwards a mail lets somebody else answer. */
export function toldByLink({ steps }: Agreement, now: Date): Step | undefined {
	const last = notesThatStand(steps).at(-1);
	return last?.byLink && daysBetween(dayOf(last.at), dayOf(now)) <= daysShown ? last : undefined;
}
const daysShown = 3;

export function remind(turn: Turn, ownerVoice: Turn['voice']): Outcome<Agreement, FollowUpRefusal> {
	return provided(make(turn, 'remind'), whyNoReminder(turn.agreement, ownerVoice, turn.now));
}

/** Undefined: a kind reminder may go. After two times it didn't work out there is no third (handbook §5). */
export function whyNoReminder(agreement: Agreement, ownerVoice: Turn['voice'], now: Date) {
	const { remind: agreed = 'each' } = agreement.wording;
	if (agreed === 'never') return 'reminds-not';
	if (isStuck(agreement, ownerVoice)) return 'another-form';
	const last = latest(agreement, 'remind');
	const isEarly = last && daysBetween(dayOf(last.at), dayOf(now)) < daysBetweenReminders[agreed];
	return isEarly ? 'just-reminded' : undefined;
}

/**
 * Twice it didn't work out, with nothing that did since: not for another reminder, but for another form or a personal
 * contact. School's own promise asks for a repair instead (P15).
 */
export function isStuck(agreement: Agreement, ownerVoice: Turn['voice']): boolean {
	if (ownerVoice === 'school' || agreement.state !== 'agreed') return false;
	const told = notesOf(agreement);
	const since = told.slice(told.findLastIndex(isDone) + 1);
	return since.filter(({ result }) => result === 'not').length >= setbacksUntilAnother;
}

/** A name for the stretch since it last worked out: within one, school is asked once to think of another form. */
export function stretchOf(agreement: Agreement): string {
	return [agreement.round, notesOf(agreement).findLast(isDone)?.at.toISOString()].filter(Boolean).join(' ');
}

function notesOf({ steps, round }: Agreement): Step[] {
	return notesThatStand(steps).filter((note) => note.round === round);
}

function isDone({ result }: Step) {
	return result === 'done';
}
const setbacksUntilAnother = 2;

/** What school does to make good; asked only when school's own promise was not kept (handbook P15). */
export function repair(turn: Turn, { words }: { words: string }): Outcome<Agreement, FollowUpRefusal> {
	const asked = asksRepair(turn.agreement, turn.voice, turn.now);
	return provided(make(turn, 'repair', { words }), asked ? !words && 'words-missing' : 'no-repair-asked');
}

/**
 * An agreement of school that did not work out, or whose day went by with nothing said, and nothing said since about making
 * good.
 */
export function asksRepair(agreement: Agreement, ownerVoice: Turn['voice'], now: Date) {
	if (ownerVoice !== 'school' || agreement.state !== 'agreed') return false;
	const [noted, repaired] = [notesThatStand(agreement.steps).at(-1), latest(agreement, 'repair')];
	const missed = agreement.lookBacks.find(
		(part) => part.round === agreement.round && part.voice === 'school' && part.missed
	);
	const times = [noted?.result === 'not' ? noted.at : null, missed?.at ?? null, passedBy(agreement, now)];
	const since = Math.max(...times.map((at) => at?.getTime() ?? 0));
	return since > 0 && since > (repaired?.at.getTime() ?? 0);
}

/** The end of the day on which it was due, once that is over and nobody told how it went. */
function passedBy({ wording, round, steps }: Agreement, now: Date): Date | null {
	const { by, cadence, rhythm } = wording;
	if (!by || cadence || rhythm || round > 1 || dayOf(now) <= by) return null;
	return notesThatStand(steps).length ? null : momentOf(addDays(by, 1), '00:00' as Time);
}

export function latest({ steps }: Agreement, move: Step['move']): Step | undefined {
	return steps.findLast((step) => step.move === move);
}

/**
 * Twice not for this home, or twice it didn't work out: time for another form or a personal contact, not for a third
 * reminder (handbook §5). A thought for who proposes; it is counted here, and stored and shown nowhere.
 */
export function asksAnotherForm(ofThisHome: readonly Agreement[]) {
	const setbacks = ofThisHome.flatMap(({ steps }) => [
		...steps.filter(({ move }) => move === 'decline'),
		...notesThatStand(steps).filter(({ result }) => result === 'not')
	]);
	return setbacks.length >= setbacksUntilAnother;
}
