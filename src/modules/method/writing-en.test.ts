import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { steps, type Step } from './four-steps.ts';
import { remarksOn, type Hint } from './writing.ts';

/** What is written, at which step, and what the aid points at: the hint with the words. */
const pointedAt: [Step, string, Hint, string][] = [
	['observation', 'He is lazy.', 'label', 'lazy'],
	['observation', 'She was rude to the teacher.', 'label', 'rude'],
	['observation', 'That was a selfish thing to do.', 'label', 'selfish'],
	['observation', 'He became aggressive in the corridor.', 'label', 'aggressive'],
	['observation', 'She is spoilt at home.', 'label', 'spoilt'],
	['observation', 'Their answer was ridiculous.', 'label', 'ridiculous'],
	['observation', 'You are irresponsible.', 'label', 'irresponsible'],
	['observation', 'He is a difficult child.', 'label', 'a difficult child'],
	['observation', 'It is a bad school.', 'label', 'a bad school'],
	['observation', 'She is so mean to the little ones.', 'label', 'She is so mean'],
	['observation', 'He is just unmotivated.', 'label', 'unmotivated'],
	['observation', 'The parents are overprotective.', 'label', 'overprotective'],
	['observation', 'He is always late.', 'always', 'He is always'],
	['observation', 'You never listen.', 'always', 'You never'],
	['observation', "They're constantly talking.", 'always', "They're constantly"],
	['observation', 'As usual the bag was not there.', 'always', 'As usual'],
	['observation', 'Everybody knows how she is.', 'always', 'Everybody knows'],
	['observation', 'He broke it on purpose.', 'intent', 'on purpose'],
	['observation', "She doesn't care about school.", 'intent', "She doesn't care"],
	['observation', "You don't even try.", 'intent', "You don't even try"],
	['observation', 'He just wants attention.', 'intent', 'He just wants attention'],
	['observation', 'The teacher ignores my mails.', 'intent', 'The teacher ignores'],
	['observation', 'They could not care less.', 'intent', 'They could not care less'],
	['feeling', 'I feel ignored.', 'doing', 'ignored'],
	['feeling', 'I felt attacked in the meeting.', 'doing', 'attacked'],
	['feeling', 'I feel not taken seriously.', 'doing', 'not taken seriously'],
	['feeling', "I don't feel heard.", 'doing', "don't feel heard"],
	['feeling', 'We feel let down by school.', 'doing', 'let down'],
	['feeling', 'She feels left out.', 'doing', 'left out'],
	['feeling', 'Rejected and sad.', 'doing', 'Rejected'],
	['feeling', 'Sad and misunderstood.', 'doing', 'misunderstood'],
	['feeling', 'I feel really taken for granted.', 'doing', 'taken for granted'],
	['feeling', "I'm pressured.", 'doing', 'pressured'],
	['feeling', 'I feel like a bad mother.', 'doing', 'like a bad mother'],
	['feeling', 'Do you feel judged?', 'doing', 'judged'],
	['observation', 'At the talk I felt criticised.', 'doing', 'criticised'],
	['feeling', 'I feel that you do not listen.', 'thought', 'feel that you'],
	['feeling', 'I feel like nobody helps us.', 'thought', 'feel like nobody'],
	['feeling', 'It feels as if school hides something.', 'thought', 'feels as if school'],
	['need', 'I need you to call me.', 'who', 'need you to'],
	['need', 'More attention from the teacher.', 'who', 'from the teacher'],
	['need', 'She needs a tablet.', 'means', 'a tablet'],
	['need', 'He needs tutoring.', 'means', 'tutoring'],
	['need', 'We need a different school.', 'means', 'a different school'],
	['need', 'A weekly meeting with us.', 'means', 'A weekly meeting'],
	['need', 'To read 20 minutes a day.', 'amount', '20 minutes a day'],
	['need', 'Clarity by Friday.', 'amount', 'by Friday'],
	['request', 'You must help him.', 'must', 'You must'],
	['request', 'The school should call us.', 'must', 'The school should'],
	['request', 'I demand a meeting.', 'must', 'I demand'],
	['request', 'I want you to solve this.', 'must', 'I want you to'],
	['request', 'He has to be in bed at nine.', 'must', 'He has to'],
	['request', "Solve this or I'll go to the inspectorate.", 'threat', "or I'll go"],
	['request', 'For the last time, watch him.', 'threat', 'For the last time'],
	['request', 'I want an answer immediately.', 'order', 'immediately'],
	['request', 'Make sure this stops.', 'order', 'Make sure'],
	['request', 'Stop giving her tests.', 'order', 'Stop'],
	['request', "Don't call me at work.", 'order', "Don't"]
];

