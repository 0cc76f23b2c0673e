import { planOf, type Kind } from './kinds.ts';
import type { Step } from './steps.ts';
import type { Entry } from './entry.ts';

/** What the page of a talk gives its record to start from, by step; the chair makes it short and their own. */
export type Gist = {
	steps: { step: Step; said: Entry[] }[];
	/** What not every reader of the record may hear stays out of it: the chair chooses the words that all may read. */
	leftOut: number;
};

/** How the talk was opened is no part of what came out of it. */
const opening = ['aim', 'expectation'];

export function gistOf(kind: Kind, entries: readonly Entry[], mayAllHear: (entry: Entry) => boolean): Gist {
	const said = entries.filter(({ section }) => !opening.includes(section));
	const heard = said.filter(mayAllHear);
	const steps = planOf(kind).steps.map(({ step, lanes = {}, subjects = [], heard: before = [] }) => {
		const sections: readonly string[] = [...Object.values(lanes).flat(), ...subjects, ...before];
		return { step, said: heard.filter(({ section }) => sections.includes(section)) };
	});
	return { steps: steps.filter((each) => each.said.length > 0), leftOut: said.length - heard.length };
}

const longest = 240;

/** The first sentences of what was said, as many as are short; whoever wants it whole reads the full version. */
export function beginningOf(text: string): string {
	const whole = text.replace(/\s+/g, ' ').trim();
	if (whole.length <= longest) return whole;
	const sentences = whole.slice(0, longest).match(/^.*[.!?](?=\s)/)?.[0];
	return `${sentences ?? whole.slice(0, whole.lastIndexOf(' ', longest))} …`;
}
