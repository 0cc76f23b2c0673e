import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import { sayDay, sayMoment } from '#words/dates.ts';
import type { Day } from '#platform/time.ts';
import type { Answer } from './ask.ts';

/** What was asked, as its page shows it. */
export type Asked = {
	of: string | null;
	answerBy: Day;
	answer: (Pick<Answer, 'kind' | 'at'> & { by: string }) | null;
	overdue: boolean;
	may: { answer: boolean; agree: boolean };
};

export function answerSays({ kind, at, by }: NonNullable<Asked['answer']>, language: Language): string {
	const inWords = { locale: language };
	return kind === 'call'
		? m.arrangements_ask_calls({ name: by, day: sayDay(at, language) }, inWords)
		: m.arrangements_ask_suits({ name: by, when: sayMoment(at, language) }, inWords);
}
