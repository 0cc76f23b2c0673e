import * as m from '#words/compiled/messages.js';

/** The child of the talk: its name, or "you" when it reads the page itself. */
export type About = { name: string; isReader: boolean };
export type Says = (about: About) => string;

/** A page of the child speaks to the child, never about it (handbook P3). */
export function toReader(others: (inputs: { name: string }) => string, child: () => string): Says {
	return (about) => (about.isReader ? child() : others(about));
}

export const tableWords = toReader(m.conversations_table_title, m.conversations_table_yours);
export const recordWords = toReader(m.conversations_record_title, m.conversations_record_yours);
export const requestWords = toReader(m.conversations_request_title, m.conversations_request_yours);
export const askWords = toReader(m.conversations_list_ask, m.conversations_list_ask_yours);
export const unsaidWords = toReader(m.conversations_lane_empty_child, m.conversations_lane_empty_yours);
