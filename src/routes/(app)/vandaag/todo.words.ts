import { formWords } from '#modules/cycle/arrangements/arrangement.words.ts';
import type { Summary } from '#modules/conversations/summary.ts';
import { kindWords } from '#modules/cycle/round.words.ts';
import type { RoundKind } from '#modules/cycle/round.ts';
import type { Language } from '#platform/ctx.ts';
import type { PictureName } from '#ui/pictures.ts';
import { sayDay, sayMoment } from '#words/dates.ts';
import { sayList } from '#words/lists.ts';
import * as m from '#words/compiled/messages.js';
import type { Todo } from './todo.ts';

/**
 * What there is to do, in a sentence; what it is about; the verb on the button; and where that leads. `which`: what tells it
 * apart from another of the same kind, for who hears the buttons alone.
 */
export type TodoWords = { heading: string; detail: string; verb: string; href: string; which?: string };
type OfTalks = (inputs: { talks: string }, options: { locale: Language }) => string;

/** What a thing to do looks like, for who likes a drawing beside the words. */
export const pictureOf: Record<Todo['kind'], PictureName> = {
	table: 'table',
	prepare: 'write',
	record: 'paper',
	respond: 'paper',
	plan: 'calendar',
	agree: 'calendar',
	answer: 'agreement',
	lookBack: 'look',
	repair: 'agreement',
	anotherForm: 'other-words',
	choose: 'calendar',
	offer: 'clock',
	round: 'calendar',
	tell: 'phone',
	lines: 'ask',
	consent: 'ask',
	explain: 'other-words',
	keepInTouch: 'ask',
	contact: 'phone',
	attendance: 'calendar',
	moved: 'calendar',
	calls: 'phone',
	authority: 'people'
};

