import type { Args } from './use-cases.ts';
import type { Form } from './doors.ts';
import type { Furnished } from './furnished.ts';
import { anyOffice, circle, found, guardians, only, staff, type Policy } from './policies.ts';

const sat = ['mother', 'otherHome', ...staff] as const;
const talkers = [...guardians, ...staff] as const;
/** Everyone of home, and the child; who shared it does not answer. */
const answering = only([...guardians, 'pupil']);

/** The least that counts as spoken words: WebM with one track of sound. */
export const sound = Uint8Array.from(
	Buffer.from(
		'GkXfowEAAAAAAAAOQoIBAAAAAAAABHdlYm0YU4BnAf////////8WVK5rAQAAAAAAACKuAQAAAAAAABmDAQAA' +
			'AAAAAAEChgEAAAAAAAAGQV9PUFVTH0O2dQH/////////5wEAAAAAAAAAowEAAAAAAAAKaGV0IGdlbHVpZA==',
		'base64'
	)
);

/** What was said back to a home is its guardians' to answer; who was invited lives there too. */
const ofThatHome = only(['mother', 'invited'], staff);

/** Told aloud by the mother: for her home and school to listen to, and hers to take away. */
const toListen = found('mother', 'invited', ...staff);
const herTelling = only(['mother'], staff);

/** The record of a talk and whether home and school understand each other: who may what. */
export const recordUseCases: Record<string, Policy> = {
	'conversations/record-page.get': found(...circle),
	'conversations/record-sheet.sheet': found(...circle),
	'conversations/records.write': only(['teacher'], sat),
	'conversations/records.record': only(['teacher'], sat),
	'conversations/records.amend': only(['teacher'], sat),
	'conversations/responses.acknowledge': answering,
	'conversations/responses.view': answering,
	'conversations/handovers.handOver': only(staff),
	'conversations/record-terms.terms': anyOffice,
	'conversations/record-terms.changeTerms': anyOffice,
	'conversations/understanding-page.get': found(...talkers),
	'conversations/understandings.sayBack': only(['teacher'], talkers),
	'conversations/understandings.confirm': ofThatHome,
	'conversations/understandings.correct': ofThatHome,
	'conversations/understandings.tell': only(guardians, talkers),
	'conversations/understandings.askExplanation': only([...guardians, 'teacher'], talkers),
	'conversations/understandings.explain': only(['teacher'], talkers),
	'conversations/understandings.waitingFor': found('teacher'),
	'conversations/retellings.retell': only(guardians, talkers),
	'conversations/retellings.takeBack': herTelling,
	'conversations/retellings.listen': toListen
};

const saying = (home: string) => ({ household: home, text: 'Noor slaapt slecht', version: 0 });

export const recordCalls: Record<string, Args> = {
	'conversations/record-page.get': ({ ids }) => [ids.recorded],
	'conversations/record-sheet.sheet': ({ ids }) => [ids.recorded, { language: 'ar', full: true }],
	'conversations/records.write': ({ ids }) => [ids.recorded, { forAdults: 'x', forCircle: 'x', version: 1 }],
	'conversations/records.record': ({ ids }) => [ids.recorded],
	'conversations/records.amend': ({ ids }) => [ids.recorded],
	'conversations/responses.acknowledge': ({ ids }) => [ids.recorded],
	'conversations/responses.view': ({ ids }) => [ids.recorded, 'x', 'adults'],
	'conversations/handovers.handOver': ({ ids, family }) => [ids.recorded, family.guardian.id],
	'conversations/record-terms.terms': () => [],
	'conversations/record-terms.changeTerms': () => [{ shareDays: 5, respondDays: 5 }],
	'conversations/understanding-page.get': ({ ids }) => [ids.recorded],
	'conversations/understandings.sayBack': ({ ids, family }) => [ids.recorded, saying(family.home)],
	'conversations/understandings.confirm': ({ ids }) => [ids.recorded, 1],
	'conversations/understandings.correct': ({ ids }) => [ids.recorded, 1, 'x'],
	'conversations/understandings.tell': ({ ids }) => [ids.recorded, { text: 'x', version: 0 }],
	'conversations/understandings.askExplanation': ({ ids, family }) => [
		ids.recorded,
		{ household: family.home, unclear: 'x' }
	],
	'conversations/understandings.explain': ({ ids }) => [
		ids.recorded,
		{ explanation: ids.explanation, way: 'call', said: 'x' }
	],
	'conversations/understandings.waitingFor': () => [],
	// Without a sound nothing is kept: what the mother told stays for who listens after this.
	'conversations/retellings.retell': ({ ids }) => [ids.recorded, new Uint8Array()],
	'conversations/retellings.takeBack': ({ ids }) => [ids.recorded],
	'conversations/retellings.listen': ({ ids }) => [ids.recorded, ids.retelling]
};

