import { stepWords } from '#modules/conversations/step.words.ts';
import type { Step } from '#modules/conversations/steps.ts';
import type { Ctx } from '#platform/ctx.ts';
import { drawLetters, type LetterPage } from '#platform/letter.server.ts';
import { speakIn } from '#platform/speaking.server.ts';
import { sayList } from '#words/lists.ts';
import * as m from '#words/compiled/messages.js';
import type { Round } from '#modules/cycle/round.ts';
import type { FamilyLetter } from './papers.server.ts';
import { sayTalk } from './paper.words.ts';

type School = { name: string; phone: string | null };

/**
 * One file with a letter for each home, in its own language. The square leads to the page of the round, behind the sign-in: who
 * finds the letter reads no more than is on it.
 */
export function drawFamilyLetters(
	{ language }: Pick<Ctx, 'language'>,
	round: Pick<Round, 'id'>,
	{ school, steps, letters }: { school: School; steps: readonly Step[]; letters: readonly FamilyLetter[] },
	origin: string
): Promise<Uint8Array<ArrayBuffer>> {
	const pages = letters.map((letter) =>
		speakIn(letter.language, (): LetterPage => ({
			...{ language: letter.language, from: school.name, to: letter.to },
			greeting: m.inform_letter_greeting({ name: letter.to }),
			welcome: m.inform_letter_welcome(),
			how: letter.talks.length === 1 ? m.inform_letter_talk() : m.inform_letter_talks(),
			steps: letter.talks.map((talk) => sayTalk(talk, letter.language)),
			codeLabel: school.phone ? m.inform_letter_call() : m.inform_letter_teacher(),
			code: school.phone ?? '',
			until: m.inform_letter_scan(),
			help: `${m.inform_letter_build({
				steps: sayList(
					steps.map((step) => stepWords[step]()),
					letter.language
				)
			})} ${m.inform_letter_bring()}`,
			square: { data: `${origin}/afspreken/${round.id}`, label: m.inform_letter_square() }
		}))
	);
	return drawLetters(m.inform_letter_title({}, { locale: language }), pages);
}
