import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';

/** The child of the talk: its name, or "you" when it reads the page itself. */
export type About = { name: string; isReader: boolean };
export type InWords = { locale?: Language };
/** In the language of the screen, unless a paper asks for another. */
export type Says = (about: About, inWords?: InWords) => string;

/** A page of the child speaks to the child, never about it (handbook P3). */
export function toReader(
	others: (inputs: { name: string }, inWords?: InWords) => string,
	child: (inputs?: Record<string, never>, inWords?: InWords) => string
): Says {
	return (about, inWords) => (about.isReader ? child({}, inWords) : others(about, inWords));
}

export const tableWords = toReader(m.conversations_table_title, m.conversations_table_yours);
export const recordWords = toReader(m.conversations_record_title, m.conversations_record_yours);
export const requestWords = toReader(m.conversations_request_title, m.conversations_request_yours);
export const askWords = toReader(m.conversations_list_ask, m.conversations_list_ask_yours);
export const unsaidWords = toReader(m.conversations_lane_empty_child, m.conversations_lane_empty_yours);
