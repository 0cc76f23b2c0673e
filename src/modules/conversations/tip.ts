import type { Voice } from '#modules/people/circle.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';

export type TipId = string & { readonly __tip: never };

/** Who decides on what (handbook §4.5): each in the own domain, and thinking along in the other's. */
export const topics = {
	materials: 'teaching',
	instruction: 'teaching',
	feedback: 'teaching',
	seating: 'teaching',
	'class-rules': 'teaching',
	'moving-up': 'teaching',
	religion: 'upbringing',
	food: 'upbringing',
	clothing: 'upbringing',
	bedtime: 'upbringing',
	leisure: 'upbringing',
	sport: 'upbringing',
	screens: 'upbringing'
} as const satisfies Record<string, Domain>;
export type Topic = keyof typeof topics;
export type Domain = 'teaching' | 'upbringing';

export const tipAnswers = ['use', 'not'] as const;
export type TipAnswer = {
	person: PersonId;
	bySchool: boolean;
	answer: (typeof tipAnswers)[number];
	reason: string;
	answeredAt: Date;
};

/** A thought about what is the other's to decide. Thanked for, and answered by who decides there, each for themselves. */
export type Tip = {
	id: TipId;
	conversation: ConversationId;
	topic: Topic;
	person: PersonId;
	audience: 'adults' | 'circle';
	text: string;
	saidAt: Date;
	answers: TipAnswer[];
};

export type TipRefusal = 'own-domain' | 'not-yours' | 'reason-missing';

const decides: Partial<Record<Voice, Domain>> = { school: 'teaching', home: 'upbringing' };

/** On what somebody with this voice may give a tip: on all that is not theirs to decide. */
export function topicsFor(voice: Voice): Topic[] {
	return (Object.keys(topics) as Topic[]).filter((topic) => topics[topic] !== decides[voice]);
}

export function canGive(voice: Voice, topic: Topic): Outcome<undefined, TipRefusal> {
	return topics[topic] === decides[voice] ? no('own-domain') : ok(undefined);
}

/** A refusal by school carries a reason; by parents it need not. */
export function canAnswer(
	voice: Voice,
	{ topic, person }: Pick<Tip, 'topic' | 'person'>,
	given: Pick<TipAnswer, 'answer' | 'reason'> & { by: PersonId }
): Outcome<undefined, TipRefusal> {
	if (decides[voice] !== topics[topic] || person === given.by) return no('not-yours');
	return given.answer === 'not' && voice === 'school' && !given.reason ? no('reason-missing') : ok(undefined);
}

/** Does it wait for an answer of somebody with this voice? */
export function waitsFor(voice: Voice, { topic, answers }: Pick<Tip, 'topic' | 'answers'>, reader: PersonId): boolean {
	return decides[voice] === topics[topic] && !answers.some(({ person }) => person === reader);
}
