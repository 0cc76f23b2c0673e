import type { Language } from '#platform/ctx.ts';
import type { FieldKey } from '#platform/told.ts';
import * as m from '#words/compiled/messages.js';
import type { ChapterKey } from './export.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

export const chapterWords: Record<ChapterKey, Words> = {
	person: m.consent_export_chapter_person,
	talks: m.consent_export_chapter_talks,
	development: m.development_chapter,
	agreements: m.consent_export_chapter_agreements,
	consent: m.consent_export_chapter_consent,
	looks: m.consent_export_chapter_looks,
	messages: m.consent_export_chapter_messages,
	claims: m.consent_export_chapter_claims,
	circle: m.consent_export_chapter_circle,
	guides: m.consent_export_chapter_guides,
	works: m.consent_export_chapter_works,
	lines: m.consent_export_chapter_lines,
	bookings: m.consent_export_chapter_bookings,
	contact: m.arrangements_title,
	checks: m.consent_export_chapter_checks,
	says: m.consent_export_chapter_says,
	authority: m.consent_export_chapter_authority,
	requests: m.consent_export_chapter_requests,
	wishes: m.consent_export_chapter_wishes,
	invitations: m.consent_export_chapter_invitations
};

export const fieldWords: Record<FieldKey, Words> = {
	name: m.consent_field_export_name,
	born: m.consent_field_export_born,
	group: m.consent_field_export_group,
	email: m.consent_field_export_email,
	phone: m.consent_field_export_phone,
	language: m.consent_field_export_language,
	circle: m.consent_field_export_circle,
	children: m.consent_field_export_children,
	what: m.consent_field_export_what,
	why: m.consent_field_export_why,
	rhythm: m.consent_field_export_rhythm,
	how: m.consent_field_export_how,
	until: m.consent_field_export_until,
	state: m.consent_field_export_state,
	readers: m.consent_field_export_readers,
	people: m.consent_field_export_people,
	record: m.consent_field_export_record,
	said: m.consent_field_export_said,
	answer: m.consent_field_export_answer,
	own: m.consent_field_export_own,
	reason: m.consent_field_export_reason,
	who: m.consent_field_export_who,
	by: m.consent_field_export_by,
	tasks: m.consent_field_export_tasks
};
