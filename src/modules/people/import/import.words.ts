import type { Language } from '#platform/ctx.ts';
import type { Day } from '#platform/time.ts';
import * as m from '#words/compiled/messages.js';
import { sayDay } from '#words/dates.ts';
import { itemWords, sayHeld } from '#modules/people/file-check.words.ts';
import type { Item } from '#modules/people/file-check.ts';
import type { Difference } from './decided.ts';
import type { ImportReason, OpenReason } from './imports.server.ts';
import type { authorityWords, MappingFault, relationWords, Homes } from './mapping.ts';
import type {
	RejectedRow,
	RejectReason,
	UnreadableFile,
	UnreadableReason,
	ImportWarning,
	WarningKind
} from './roster.ts';
import { partOf, type Part, type Slot } from './slot.ts';
import type { ChangedField } from './step.ts';
import type { UndoReason, UndoRefusal } from './undo.ts';

type Say<Inputs = { about: string }> = (inputs: Inputs, options: { locale: Language }) => string;

const rejections: Record<RejectReason, Say> = {
	'missing-key': m.import_rejected_missing_key,
	'duplicate-key': m.import_rejected_duplicate_key,
	'duplicate-person': m.import_rejected_duplicate_person,
	'unknown-group': m.import_rejected_unknown_group,
	'unknown-pupil': m.import_rejected_unknown_pupil,
	'unknown-person': m.import_rejected_unknown_person,
	'impossible-date': m.import_rejected_impossible_date,
	'missing-name': m.import_rejected_missing_name,
	'dummy-key': m.import_rejected_dummy_key,
	'wrong-number': m.import_rejected_wrong_number,
	'wrong-relation': m.import_rejected_wrong_relation,
	'wrong-authority': m.import_rejected_wrong_authority,
	'wrong-yes-no': m.import_rejected_wrong_yes_no,
	'wrong-email': m.import_rejected_wrong_email,
	'wrong-width': m.import_rejected_wrong_width,
	'same-email': m.import_rejected_same_email
};

const unreadables: Record<UnreadableReason, Say> = {
	'not-found': m.import_unreadable_not_found,
	empty: m.import_unreadable_empty,
	'too-large': m.import_unreadable_too_large,
	'wrong-encoding': m.import_unreadable_wrong_encoding,
	'unknown-encoding': m.import_unreadable_unknown_encoding,
	doctype: m.import_unreadable_doctype,
	'broken-xml': m.import_unreadable_broken_xml,
	'not-edex': m.import_unreadable_not_edex,
	'too-many-files': m.import_unreadable_too_many_files,
	'broken-zip': m.import_unreadable_broken_zip,
	'locked-zip': m.import_unreadable_locked_zip,
	'missing-lists': m.import_unreadable_missing_lists,
	'only-changes': m.import_unreadable_only_changes,
	'missing-columns': m.import_unreadable_missing_columns,
	'broken-csv': m.import_unreadable_broken_csv,
	'too-many-rejected': m.import_unreadable_too_many_rejected,
	'unknown-format': m.import_unreadable_unknown_format,
	'two-schools': m.import_unreadable_two_schools,
	'other-school': m.import_unreadable_other_school,
	'same-kind-twice': m.import_unreadable_same_kind_twice
};

/** A warning uses of `about` what it needs. */
type About = Record<
	'year' | 'version' | 'name' | 'tasks' | 'day' | 'pupil' | 'count' | 'of' | 'noun' | 'item' | 'was',
	string
>;
const warnings: Record<WarningKind, Say<About>> = {
	'unknown-school-year': m.import_warning_unknown_school_year,
	'unclear-school-year': m.import_warning_unclear_school_year,
	'other-school-year': m.import_warning_other_school_year,
	'unknown-version': m.import_warning_unknown_version,
	'no-group': m.import_warning_no_group,
	'no-teaching': m.import_warning_no_teaching,
	'proposed-tasks': m.import_warning_proposed_tasks,
	'granted-tasks': m.import_warning_granted_tasks,
	'no-office': m.import_warning_no_office,
	'office-kept': m.import_warning_office_kept,
	'reader-kept': m.import_warning_reader_kept,
	'authority-kept': m.import_warning_authority_kept,
	'correction-missing': m.import_warning_correction_missing,
	'names-differ': m.import_warning_names_differ,
	'left-pupils': m.import_warning_left_pupils,
	'pupils-without-guardians': m.import_warning_pupils_without_guardians,
	'many-ended': m.import_warning_many_ended,
	'unclear-own-group': m.import_warning_unclear_own_group,
	'other-roles': m.import_warning_other_roles,
	'unknown-authority': m.import_warning_unknown_authority,
	'homes-not-known': m.import_warning_homes_not_known
};

export const reasonWords: Record<ImportReason | OpenReason, Say> = {
	missing: m.import_refused_missing,
	rejected: m.import_refused_rejected,
	'other-school': m.import_unreadable_other_school,
	'brin-missing': m.import_refused_brin_missing,
	'brin-taken': m.import_refused_brin_taken,
	'no-administration': m.import_refused_no_administration
};

const columnWords: Record<Part, Say> = {
	leerling_key: m.import_column_leerling_key,
	volgnummer: m.import_column_volgnummer,
	relatie: m.import_column_relatie,
	gezag: m.import_column_gezag,
	informatie_toegestaan: m.import_column_informatie_toegestaan,
	voorletters: m.import_column_voorletters,
	roepnaam: m.import_column_roepnaam,
	voorvoegsel: m.import_column_voorvoegsel,
	achternaam: m.import_column_achternaam,
	email: m.import_column_email,
	mobiel: m.import_column_mobiel,
	huishouden: m.import_column_huishouden,
	taal: m.import_column_taal,
	tolk: m.import_column_tolk,
	naam: m.import_column_naam
};