const left: [Step, string][] = [
	['observation', 'On Monday and Tuesday Noor did not have a book with her.'],
	['observation', 'He came in at ten past nine.'],
	['observation', 'She said: "you are always lazy and stupid".'],
	['observation', 'Last week I called three times.'],
	['observation', 'What do you mean by that?'],
	['observation', 'It is difficult for me to call during the day.'],
	['observation', 'She slept badly.'],
	['observation', 'He is being bullied in the playground.'],
	['observation', 'A boy hit her and threatened her.'],
	['observation', 'He was attacked by a dog in the street.'],
	['observation', 'She is not lazy, she is tired.'],
	['observation', 'The door of the classroom is always open.'],
	['observation', 'You are always welcome.'],
	['observation', 'She has never been to camp.'],
	['observation', 'The class was noisy when the test began.'],
	['observation', 'He used his own pencil.'],
	['observation', 'He watched the film with us.'],
	['feeling', 'I feel sad and tired.'],
	['feeling', 'I am afraid that he falls behind.'],
	['feeling', 'I am worried.'],
	['feeling', 'Angry, and a little scared.'],
	['feeling', 'I feel powerless.'],
	['feeling', 'I feel like crying.'],
	['feeling', 'I feel that I am getting tired.'],
	['feeling', 'I am relieved that we talk.'],
	['feeling', 'I do not feel ignored, I feel lonely.'],
	['feeling', 'I feel unsafe.'],
	['feeling', 'Are you disappointed?'],
	['need', 'Rest and clarity.'],
	['need', 'I need trust.'],
	['need', 'To belong.'],
	['need', 'To be heard.'],
	['need', 'To look together for what works.'],
	['need', 'Knowing where I stand.'],
	['need', 'That Noor feels safe.'],
	['need', 'To choose for myself.'],
	['request', 'Would you call me on Thursday about the test?'],
	['request', 'Could we talk for half an hour together?'],
	['request', 'Would you be willing to sit beside Noor when she reads?'],
	['request', 'Should I bring anything?'],
	['request', 'Would you tell me what you think of this?'],
	['request', 'Call me when it suits you, please.'],
	['request', 'Is it possible to send a note on Friday?'],
	['request', 'Let us look together at what fits.'],
	['request', 'We both have to get used to it.'],
	['request', 'Would another day be better?']
];

describe('the writing aid in English', () => {
	test.each(pointedAt)('%s: %s', (step, text, hint, words) => {
		expect(remarksOn(step, text).map((remark) => [remark.hint, remark.words])).toContainEqual([hint, words]);
	});

	test.each(left)('leaves alone, %s: %s', (step, text) => expect(remarksOn(step, text)).toEqual([]));

	test('the table is broad enough', () => expect(pointedAt.length + left.length).toBeGreaterThan(100));
});

test('a Dutch text is read as Dutch, an English one as English', () => {
	expect(remarksOn('observation', 'Hij ging in bad en las een boek voor de les.')).toEqual([]);
	expect(remarksOn('observation', 'He has a dom of his own.')).toEqual([]);
});

test('Turkish and Arabic are left alone', () => {
	expect(remarksOn('feeling', 'Kendimi üzgün hissediyorum.')).toEqual([]);
	expect(remarksOn('feeling', 'أشعر بالحزن')).toEqual([]);
});

test('whatever is written: remarks lie within the text, one after another, and say its own words', () => {
	const words = fc.array(
		fc.constantFrom('Ik', 'voel', 'me', 'genegeerd', 'You', 'must', 'lui', 'lazy', '"', '.', '\n', '’')
	);
	fc.assert(
		fc.property(
			fc.constantFrom(...steps),
			fc.oneof(
				words.map((all) => all.join(' ')),
				fc.string()
			),
			(step, text) => {
				let end = 0;
				for (const { at, words: said } of remarksOn(step, text)) {
					expect(at).toBeGreaterThanOrEqual(end);
					expect(text.slice(at, at + said.length)).toBe(said);
					end = at + said.length;
				}
			}
		)
	);
});
