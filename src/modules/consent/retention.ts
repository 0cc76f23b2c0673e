import { addDays, type Day } from '#platform/time.ts';

/** *Bewaartermijn*: what goes a time after a child left. */
export const pupilKinds = ['dossier', 'referral', 'enrolment'] as const;
export type PupilKind = (typeof pupilKinds)[number];
/** What goes a time after it was made or used, or after somebody left the staff. */
export const agedKinds = ['notes', 'looks', 'facts', 'messages', 'uploads', 'staff'] as const;
export type AgedKind = (typeof agedKinds)[number];
export const retentionKinds = [...pupilKinds, ...agedKinds] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** In months. The house's own term, and the least and the most that a school may choose; alike: it has no choice. */
export type Term = { length: number; least: number; most: number };

/**
 * The terms of standards §5.2: a dossier two years after leaving at most, referral three years, absence and enrolment five
 * years. For the rest the law says no longer than needed (art. 5 AVG): less than the least, and a family could not check what
 * happened.
 */
export const terms: Record<RetentionKind, Term> = {
	dossier: { length: 24, least: 6, most: 24 },
	referral: { length: 36, least: 36, most: 36 },
	enrolment: { length: 60, least: 60, most: 60 },
	notes: { length: 3, least: 1, most: 12 },
	looks: { length: 24, least: 12, most: 36 },
	facts: { length: 12, least: 3, most: 24 },
	messages: { length: 6, least: 1, most: 12 },
	uploads: { length: 1, least: 1, most: 3 },
	staff: { length: 24, least: 12, most: 60 }
};

export function mayChoose(kind: RetentionKind): boolean {
	return terms[kind].least < terms[kind].most;
}

export function isWithinLimits(kind: RetentionKind, length: number): boolean {
	const { least, most } = terms[kind];
	return Number.isInteger(length) && least <= length && length <= most;
}

/** So many months before a day; on the last day of a shorter month. What ended on it or earlier is due. */
export function monthsBefore(day: Day, months: number): Day {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	const first = new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10) as Day;
	const next = new Date(Date.UTC(year, month - months, 1)).toISOString().slice(0, 10) as Day;
	const wanted = addDays(first, date - 1);
	return wanted < next ? wanted : addDays(next, -1);
}

export function lastOfMonth(day: Day): Day {
	const [year, month] = day.split('-').map(Number) as [number, number];
	return addDays(new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10) as Day, -1);
}

/**
 * By which term each table goes. A table of a room that is about somebody stands here, or below with why it has no term;
 * tests/architecture/retention.test.ts holds every migration to it. A note for a talk
 * stays with the dossier for who of the family wrote it; what school wrote for itself goes earlier, by `notes`.
 */
export const heldBy: Record<string, RetentionKind> = {
	'agreements.agreement': 'dossier',
	'agreements.wording': 'dossier',
	'agreements.step': 'dossier',
	'agreements.look_back': 'dossier',
	'agreements.calendar': 'dossier',
	'conversations.conversation': 'dossier',
	'conversations.participant': 'dossier',
	'conversations.preparation': 'dossier',
	'conversations.answer': 'dossier',
	'conversations.entry': 'dossier',
	'conversations.note': 'dossier',
	'conversations.attachment': 'dossier',
	'conversations.development': 'dossier',
	'conversations.evidence': 'dossier',
	'conversations.showing': 'dossier',
	'conversations.point': 'dossier',
	'conversations.aim': 'dossier',
	'conversations.companion': 'dossier',
	'conversations.tip': 'dossier',
	'conversations.tip_answer': 'dossier',
	'conversations.closing': 'dossier',
	'conversations.record': 'dossier',
	'conversations.response': 'dossier',
	'conversations.edition': 'dossier',
	'conversations.said_back': 'dossier',
	'conversations.hearing': 'dossier',
	'conversations.own_words': 'dossier',
	'conversations.retelling': 'dossier',
	'conversations.explanation': 'dossier',
	'conversations.handover': 'dossier',
	'conversations.sheet': 'dossier',
	'conversations.sheet_line': 'dossier',
	'conversations.emphasis': 'dossier',
	'cycle.own_talk': 'dossier',
	'cycle.participant': 'dossier',
	'cycle.board_talk': 'dossier',
	'cycle.board_change': 'dossier',
	'cycle.board_concession': 'dossier',
	'cycle.booking': 'dossier',
	'cycle.wish': 'dossier',
	'cycle.wish_time': 'dossier',
	'cycle.wish_child': 'dossier',
	'cycle.wish_teacher': 'dossier',
	'cycle.suggestion': 'dossier',
	'cycle.arrangement': 'dossier',
	'cycle.arrangement_terms': 'dossier',
	'cycle.arrangement_step': 'dossier',
	'cycle.contact_moment': 'dossier',
	'cycle.talk_ask': 'dossier',
	'cycle.proposal': 'dossier',
	'cycle.nudge': 'dossier',
	'cycle.invitation': 'dossier',
	'consent.consent': 'dossier',
	'consent.step': 'dossier',
	'consent.look': 'looks',
	'consent.look_in': 'looks',
	'consent.cleared': 'enrolment',
	'people.line': 'dossier',
	'people.line_yes': 'dossier',
	'people.guide_person': 'dossier',
	'people.works_entry': 'dossier',
	'people.file_check': 'dossier',
	'consent.export': 'dossier',
	'consent.download': 'dossier',
	'consent.claim': 'enrolment',
	'people.person': 'enrolment',
	'people.pupil': 'enrolment',
	'people.enrolment': 'enrolment',
	'people.guardianship': 'enrolment',
	'people.household': 'enrolment',
	'people.tie': 'enrolment',
	'people.restriction': 'enrolment',
	'people.authority_change': 'enrolment',
	'people.information_request': 'enrolment',
	'people.say_proposal': 'enrolment',
	'people.say_answer': 'enrolment',
	'people.invitation': 'enrolment',
	'people.staff': 'staff',
	'people.teaching': 'staff',
	'people.import': 'uploads',
	'people.import_change': 'uploads',
	'notifications.message': 'messages',
	'platform.fact': 'facts',
	'platform.outbox': 'facts'
};

