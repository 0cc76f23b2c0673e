import { habits, aspectNames } from '#modules/method/home-support.ts';
import { steps } from '#modules/method/four-steps.ts';
import { carriages } from '#modules/method/train.ts';
import type { Voice } from '#modules/people/circle.ts';
import type { Audience } from '#modules/people/audience.ts';
import type { Emphasis } from '#modules/compass/emphasis.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { Conversation } from './conversation.ts';
import { merge } from './preparation.ts';

export type SheetId = string & { readonly __sheet: never };

/** Two private questions for the teacher after the talk (handbook §4.6). */
export const reflections = ['connection', 'judging'] as const;

/** What somebody writes for themself when it gets hard, and with which fields. */
export const sheets = {
	train: carriages,
	'steps-me': steps,
	'steps-you': steps,
	reflection: reflections,
	triangle: [],
	home: [...habits, ...aspectNames]
} as const satisfies Record<string, readonly string[]>;
export type SheetKind = keyof typeof sheets;
export const talkSheets = ['train', 'steps-me', 'steps-you', 'reflection', 'triangle'] as const;
export type TalkSheet = (typeof talkSheets)[number];

/** Where somebody sees the emphasis, or would like it; `child`: what the child would like, set together with who has the sheet. */
export const spots = ['home', 'school', 'wish', 'child'] as const;
export type Spot = (typeof spots)[number];

export type SheetAudience = Exclude<Audience, 'home'>;
/** A sheet is its writer's alone until they share it, and again when they stop (handbook §16). */
export type Sheet = {
	id: SheetId;
	kind: SheetKind;
	/** A talk, or a child for what is kept about home. */
	conversation: ConversationId | null;
	pupil: PersonId;
	person: PersonId;
	audience: SheetAudience;
	version: number;
	lines: Record<string, Line>;
	points: Partial<Record<Spot, Emphasis>>;
};
export type Line = { text: string; version: number };
export type Texts = Record<string, string>;

export const longestLine = 2000;

/** What is written while a talk goes on or after it; one that was called off has no table to share it at. */
export function canWrite({ state }: Pick<Conversation, 'state'>): boolean {
	return state !== 'cancelled';
}

/**
 * Write what changed, by somebody who had read `given.version`. A field that was written on another device since keeps both
 * texts, and says so with `conflict`.
 */
export function write(sheet: Pick<Sheet, 'lines' | 'version'>, given: { texts: Texts; version: number }) {
	const next = sheet.version + 1;
	const changed: Record<string, Line> = {};
	let conflict = false;
	for (const [field, text] of Object.entries(given.texts)) {
		const known = sheet.lines[field] ?? { text: '', version: 0 };
		const seen = known.version <= given.version ? known.version : -1;
		const merged = merge(known, { text, version: seen });
		if (merged.text !== known.text) changed[field] = { text: merged.text, version: next };
		conflict ||= merged.conflict;
	}
	const isChanged = Object.keys(changed).length > 0;
	return { changed, version: isChanged ? next : sheet.version, conflict };
}

/** Reflection stays with its writer; an empty sheet says nothing to anybody. */
export function share(sheet: Sheet, audience: SheetAudience): Outcome<Sheet, 'refused' | 'empty'> {
	if (sheet.kind === 'reflection') return no('refused');
	if (audience !== 'me' && isEmpty(sheet)) return no('empty');
	return ok({ ...sheet, audience });
}

export function isEmpty({ lines, points }: Pick<Sheet, 'lines' | 'points'>): boolean {
	return !Object.keys(points).length && !Object.values(lines).some(({ text }) => text);
}

/** A point as it stands in the picture: whose, which, and with whom a child's was set. */
export type SeenPoint = { id: string; spot: Spot; emphasis: Emphasis; person: PersonId; voice: Voice; mine: boolean };

/** What stands in the triangle for this reader: shared points and their own. What a child would like has the child's voice. */
export function pointsIn(
	sheetsSeen: readonly Sheet[],
	me: PersonId,
	voiceOf: (person: PersonId) => Voice
): SeenPoint[] {
	return sheetsSeen.flatMap(({ id, person, points }) =>
		spots.flatMap((spot) => {
			const emphasis = points[spot];
			const voice = spot === 'child' ? 'child' : voiceOf(person);
			return emphasis ? [{ id: `${id}.${spot}`, spot, emphasis, person, voice, mine: person === me }] : [];
		})
	);
}

export function textsOf({ kind, lines }: Pick<Sheet, 'kind' | 'lines'>): Texts {
	return Object.fromEntries(sheets[kind].map((field) => [field, lines[field]?.text ?? '']));
}
