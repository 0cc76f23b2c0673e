import type { Audience } from './audience.ts';

/**
 * For whom a text is: one of the audiences, what stands beside the text itself, or the few who share a matter that is in
 * no circle (a parent without authority and the office; who looked in and the family).
 */
export type ForWhom = Audience | 'as written' | 'those concerned';
/** A kind of text that people write about a child: for whom by default, and whether the pupil may ever read it. */
export type Text = { of: string; forWhom: ForWhom; pupil: 'may' | 'never' };

const asWritten = (of: string): Text => ({ of, forWhom: 'as written', pupil: 'may' });
const circle = (of: string): Text => ({ of, forWhom: 'circle', pupil: 'may' });
const adults = (of: string): Text => ({ of, forWhom: 'adults', pupil: 'never' });
const concerned = (of: string, pupil: Text['pupil'] = 'never'): Text => ({ of, forWhom: 'those concerned', pupil });
const mine = (of: string, pupil: Text['pupil'] = 'may'): Text => ({ of, forWhom: 'me', pupil });

/** Every column that holds such a text (handbook §16). A column that is in none of the two lists fails a test. */
export const texts: Readonly<Record<string, Text>> = {
	'agreements.wording.what': asWritten('the words of an agreement'),
	'agreements.wording.why': asWritten('the words of an agreement'),
	'agreements.wording.rhythm': asWritten('the words of an agreement'),
	'agreements.wording.how': asWritten('the words of an agreement'),
	'agreements.wording.helpers': asWritten('the words of an agreement'),
	'agreements.step.words': asWritten('what was said with a move, such as a repair'),
	'agreements.step.if_works': asWritten('the next step if it works'),
	'agreements.step.if_not': asWritten('the next step if it does not work'),
	'agreements.look_back.did': asWritten('a look-back'),
	'agreements.look_back.missed': asWritten('a look-back'),
	'conversations.answer.text': mine('a preparation before it is shared'),
	'conversations.note.text': mine('what somebody wants to remember for a talk'),
	'conversations.attachment.caption': asWritten('what a drawing, photo or recording is of'),
	'conversations.development.words': asWritten('what somebody saw of a child’s development'),
	'conversations.evidence.caption': asWritten('what is to be seen or heard beside such a note'),
	'conversations.entry.text': asWritten('words on the page of a talk'),
	'conversations.tip.text': asWritten('a thought about what is the other’s to decide'),
	'conversations.tip_answer.reason': asWritten('why it is used or not'),
	'conversations.closing.words': mine('how somebody left a talk'),
	'conversations.conversation.request': concerned('why a talk was asked for', 'may'),
	'conversations.conversation.location': circle('where a talk is'),
	'conversations.record.for_adults': adults('the record for the adults'),
	'conversations.record.for_circle': circle('the record for everyone, the child first'),
	'conversations.edition.for_adults': adults('the record for the adults, as it was shared'),
	'conversations.edition.for_circle': circle('the record for everyone, as it was shared'),
	'conversations.sheet_line.text': asWritten('what somebody wrote for themself when it got hard, or about home'),
	'conversations.response.own_view': asWritten('an own view beside the record'),
	'conversations.said_back.text': concerned('what school heard from a home'),
	'conversations.hearing.correction': concerned('what a home says of that'),
	'conversations.own_words.text': concerned('what was agreed, as a guardian tells it'),
	'conversations.explanation.unclear': concerned('what a home would like explained in another way'),
	'conversations.explanation.said': concerned('how school explained it'),
	'cycle.wish_child.note': concerned('what a home would like school to know beside a talk, or instead of it'),
	'cycle.arrangement_terms.wish': circle('what the child would like of how they keep in touch'),
	'cycle.arrangement_step.words': circle('what the child says itself that it would like'),
	'consent.consent.title': concerned('what consent is asked for', 'may'),
	'consent.consent.what': concerned('what consent is asked for', 'may'),
	'consent.consent.why': concerned('what consent is asked for', 'may'),
	'consent.consent.readers': concerned('what consent is asked for', 'may'),
	'consent.step.words': concerned('what was said with consent', 'may'),
	'consent.look_in.reason': concerned('why leadership or office looked in'),
	'consent.claim.words': mine('what somebody asks by law'),
	'consent.claim.extended_why': mine('why school takes longer to answer it'),
	'consent.claim.answer': mine('what school answered to it'),
	'consent.export.content': mine('all that is theirs to read, taken along'),
	'people.information_request.question': concerned('what a parent without authority asked'),
	'people.information_request.answer': concerned('what school answered to that parent'),
	'people.file_check.held': concerned('what school holds, as it stood when it was checked'),
	'people.file_check.words': concerned('what a guardian would like corrected'),
	'people.file_check.reason': concerned('why school corrects it or not'),
	'people.line.wording': adults('lines of communication with two homes'),
	'people.works_entry.words': circle('what works for this child'),
	'people.guide_person.for_what': circle('who to go to'),
	'people.guide_person.how': circle('who to go to')
};