/** Tables without a term of their own, each with why. */
export const withoutTerm: Record<string, string> = {
	'people.school': 'the school itself',
	'people.school_year': 'about nobody',
	'people.pupil_group': 'about nobody',
	'people.import_mapping': 'the titles of columns',
	'people.guide_sentence': 'words of the school',
	'people.profile': 'a guardian’s own; goes with the account',
	'cycle.round': 'about nobody',
	'cycle.round_group': 'about nobody',
	'cycle.school_calendar': 'about nobody',
	'cycle.holiday': 'about nobody',
	'cycle.year_moment': 'about nobody',
	'cycle.location': 'about nobody',
	'cycle.board': 'about nobody',
	'cycle.board_step': 'what the office did on a board; goes when the plan is settled',
	'cycle.plan_run': 'about nobody but who pressed the button',
	'cycle.answer_term': 'terms of the school',
	'cycle.target': 'what the school strives for',
	'cycle.absence': 'when a teacher cannot be there, without why; goes by itself when it is over',
	'cycle.walking': 'about nobody',
	'cycle.delay': 'of one evening; gone the night after it',
	'cycle.block': 'times of the school; the teacher goes when the last booking has gone',
	'cycle.pace': 'how a teacher keeps it up; goes with the teacher’s times',
	'conversations.template': 'words of the school',
	'consent.purpose': 'words of the school',
	'conversations.record_term': 'terms of the school',
	'consent.term': 'terms of the school',
	'consent.clearing': 'numbers only',
	'platform.tenant': 'about nobody',
	'platform.protected_table': 'about nobody',
	'platform.account': 'goes when its last person goes',
	'platform.membership': 'goes with the person',
	'platform.session': 'ends by itself and is cleared each night',
	'platform.sign_in': 'ends within the hour and is cleared each night',
	'platform.attempt': 'hashes of addresses, cleared each night',
	'platform.secret': 'keys of the house',
	'platform.mailbox': 'only in the trial, where no real child may be; goes with the message',
	'platform.challenge': 'ends within minutes and goes with the account',
	'platform.passkey': 'goes with the account',
	'platform.totp': 'goes with the account',
	'platform.recovery': 'goes with the account',
	'platform.provider': 'a directory of the school',
	'platform.errand': 'ends within minutes',
	'platform.arrival': 'ends within minutes',
	'platform.subject': 'goes with the account',
	'platform.invitation_code': 'goes when the code has ended',
	'platform.secret_address': 'a hash; goes when its owner stops it, or no longer enters',
	'platform.push_device': 'goes with the session, and with the account',
	'notifications.manner': 'one’s own; goes with the account',
	'platform.device': 'goes with the account',
	'platform.file': 'goes with the row it belongs to',
	'platform.file_content': 'goes with its file',
	'platform.file_gone': 'numbers only; goes when the bucket has let go'
};
