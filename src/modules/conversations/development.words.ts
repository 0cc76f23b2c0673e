import type { Voice } from '#modules/people/circle.ts';
import * as m from '#words/compiled/messages.js';
import { toReader, type About, type Says } from './about.words.ts';
import type { DevelopmentInputReason } from './development.input.ts';
import type { DevelopmentRefusal, Domain, NoteAudience } from './development.ts';
import { evidenceReasonWords } from './evidence.words.ts';
import type { ShowingReason } from './showings.server.ts';

export const domainWords: Record<Domain, () => string> = {
	learning: m.development_domain_learning,
	group: m.development_domain_group,
	social: m.development_domain_social,
	'self-reliance': m.development_domain_self_reliance,
	'well-being': m.development_domain_well_being,
	talents: m.development_domain_talents
};

export const domainHints: Record<Domain, () => string> = {
	learning: m.development_domain_learning_hint,
	group: m.development_domain_group_hint,
	social: m.development_domain_social_hint,
	'self-reliance': m.development_domain_self_reliance_hint,
	'well-being': m.development_domain_well_being_hint,
	talents: m.development_domain_talents_hint
};

/** In the address of the page. */
export const domainSlugs: Record<Domain, string> = {
	learning: 'leren',
	group: 'in-de-groep',
	social: 'gevoel',
	'self-reliance': 'zelf-doen',
	'well-being': 'lekker-in-je-vel',
	talents: 'talenten'
};

export const developmentTitle = toReader(m.development_title, m.development_title_yours);

/** For whom, said so plainly that nobody has to guess who reads along. */
export const audienceWords: Record<NoteAudience, Says> = {
	circle: toReader(m.development_audience_circle, m.development_audience_circle_yours),
	adults: toReader(m.development_audience_adults, m.development_audience_adults_yours),
	home: () => m.development_audience_home()
};
/** Who reads along, beside the words themselves. */
export function sayForWhom(audience: NoteAudience, about: About): string {
	const whom = audienceWords[audience](about);
	return m.development_for({ whom: whom[0]!.toLowerCase() + whom.slice(1) });
}

export const audienceHints: Record<NoteAudience, Says> = {
	circle: toReader(m.development_audience_circle_hint, m.development_audience_circle_hint_yours),
	adults: toReader(m.development_audience_adults_hint, m.development_audience_adults_hint_yours),
	home: () => m.development_audience_home_hint()
};

export const noneWords: Record<Exclude<Voice, 'other'>, Says> = {
	home: () => m.development_none_home(),
	child: toReader(m.development_none_child, m.development_none_yours),
	school: () => m.development_none_school()
};

const ownWords: Record<DevelopmentRefusal | DevelopmentInputReason | ShowingReason, () => string> = {
	missing: m.development_reason_missing,
	refused: m.development_reason_refused,
	'wrong-state': m.development_reason_wrong_state,
	'not-yours': m.development_reason_not_yours,
	changed: m.development_reason_changed,
	shown: m.development_reason_shown,
	'too-late': m.development_reason_too_late,
	'not-for-these': m.development_reason_not_for_these,
	empty: m.development_reason_empty,
	'too-long': m.development_reason_too_long,
	'no-domain': m.development_reason_no_domain
};
export const developmentReasonWords = { ...evidenceReasonWords, ...ownWords };
export type AnyDevelopmentReason = keyof typeof developmentReasonWords;

const ofFile: readonly AnyDevelopmentReason[] = [
	...(['no-file', 'file-too-large', 'not-a-picture', 'not-a-recording', 'not-a-document', 'not-evidence'] as const),
	...(['locked-document', 'unsafe-document', 'too-many', 'full'] as const)
];

/** At which field of the form it can be mended. */
export function fieldOf(reason: AnyDevelopmentReason): 'file' | 'domain' | 'words' {
	if (ofFile.includes(reason)) return 'file';
	return reason === 'no-domain' ? 'domain' : 'words';
}