export function columnWord(slot: Slot, locale: Language) {
	const { part, place } = partOf(slot);
	const word = columnWords[part]({ about: '' }, { locale });
	return place === 2 ? m.import_column_of_second({ column: word }, { locale }) : word;
}

const wordWords: Record<(typeof relationWords)[number] | (typeof authorityWords)[number], Say> = {
	vader: m.import_word_vader,
	moeder: m.import_word_moeder,
	ouder: m.import_word_ouder,
	stiefouder: m.import_word_stiefouder,
	pleegouder: m.import_word_pleegouder,
	voogd: m.import_word_voogd,
	verzorger: m.import_word_verzorger,
	anders: m.import_word_anders,
	ja: m.import_word_ja,
	nee: m.import_word_nee,
	onbekend: m.import_word_onbekend,
	voogdij: m.import_word_voogdij
};

export function wordWord(word: keyof typeof wordWords, locale: Language) {
	return wordWords[word]({ about: '' }, { locale });
}

export const homesWords: Record<Homes, () => string> = {
	'not-known': m.import_map_homes_not_known,
	'one-home': m.import_map_homes_one_home,
	'own-homes': m.import_map_homes_own_homes
};
export const homesHints: Record<Homes, () => string> = {
	'not-known': m.import_map_homes_not_known_hint,
	'one-home': m.import_map_homes_one_home_hint,
	'own-homes': m.import_map_homes_own_homes_hint
};

/** What is still to be answered about the columns of a list. */
export function faultSentence(fault: MappingFault, locale: Language) {
	if (fault.reason === 'word-unclear') return m.import_map_word_unclear({ about: fault.words.join(', ') }, { locale });
	const about = fault.columns.map((column) => columnWord(column, locale)).join(', ');
	return fault.reason === 'column-twice'
		? m.import_map_column_twice({ about }, { locale })
		: m.import_map_column_needed({ about }, { locale });
}

const undoWords: Record<UndoReason, Say> = {
	'too-late': m.import_undo_too_late,
	'not-last': m.import_undo_not_last,
	'signed-in': m.import_undo_signed_in,
	written: m.import_undo_written,
	changed: m.import_undo_changed
};

/** Why it can't be undone, and because of whom. */
export function undoSentence({ reason, who }: UndoRefusal, locale: Language) {
	return undoWords[reason]({ about: who.join(', ') || m.import_undo_somebody({}, { locale }) }, { locale });
}

export const fieldWords: Record<ChangedField, Say> = {
	name: m.import_field_name,
	key: m.import_field_key,
	email: m.import_field_email,
	mobile: m.import_field_mobile,
	'birth-date': m.import_field_birth_date,
	'year-group': m.import_field_year_group,
	group: m.import_field_group,
	groups: m.import_field_groups,
	roles: m.import_field_roles,
	returned: m.import_field_returned,
	pupils: m.import_field_pupils,
	relation: m.import_field_relation,
	authority: m.import_field_authority,
	informed: m.import_field_informed,
	home: m.import_field_home
};

const taskWords: Record<string, Say> = {
	teacher: m.import_task_teacher,
	support: m.import_task_support,
	office: m.import_task_office,
	leadership: m.import_task_leadership,
	pupils: m.import_pupils,
	guardians: m.import_guardians
};

export function unreadableSentence({ reason, file, line, about }: UnreadableFile, locale: Language) {
	const sentence = unreadables[reason]({ about }, { locale });
	const place = line === null ? file : m.import_place({ file, line }, { locale });
	return file ? `${place}: ${sentence}` : sentence;
}

export function rejectedLine(row: RejectedRow, locale: Language) {
	const { file, line, reason, about } = row;
	return { file, line, what: whatIs(row, locale), reason: rejections[reason]({ about }, { locale }) };
}

function whatIs({ noun, key, spares }: RejectedRow, locale: Language) {
	if (noun === 'guardian') return m.import_what_guardian({ key: key || '?', number: spares || '?' }, { locale });
	const what = {
		group: m.import_what_group,
		pupil: m.import_what_pupil,
		staff: m.import_what_staff,
		person: m.import_what_person,
		enrolment: m.import_what_enrolment
	}[noun];
	return what({ key: key || '?' }, { locale });
}

export function warningSentence({ warning, about }: ImportWarning, locale: Language) {
	const say = (word: string) => taskWords[word]?.({ about: '' }, { locale }) ?? word;
	const known: About = {
		year: '',
		version: '',
		name: '',
		pupil: '',
		count: '',
		of: '',
		...about,
		day: about.day ? sayDay(about.day as Day, locale, { year: true }) : '',
		item: about.item ? itemWords[about.item as Item]() : '',
		was: about.was === undefined ? '' : sayHeld(about.item as Item, about.was, locale),
		noun: say(about.noun ?? ''),
		tasks: (about.tasks ?? '').split(' ').map(say).join(', ')
	};
	return warnings[warning](known, { locale });
}

/** What stays as it is here, and what the files say. */
export function differenceSentence({ what, name, here, file }: Difference, locale: Language) {
	if (what === 'home') return m.import_difference_home({ name, pupil: here }, { locale });
	const [is, was] = [here, file].map((held) => sayHeld(what, held, locale));
	return m.import_difference({ name, item: itemWords[what](), here: is!, file: was! }, { locale });
}
