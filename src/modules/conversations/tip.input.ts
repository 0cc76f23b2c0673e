import { asId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { checkEntry } from './entry.ts';
import { tipAnswers, topics, type Tip, type TipAnswer, type TipId, type Topic } from './tip.ts';

export type NewTip = Pick<Tip, 'topic' | 'audience' | 'text'>;
export type GivenAnswer = Pick<TipAnswer, 'answer' | 'reason'> & { tip: TipId };
export type TipInputReason = 'missing' | 'topic-missing' | 'empty' | 'too-long';

export function parseTip(form: FormData): Outcome<NewTip, TipInputReason> {
	const topic = String(form.get('topic') ?? '');
	if (!Object.hasOwn(topics, topic)) return no('topic-missing');
	const text = checkEntry(String(form.get('text') ?? ''));
	if (!text.ok) return text;
	const audience = form.get('audience') === 'circle' ? 'circle' : 'adults';
	return ok({ topic: topic as Topic, audience, text: text.value });
}

export function parseTipAnswer(form: FormData): Outcome<GivenAnswer, TipInputReason> {
	const tip = parseTipId(form);
	const answer = tipAnswers.find((each) => each === form.get('answer'));
	if (!tip.ok || !answer) return no('missing');
	const reason = String(form.get('reason') ?? '').trim();
	return reason.length > 4000 ? no('too-long') : ok({ tip: tip.value, answer, reason });
}

export function parseTipId(form: FormData): Outcome<TipId, 'missing'> {
	const tip = asId<TipId>(form.get('tip'));
	return tip ? ok(tip) : no('missing');
}
