import type { PersonId } from '#platform/ids.ts';
import type { CalendarPart } from '#platform/mail.server.ts';

/** What a message says, in the language of its reader. */
export type Text = {
	/** About which child it is; of a family's invitation, the first. Undefined: about no child, and only for the mail. */
	pupil?: PersonId;
	subject: string;
	heading: string;
	lines: string[];
	button?: { label: string; path: string };
	/** Answers of one tap, above the button; only in a mail. */
	taps?: { label: string; path: string }[];
	foot?: string;
	calendar?: CalendarPart;
};
