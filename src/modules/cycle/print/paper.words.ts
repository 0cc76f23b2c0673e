import type { Language } from '#platform/ctx.ts';
import { sayWhere } from '#modules/cycle/offer.words.ts';
import * as m from '#words/compiled/messages.js';
import { sayDay, saySpan } from '#words/dates.ts';
import type { PaperKind, PrintedTalk } from './paper.ts';

type Words = () => string;

export const paperWords: Record<PaperKind, { title: Words; about: Words; empty: Words }> = {
	teachers: { title: m.inform_paper_teachers, about: m.inform_paper_teachers_about, empty: m.inform_paper_empty },
	homes: { title: m.inform_paper_homes, about: m.inform_paper_homes_about, empty: m.inform_paper_empty },
	rooms: { title: m.inform_paper_rooms, about: m.inform_paper_rooms_about, empty: m.inform_paper_no_rooms }
};

/** The last part of the address of each. */
export const paperSlugs: Record<PaperKind, string> = { teachers: 'leraren', homes: 'gezinnen', rooms: 'lokalen' };

export function paperAt(slug: string): PaperKind | undefined {
	return (Object.keys(paperSlugs) as PaperKind[]).find((kind) => paperSlugs[kind] === slug);
}

/** `Noor: donderdag 24 september, 15.00–15.15 uur, bij juf Anke, Lokaal 5`. */
export function sayTalk({ callName, startsAt, endsAt, teacher, ...where }: PrintedTalk, language: Language): string {
	const when = `${sayDay(startsAt, language)}, ${saySpan(startsAt, endsAt, language)}`;
	return m.inform_paper_talk({ child: callName, when, teacher: teacher.name, where: sayWhere(where) });
}