/**
 * Columns that hold no words about a child: names and numbers, codes with a closed meaning, what is about school, an adult's
 * own profile or sign-in, and papers that only the office reads. By table.
 */
export const noTexts: Readonly<Record<string, string>> = {
	'agreements.agreement': 'audience kind state',
	'agreements.look_back': 'closer voice wants',
	'agreements.step': 'move result',
	'agreements.wording': 'cadence remind',
	'consent.claim': 'kind state',
	'consent.cleared': 'kind',
	'consent.clearing': 'cause kind',
	'consent.consent': 'email given_name purpose state surname',
	'consent.download': 'form',
	'consent.export': 'state',
	'consent.purpose': 'readers title what why',
	'consent.step': 'move',
	'consent.term': 'kind',
	'conversations.aim': 'aim',
	'conversations.answer': 'question',
	'conversations.attachment': 'audience kind question',
	'conversations.companion': 'name part',
	'conversations.conversation': 'kind part place state',
	'conversations.development': 'audience domain voice',
	'conversations.evidence': 'kind type',
	'conversations.entry': 'audience bearing question section starter',
	'conversations.tip': 'audience topic',
	'conversations.tip_answer': 'answer',
	'conversations.closing': 'heard knows',
	'conversations.explanation': 'way',
	'conversations.emphasis': 'spot',
	'conversations.response': 'audience',
	'conversations.sheet': 'audience kind',
	'conversations.sheet_line': 'field',
	'conversations.template': 'aim_en aim_nl aims guests kind purpose_en purpose_nl steps',
	'cycle.arrangement': 'state year',
	'cycle.arrangement_terms': 'initiative ways',
	'cycle.arrangement_step': 'move party',
	'cycle.contact_moment': 'form',
	'cycle.talk_ask': 'answer',
	'cycle.block': 'places',
	'cycle.board_change': 'talk',
	'cycle.board_concession': 'kind talk',
	'cycle.board_step': 'kind',
	'cycle.board_talk': 'talk',
	'cycle.plan_run': 'state',
	'cycle.booking': 'place state',
	'cycle.holiday': 'kind name national year',
	'cycle.invitation': 'code_hash',
	'cycle.location': 'key name',
	'cycle.participant': 'because priority',
	'cycle.round': 'invitation kind mode state',
	'cycle.school_calendar': 'region year',
	'cycle.year_moment': 'kind words year',
	'cycle.wish': 'earliest interpreter latest place timing',
	'cycle.wish_child': 'answer',
	'notifications.manner': 'daily_at quiet_from quiet_until rhythm',
	'cycle.wish_child.note': concerned('what a home would like school to know beside a talk, or instead of it'),
	'cycle.year_moment': 'kind words year',
	'people.file_check.held': concerned('what school holds, as it stood when it was checked'),
	'people.file_check.reason': concerned('why school corrects it or not'),
	'people.file_check.words': concerned('what a guardian would like corrected'),
	'people.guide_person.for_what': circle('who to go to'),
	'people.guide_person.how': circle('who to go to')
	'people.information_request.answer': concerned('what school answered to that parent'),
	'people.information_request.question': concerned('what a parent without authority asked'),
	'people.line.wording': adults('lines of communication with two homes'),
	'people.works_entry.words': circle('what works for this child'),
 * Columns that hold no words about a child: names and numbers, codes with a closed meaning, what is about school, an adult's
 * own profile or sign-in, and papers that only the office reads. By table.
 */
/**
export const noTexts: Readonly<Record<string, string>> = {
};
	'notifications.message': 'key kind state trouble',
	'people.authority_change': 'authority institution proof restriction what',
	'people.file_check': 'item state',
	'people.guardianship': 'authority home_label institution relation',
	'people.guide_sentence': 'for_what how source',
	'people.import': 'list report roster state',
	'people.import_change': 'kind mark was',
	'people.import_mapping': 'mapping titles',
	'people.information_request': 'ground state',
	'people.invitation': 'channel',
	'people.line': 'part state',
	'people.line_yes': 'party',
	'people.person': 'called email given_name home_language initials key language mobile prefix role secret_for surname',
	'people.profile': 'answered call_when channel interpreter reads speaks',
	'people.pupil': 'next_year_group year_group',
	'people.pupil_group': 'key name year_group',
	'people.restriction': 'kind proof',
	'people.say_proposal': 'state',
	'people.school': 'brin kind name phone region',
	'people.school_year': 'name',
	'people.staff': 'introduction proposed_tasks roles tasks',
	'people.works_entry': 'kind voice',
	'platform.fact': 'about name'
};
