import { sentenceOf, standingWords } from '#modules/agreements/card.words.ts';
import { sayRhythm } from '#modules/agreements/cadence.words.ts';
import type { Card } from '#modules/agreements/card.ts';
import type { Language } from '#platform/ctx.ts';
import type { Block, Sheet, SheetLanguage } from '#platform/sheet.ts';
import { arabic, arabicAgreement, arabicPlaces, arabicSections } from '#words/arabic.ts';
import * as m from '#words/compiled/messages.js';
import { sayDay, saySpan } from '#words/dates.ts';
import { sayList } from '#words/lists.ts';
import { placeWords } from './conversation.words.ts';
import { endOf, type Place } from './conversation.ts';
import { answered } from './record.ts';
import type { RecordPage } from './record-page.server.ts';
import { nameIn } from './speaker.ts';
import { sectionWords } from './step.words.ts';
import type { About } from './about.words.ts';
import { sections, type Section } from './steps.ts';

type SheetWords = typeof arabic;

function inMessages(locale: Language): SheetWords {
	const inWords = { locale } as const;
	return {
		title: (name) => m.record_sheet_title({ name }, inWords),
		yours: () => m.record_sheet_yours({}, inWords),
		written: () => m.record_sheet_written({}, inWords),
		when: (moment) => m.record_sheet_when({ moment }, inWords),
		where: (place) => m.record_sheet_where({ place }, inWords),
		who: (names) => m.record_sheet_who({ names: sayList(names, locale) }, inWords),
		forAdults: () => m.conversations_record_for_adults({}, inWords),
		agreements: () => m.conversations_step_agreements({}, inWords),
		noAgreements: () => m.conversations_agreements_none({}, inWords),
		next: () => m.conversations_step_next({}, inWords),
		nextOn: (day) => m.record_sheet_next_on({ day }, inWords),
		noneNeeded: (name) => m.record_sheet_none_needed({ name }, inWords),
		nextOpen: () => m.record_sheet_next_open({}, inWords),
		responses: () => m.conversations_record_responses({}, inWords),
		acknowledged: (name) => m.record_sheet_acknowledged({ name }, inWords),
		viewed: (name, view) => m.record_sheet_viewed({ name, view }, inWords),
		awaited: (name, day) => m.record_sheet_awaited({ name, day }, inWords),
		silent: (name) => m.record_sheet_silent({ name }, inWords),
		said: () => m.conversations_record_said({}, inWords),
		saidBy: (name, text) => m.record_sheet_said_by({ name, text }, inWords),
		version: (number, day, name) => m.record_sheet_version({ number, day, name }, inWords),
		page: (page, of) => m.record_sheet_page({ page, of }, inWords)
	};
}

/** All that stands on the paper of a record and is nobody's words. */
function sheetWords(language: SheetLanguage): SheetWords {
	return language === 'ar' ? arabic : inMessages(language);
}

function agreementWords(card: Card, language: SheetLanguage): string {
	if (language !== 'ar') return `${sentenceOf(card, language)} (${standingWords(card, language)})`;
	const { dont, home, goal, when, until, how, helpers, states, own } = arabicAgreement;
	const { wording, owner } = card;
	const labelled = (label: string, text: string) => (text ? `${label}: ${own(text)}.` : '');
	const by = wording.by ? `${until} ${sayDay(wording.by, 'ar', { year: true })}.` : '';
	return [
		card.kind === 'dont' ? `${dont} –` : '',
		`${owner.home ? `${home} (${own(owner.names.join(', '))})` : own(owner.names.join(', '))}: ${own(wording.what)}.`,
		labelled(goal, wording.why),
		labelled(when, sayRhythm(wording, 'nl')),
		by,
		labelled(how, wording.how),
		labelled(helpers, wording.helpers),
		`(${states[card.state]})`
	]
		.filter(Boolean)
		.join(' ');
}

function wherePrinted(place: Place, language: SheetLanguage): string {
	if (language !== 'ar') return placeWords(place, language);
	const where = arabicPlaces[place.kind];
	return place.location ? `${where}، ${arabicAgreement.own(place.location)}` : where;
}

function sectionPrinted(section: Section, about: About, isChild: boolean, language: SheetLanguage): string {
	return (
		(language === 'ar' && arabicSections[section]) ||
		sectionWords(section, about, isChild, { locale: language === 'ar' ? 'nl' : language })
	);
}

type Printed = { language: SheetLanguage; full: boolean; now: Date };

