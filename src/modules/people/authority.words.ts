import type { Language } from '#platform/ctx.ts';
import type { Day } from '#platform/time.ts';
import * as m from '#words/compiled/messages.js';
import { sayDay } from '#words/dates.ts';
import type { AuthorityReason, ToldChange } from './authorities.server.ts';
import type { AuthorityFormReason } from './authority.input.ts';
import type { Bar, Footing } from './authority.ts';
import type { Change, What } from './change.ts';
import type { Authority } from './circle.ts';
import type { Proof } from './proof.ts';
import type { SecretFor } from './secrecy.ts';

export const authorityWords: Record<Authority, () => string> = {
	yes: () => m.authority_yes(),
	no: () => m.authority_no(),
	unknown: () => m.authority_unknown(),
	guardianship: () => m.authority_guardianship()
};

export const footingWords: Record<Footing, () => string> = {
	with: () => m.authority_footing_with(),
	unknown: () => m.authority_footing_unknown(),
	invited: () => m.authority_footing_invited(),
	without: () => m.authority_footing_without(),
	barred: () => m.authority_footing_barred()
};

export const proofWords: Record<Proof, () => string> = {
	register: () => m.authority_proof_register(),
	court: () => m.authority_proof_court(),
	'birth-certificate': () => m.authority_proof_birth_certificate(),
	marriage: () => m.authority_proof_marriage(),
	appointment: () => m.authority_proof_appointment(),
	other: () => m.authority_proof_other()
};

export const barWords: Record<Bar, () => string> = {
	information: () => m.authority_bar_information(),
	talks: () => m.authority_bar_talks()
};

export const secretWords: Record<SecretFor | 'nobody', () => string> = {
	nobody: () => m.authority_secret_nobody(),
	office: () => m.authority_secret_office(),
	teachers: () => m.authority_secret_teachers()
};

export const authorityReasonWords: Record<Exclude<AuthorityReason | AuthorityFormReason, 'missing'>, () => string> = {
	'in-the-future': () => m.authority_wrong_future(),
	'ends-before': () => m.authority_wrong_ends_before(),
	'barred-already': () => m.authority_wrong_barred_already(),
	'alone-already': () => m.authority_wrong_alone_already(),
	'authority-missing': () => m.authority_wrong_authority(),
	'proof-missing': () => m.authority_wrong_proof(),
	'day-missing': () => m.authority_wrong_day(),
	'kind-missing': () => m.authority_wrong_kind()
};

const whatWords: Record<What, (told: ToldChange, language: Language) => string> = {
	authority: ({ name, authority, institution }) => {
		const said = authorityWords[authority ?? 'unknown']();
		return institution
			? m.authority_told_institution({ name, institution })
			: m.authority_told_authority({ name, authority: said });
	},
	restricted: ({ name, restriction, from, until }, language) => {
		const what = restriction ? barWords[restriction]() : '';
		const begins = said(from, language);
		return until
			? m.authority_told_restricted_until({ name, what, from: begins, until: said(until, language) })
			: m.authority_told_restricted({ name, what, from: begins });
	},
	lifted: ({ name, restriction }) =>
		m.authority_told_lifted({ name, what: restriction ? barWords[restriction]() : '' }),
	'address-hidden': ({ name }) => m.authority_told_address_hidden({ name }),
	'address-shown': ({ name }) => m.authority_told_address_shown({ name }),
	moved: ({ name }) => m.authority_told_moved({ name }),
	invited: ({ name, until }, language) => m.authority_told_invited({ name, until: said(until, language) }),
	'invitation-ended': ({ name }) => m.authority_told_invitation_ended({ name })
};

/** What was changed, as a sentence for whom it is about. */
export function changeWords(told: ToldChange, language: Language): string {
	return whatWords[told.what](told, language);
}

/** Which paper was seen, and of which day. */
export function seenWords({ proof, proofOn }: Pick<Change, 'proof' | 'proofOn'>, language: Language) {
	return proof && proofOn ? m.authority_seen({ proof: proofWords[proof](), day: said(proofOn, language) }) : undefined;
}

function said(day: Day | null, language: Language) {
	return day ? sayDay(day, language, { year: true }) : '';
}
