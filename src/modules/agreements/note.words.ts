import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import { sayList } from '#words/lists.ts';
import { noteResults } from './agreement.ts';
import type { Tally } from './note.ts';

const countWords = {
	done: m.agreements_tally_done,
	partly: m.agreements_tally_partly,
	not: m.agreements_tally_not
};

/** What was told since the last look back, in a sentence and not in a score. */
export function tallyWords(tally: Tally, language: Language): string {
	const locale = { locale: language };
	const told = noteResults.filter((result) => tally[result]);
	if (!told.length) return m.agreements_tally_none({}, locale);
	const counts = told.map((result) => countWords[result]({ count: tally[result] }, locale));
	return m.agreements_tally({ counts: sayList(counts, language) }, locale);
}