/** The record on paper, in reading order. */
export function sheetOf(page: RecordPage, printed: Printed): Sheet {
	const { language } = printed;
	const words = sheetWords(language);
	const { about, record, agreements } = page;
	const title = about.isReader ? words.yours() : words.title(about.name);
	const blocks: Block[] = [
		{ kind: 'title', text: title },
		...factsOf(page, language),
		...(record?.forCircle ? ownText(record.forCircle, 'lead') : []),
		...(record?.forAdults ? [heading(words.forAdults()), ...ownText(record.forAdults, 'text')] : []),
		heading(words.agreements()),
		agreements.length
			? { kind: 'list', items: agreements.map((card) => agreementWords(card, language)) }
			: { kind: 'text', text: words.noAgreements() },
		heading(words.next()),
		{ kind: 'text', text: nextOf(page, language) },
		...responsesOf(page, printed),
		...(printed.full ? saidOf(page, language) : []),
		{ kind: 'quiet', text: versionOf(page, language) },
		{ kind: 'quiet', text: words.written() }
	];
	const foot = (number: number, of: number) => `${title} – ${words.page(number, of)}`;
	return { language, title, blocks, foot };
}

const heading = (text: string): Block => ({ kind: 'heading', text });

function factsOf({ talk, speakers }: RecordPage, language: SheetLanguage): Block[] {
	const words = sheetWords(language);
	const end = endOf(talk);
	const moment =
		talk.startsAt && end
			? `${sayDay(talk.startsAt, language, { year: true })}${language === 'ar' ? '،' : ','} ${saySpan(talk.startsAt, end, language)}`
			: '';
	return [
		...(moment ? [{ kind: 'quiet', text: words.when(moment) } as const] : []),
		{ kind: 'quiet', text: words.where(wherePrinted(talk.place, language)) },
		{ kind: 'quiet', text: words.who(talk.people.map((person) => nameIn(speakers, person))) }
	];
}

/** What people wrote: lines that begin with a dash are a list. */
function ownText(text: string, kind: 'lead' | 'text'): Block[] {
	const blocks: Block[] = [];
	for (const line of text.split('\n').map((each) => each.trim())) {
		const item = /^[–—*-]\s+(.+)$/.exec(line)?.[1];
		const last = blocks.at(-1);
		if (item && last?.kind === 'list')
			blocks.splice(-1, 1, { kind: 'list', items: [...last.items, arabicAgreement.own(item)] });
		else if (item) blocks.push({ kind: 'list', items: [arabicAgreement.own(item)] });
		else if (line) blocks.push({ kind, text: line, own: true });
	}
	return blocks;
}

function nextOf({ talk, next, speakers }: RecordPage, language: SheetLanguage) {
	const words = sheetWords(language);
	const day = next?.startsAt ?? talk.nextOn;
	if (day) return words.nextOn(sayDay(day, language, { year: true }));
	return talk.noneNeeded ? words.noneNeeded(nameIn(speakers, talk.chair)) : words.nextOpen();
}

/** Nothing for the child: its own answer stands with what it reads on the screen. */
function responsesOf({ about, record, respondBy, responses, talk, speakers }: RecordPage, printed: Printed): Block[] {
	if (about.isReader || !record || !respondBy) return [];
	const words = sheetWords(printed.language);
	const given = responses.filter(({ edition }) => edition === record.number);
	const partners = new Set([
		...talk.people.filter((person) => person !== record.sharedBy && person !== talk.pupil),
		...given.map(({ person }) => person)
	]);
	const items = [...partners].map((person) => {
		const response = given.find((one) => one.person === person);
		const name = nameIn(speakers, person);
		const says = {
			acknowledged: () => words.acknowledged(name),
			viewed: () => words.viewed(name, response?.ownView ?? ''),
			awaited: () => words.awaited(name, sayDay(respondBy, printed.language)),
			silent: () => words.silent(name)
		};
		return says[answered(response, respondBy, printed.now)]();
	});
	return items.length ? [heading(words.responses()), { kind: 'list', items }] : [];
}

function saidOf({ entries, about, speakers }: RecordPage, language: SheetLanguage): Block[] {
	const words = sheetWords(language);
	const isChilds = (person: (typeof entries)[number]['person']) => speakers[person]?.voice === 'child';
	const parts = sections.flatMap((section): Block[] => {
		const said = entries.filter((entry) => entry.section === section);
		if (!said.length) return [];
		const label = sectionPrinted(
			section,
			about,
			said.every(({ person }) => isChilds(person)),
			language
		);
		const items = said.map(({ person, text }) => words.saidBy(nameIn(speakers, person), text));
		return [
			{ kind: 'text', text: label },
			{ kind: 'list', items }
		];
	});
	return parts.length ? [heading(words.said()), ...parts] : [];
}

function versionOf({ record, speakers }: RecordPage, language: SheetLanguage) {
	const { number, sharedAt, sharedBy } = record!;
	return sheetWords(language).version(number, sayDay(sharedAt, language, { year: true }), nameIn(speakers, sharedBy));
}

export const languageWords: Record<SheetLanguage, () => string> = {
	nl: m.record_sheet_language_nl,
	en: m.record_sheet_language_en,
	ar: m.record_sheet_language_ar
};
