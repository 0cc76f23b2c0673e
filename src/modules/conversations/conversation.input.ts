import { asId, type ConversationId, type PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { asDay, asTime, momentOf, type Day } from '#platform/time.ts';
import { places, type Moment, type Place } from './conversation.ts';
import { isKind, planOf, type Kind } from './kinds.ts';

export type Plan = Moment & {
	kind: Kind;
	pupil: PersonId;
	people: PersonId[];
	pupilInvited: boolean;
	chair?: PersonId;
};
export type PlanReason = 'missing' | 'day-missing' | 'time-missing' | 'minutes-wrong' | 'nobody-comes';
export type Request = { kind: Kind; pupil: PersonId; text: string };

export function parsePlan(form: FormData): Outcome<Plan, PlanReason> {
	const pupil = asId<PersonId>(form.get('pupil'));
	const kind = form.get('kind');
	if (!pupil || !isKind(kind)) return no('missing');
	const moment = parseMoment(form);
	if (!moment.ok) return moment;
	const people = form.getAll('people').map((text) => asId<PersonId>(text));
	if (people.some((person) => !person)) return no('missing');
	if (!people.length) return no('nobody-comes');
	const pupilInvited = people.includes(pupil);
	const chair = parseChair(form);
	const coming = people.filter((person) => person !== undefined);
	return ok({ ...moment.value, kind, pupil, pupilInvited, people: coming, ...(chair && { chair }) });
}

/** Who leads it; left open, who plans it. */
export function parseChair(form: FormData): PersonId | undefined {
	return asId<PersonId>(form.get('chair'));
}

export function parseMoment(form: FormData): Outcome<Moment, Exclude<PlanReason, 'nobody-comes'>> {
	const day = asDay(form.get('day'));
	if (!day) return no('day-missing');
	const time = asTime(form.get('time'));
	if (!time) return no('time-missing');
	const minutes = Number(form.get('minutes'));
	if (!Number.isInteger(minutes) || minutes < 5 || minutes > 240) return no('minutes-wrong');
	return ok({ startsAt: momentOf(day, time), minutes, place: parsePlace(form) });
}

function parsePlace(form: FormData): Place {
	const kind = places.find((each) => each === form.get('place')) ?? 'school';
	const location = String(form.get('location') ?? '')
		.trim()
		.slice(0, 200);
	return location ? { kind, location } : { kind };
}

export function parseRequest(form: FormData): Outcome<Request, 'missing' | 'empty'> {
	const pupil = asId<PersonId>(form.get('pupil'));
	const text = String(form.get('text') ?? '').trim();
	const kind = form.get('kind');
	if (!pupil || !isKind(kind)) return no('missing');
	return text || !planOf(kind).questions.length ? ok({ kind, pupil, text }) : no('empty');
}

/** A date for the next talk, or "none needed". */
export function parseNext(form: FormData): Outcome<{ nextOn: Day | null; noneNeeded: boolean }, 'day-missing'> {
	if (form.get('none') === 'yes') return ok({ nextOn: null, noneNeeded: true });
	const nextOn = asDay(form.get('day'));
	return nextOn ? ok({ nextOn, noneNeeded: false }) : no('day-missing');
}

/** The talk in the address, or undefined: an address that is no id leads nowhere. */
export function conversationId(text: string | undefined): ConversationId | undefined {
	return asId<ConversationId>(text);
}