export function wordsOf(todo: Todo, language: Language): TodoWords {
	const inWords = { locale: language };
	switch (todo.kind) {
		case 'table':
			return about(
				todo,
				todo.talk.isReader
					? m.app_todo_table_yours({}, inWords)
					: m.app_todo_table({ name: todo.talk.callName }, inWords),
				m.app_todo_table_verb({}, inWords),
				'/tafel'
			);
		case 'prepare':
			return about(
				todo,
				todo.talk.isReader
					? m.app_todo_prepare_yours({}, inWords)
					: m.app_todo_prepare({ name: todo.talk.callName }, inWords),
				m.app_todo_prepare_verb({}, inWords),
				'/voorbereiden'
			);
		case 'record':
			return about(
				todo,
				m.app_todo_record({ name: todo.talk.callName }, inWords),
				m.app_todo_record_verb({}, inWords),
				'/verslag'
			);
		case 'respond':
			return about(
				todo,
				todo.talk.isReader
					? m.app_todo_respond_yours({}, inWords)
					: m.app_todo_respond({ name: todo.talk.callName }, inWords),
				m.app_todo_respond_verb({}, inWords),
				'/verslag'
			);
		case 'plan': {
			const said = about(
				todo,
				m.app_todo_plan({ name: todo.talk.callName }, inWords),
				m.app_todo_plan_verb({}, inWords),
				''
			);
			if (!todo.clock) return said;
			const day = sayDay(todo.clock.answerBy, language);
			const clock = todo.clock.overdue
				? m.arrangements_ask_overdue({ day }, inWords)
				: m.arrangements_ask_todo_by({ day }, inWords);
			return { ...said, detail: `${said.detail}. ${clock}` };
		}
		case 'agree':
			return {
				heading: todo.isReader
					? m.arrangements_ask_todo_yours({}, inWords)
					: m.arrangements_ask_todo({ name: todo.callName }, inWords),
				detail: sayMoment(todo.at, language),
				verb: m.arrangements_ask_todo_verb({}, inWords),
				href: `/gesprekken/${todo.talk}`
			};
		case 'answer':
			return {
				heading:
					todo.card.state === 'adapted'
						? todo.isReader
							? m.app_todo_adapted_yours({}, inWords)
							: m.app_todo_adapted({ name: todo.card.callName }, inWords)
						: todo.card.voice === 'child' && todo.card.owner.isReader && !todo.card.beside
							? m.app_todo_answer_own({}, inWords)
							: m.app_todo_answer({ name: todo.card.callName }, inWords),
				detail: todo.card.wording.what,
				verb: m.app_todo_answer_verb({}, inWords),
				href: `/afspraken/${todo.card.id}`
			};
		case 'lookBack':
			return {
				heading: todo.isReader
					? m.app_todo_look_back_yours({}, inWords)
					: m.app_todo_look_back({ name: todo.card.callName }, inWords),
				detail: todo.card.wording.what,
				verb: m.app_todo_look_back_verb({}, inWords),
				href: `/afspraken/${todo.card.id}/terugkijken`
			};
		case 'repair':
			return {
				heading: m.agreements_todo_repair({ name: todo.card.callName }, inWords),
				detail: todo.card.wording.what,
				verb: m.agreements_todo_repair_verb({}, inWords),
				href: `/afspraken/${todo.card.id}`
			};
		case 'anotherForm':
			return {
				heading: m.agreements_todo_another({ name: todo.card.callName }, inWords),
				detail: todo.card.wording.what,
				verb: m.agreements_todo_another_verb({}, inWords),
				href: `/afspraken/${todo.card.id}`
			};
		case 'choose':
			if (todo.wishes)
				return {
					heading: m.wishes_todo({ names: sayList(todo.callNames, language) }, inWords),
					detail: m.wishes_todo_detail({}, inWords),
					verb: m.wishes_todo_verb({}, inWords),
					href: `/afspreken/${todo.round}/wensen`
				};
			return {
				heading: m.app_todo_choose({ names: sayList(todo.callNames, language) }, inWords),
				detail: m.app_todo_choose_detail({}, inWords),
				verb: m.app_todo_choose_verb({}, inWords),
				href: `/afspreken/${todo.round}`
			};
		case 'round':
			return {
				...inGroups(
					todo,
					todo.open ? m.app_todo_round_open : m.app_todo_round_draft,
					m.app_todo_round_detail({ day: sayDay(todo.lastDay, language) }, inWords)
				),
				verb: m.app_todo_round_verb({}, inWords),
				href: `/planner/${todo.round}`
			};
		case 'calls':
			return {
				heading: m.after_todo_calls({ count: todo.count }, inWords),
				detail: m.after_todo_calls_detail({}, inWords),
				verb: m.after_todo_calls_verb({}, inWords),
				href: '/aanbod/bellen'
			};
		case 'moved':
			return {
				heading: m.after_todo_moved({ name: todo.callName }, inWords),
				detail: m.after_todo_moved_detail({ when: sayMoment(todo.startsAt, language) }, inWords),
				verb: m.after_todo_moved_verb({}, inWords),
				href: `/afspreken/tijd/${todo.booking}/voorstel`
			};
		case 'attendance':
			return {
				heading: m.after_todo_said({ count: todo.count }, inWords),
				detail: m.after_todo_said_detail({}, inWords),
				verb: m.after_todo_said_verb({}, inWords),
				href: '/aanbod/geweest'
			};
		case 'authority':
			return {
				heading: m.app_todo_authority({ count: todo.count }, inWords),
				detail: m.app_todo_authority_detail({}, inWords),
				verb: m.app_todo_authority_verb({}, inWords),
				href: '/school/gezag'
			};
		case 'tell': {
			const [first] = todo.errands;
			const about = { name: first?.name ?? '', child: first?.callName ?? '' };
			const one = first?.way === 'phone' ? m.profile_errand_phone : m.profile_errand_paper;
			const count = todo.errands.length;
			return {
				heading: count === 1 ? one(about, inWords) : m.profile_errands({ count }, inWords),
				detail: m.profile_errand_detail({}, inWords),
				verb: m.profile_errand_verb({}, inWords),
				href: count === 1 ? `/meldingen/${first?.id}` : '/meldingen'
			};
		}
		case 'explain':
			return {
				heading: m.record_todo_explain({ name: todo.callName }, inWords),
				detail: m.record_todo_explain_detail({ day: todo.startsAt ? sayDay(todo.startsAt, language) : '' }, inWords),
				verb: m.record_todo_explain_verb({}, inWords),
				href: `/gesprekken/${todo.conversation}/verslag/begrepen`
			};
		case 'lines':
			return {
				heading: m.profile_todo_lines({ name: todo.callName }, inWords),
				detail: m.profile_todo_lines_detail({}, inWords),
				verb: m.profile_todo_lines_verb({}, inWords),
				href: `/leerlingen/${todo.pupil}/lijnen`
			};
		case 'keepInTouch':
			return {
				heading: todo.isReader
					? m.arrangements_todo_answer_yours({}, inWords)
					: m.arrangements_todo_answer({ name: todo.callName }, inWords),
				detail: m.arrangements_todo_answer_detail({}, inWords),
				verb: m.arrangements_todo_answer_verb({}, inWords),
				href: `/leerlingen/${todo.pupil}/contact`
			};
		case 'contact': {
			const { form, due, pupil, callName, isReader } = todo.waiting;
			const about = { name: callName, form: formWords[form]({}, inWords).toLowerCase() };
			return {
				heading: isReader
					? m.arrangements_todo_contact_yours(about, inWords)
					: m.arrangements_todo_contact(about, inWords),
				detail: m.arrangements_todo_contact_detail({ day: sayDay(due, language) }, inWords),
				verb: m.arrangements_todo_contact_verb({}, inWords),
				href: `/leerlingen/${pupil}/contact`
			};
		}
		case 'consent':
			return {
				heading: todo.isReader
					? m.consent_todo_yours({}, inWords)
					: m.consent_todo({ name: todo.consent.callName }, inWords),
				detail: todo.consent.title,
				verb: m.consent_todo_verb({}, inWords),
				href: `/leerlingen/${todo.consent.pupil}/toestemming`
			};
		case 'offer':
			return {
				...inGroups(
					todo,
					m.app_todo_offer,
					todo.short > 0
						? m.app_todo_offer_short({ count: todo.short }, inWords)
						: m.app_todo_offer_evening({}, inWords)
				),
				verb: m.app_todo_offer_verb({}, inWords),
				href: `/aanbod/${todo.round}`
			};
	}

	function inGroups(round: { talks: RoundKind; of: readonly string[] }, say: OfTalks, rest: string) {
		const talks = kindWords[round.talks]({}, inWords);
		const heading = say({ talks: talks.toLowerCase() }, inWords);
		const detail = [sayList(round.of, language), rest].filter(Boolean).join('. ');
		return { heading, detail, which: `${heading}, ${detail}` };
	}

	function about({ talk }: Extract<Todo, { talk: Summary }>, heading: string, verb: string, page: string): TodoWords {
		const detail = talk.startsAt
			? sayMoment(talk.startsAt, language)
			: sayList(
					talk.people.map(({ name }) => name),
					language
				);
		return { heading, detail, verb, href: `/gesprekken/${talk.id}${page}`, which: `${heading}, ${detail}` };
	}
}
