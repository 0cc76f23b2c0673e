import * as m from '#words/compiled/messages.js';
import type { Entry } from './entry.ts';
import { beginningOf, type Gist } from './gist.ts';
import type { About } from './about.words.ts';
import { sectionWords, stepWords } from './step.words.ts';
import { nameIn, type Speakers } from './speaker.ts';

/** The words a record starts with, for the chair to change: by step for the adults, a sentence or two for the child. */
export function draftWords({ steps }: Gist, about: About, speakers: Speakers) {
	const isChilds = ({ person }: Entry) => speakers[person]?.voice === 'child';
	const lineOf = (entry: Entry) =>
		m.record_gist_line({
			section: sectionWords(entry.section, about, isChilds(entry)),
			name: nameIn(speakers, entry.person),
			text: beginningOf(entry.text)
		});
	const wish = steps
		.flatMap(({ said }) => said)
		.find((entry) => entry.section === 'wish' && entry.audience === 'circle' && isChilds(entry));
	return {
		forAdults: steps.map(({ step, said }) => [stepWords[step](), ...said.map(lineOf)].join('\n')).join('\n\n'),
		forCircle: wish
			? m.record_gist_child_wish({ name: about.name, wish: beginningOf(wish.text) })
			: m.record_gist_child({ name: about.name })
	};
}