export const recordPolicies: Record<string, Policy> = {
	'/gesprekken/[id]/verslag ?/write': only(['teacher'], sat),
	'/gesprekken/[id]/verslag ?/record': only(['teacher'], sat),
	'/gesprekken/[id]/verslag ?/amend': only(['teacher'], sat),
	'/gesprekken/[id]/verslag ?/acknowledge': answering,
	'/gesprekken/[id]/verslag ?/view': answering,
	'/gesprekken/[id]/verslag ?/handOver': only(staff),
	'/gesprekken/[id]/verslag ?/followUp': only(['mother', 'otherHome', 'teacher'], sat),
	'/gesprekken/[id]/verslag ?/close': only(['teacher'], sat),
	'/gesprekken/[id]/verslag/begrepen': found(...talkers),
	'/gesprekken/[id]/verslag/begrepen ?/sayBack': only(['teacher'], talkers),
	'/gesprekken/[id]/verslag/begrepen ?/confirm': ofThatHome,
	'/gesprekken/[id]/verslag/begrepen ?/correct': ofThatHome,
	'/gesprekken/[id]/verslag/begrepen ?/tell': only(guardians, talkers),
	'/gesprekken/[id]/verslag/begrepen ?/retell': only(guardians, talkers),
	'/gesprekken/[id]/verslag/begrepen ?/takeBack': herTelling,
	'/gesprekken/[id]/verslag/begrepen/stem/[stem]': toListen,
	'/gesprekken/[id]/verslag/begrepen ?/askExplanation': only([...guardians, 'teacher'], talkers),
	'/gesprekken/[id]/verslag/begrepen ?/explain': only(['teacher'], talkers),
	'/school/verslag': anyOffice,
	'/school/verslag ?/changeTerms': anyOffice
};

const day = '2026-10-20';

/** The doors of a record, filled in as somebody of the circle of this guardian's child would. */
export function recordDoors({ recorded, explanation, retelling }: Furnished, guardian: string, home: string) {
	const path = `/gesprekken/${recorded}/verslag`;
	const text = 'x';
	const forms: Record<string, Form> = {
		...{ write: { forAdults: 'x', forCircle: 'x', version: '1' }, record: { forAdults: 'x', version: '1' } },
		...{ amend: { forAdults: 'x', forCircle: 'x', version: '1' }, handOver: { person: guardian } },
		...{ acknowledge: {}, view: { text, audience: 'adults' }, followUp: { day }, close: {} }
	};
	const understanding: Record<string, Form> = {
		...{ sayBack: { home, text, version: '0' }, confirm: { turn: '1' }, correct: { turn: '1', text } },
		...{
			retell: {},
			takeBack: {},
			tell: { text, version: '0' },
			askExplanation: { home, text },
			explain: { explanation, way: 'call', text }
		}
	};
	return {
		'/gesprekken/[id]/verslag': { path, forms },
		'/gesprekken/[id]/verslag/pdf': { path: `${path}/pdf?taal=ar` },
		'/gesprekken/[id]/verslag/begrepen': { path: `${path}/begrepen`, forms: understanding },
		'/gesprekken/[id]/verslag/begrepen/stem/[stem]': { path: `${path}/begrepen/stem/${retelling}` }
	};
}
