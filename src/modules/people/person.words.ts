import type { Task } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import type { Relation } from './guardian.ts';
import type { ProviderInputReason } from './provider.input.ts';
import type { ProviderReason } from './providers.server.ts';
import type { Region, SchoolKind } from './school.ts';
import type { SchoolReason } from './schools.server.ts';

export const relationWords: Record<Relation, () => string> = {
	father: () => m.people_relation_father(),
	mother: () => m.people_relation_mother(),
	parent: () => m.people_relation_parent(),
	'step-parent': () => m.people_relation_step_parent(),
	'foster-parent': () => m.people_relation_foster_parent(),
	guardian: () => m.people_relation_guardian(),
	carer: () => m.people_relation_carer(),
	other: () => m.people_relation_other()
};

export const taskWords: Record<Task, () => string> = {
	teacher: () => m.people_task_teacher(),
	support: () => m.people_task_support(),
	office: () => m.people_task_office(),
	leadership: () => m.people_task_leadership()
};

export const kindWords: Record<SchoolKind, () => string> = {
	po: () => m.people_kind_po(),
	sbo: () => m.people_kind_sbo(),
	so: () => m.people_kind_so(),
	vo: () => m.people_kind_vo()
};

export const regionWords: Record<Region, () => string> = {
	noord: () => m.people_region_noord(),
	midden: () => m.people_region_midden(),
	zuid: () => m.people_region_zuid()
};

type FormReason = 'name-missing' | 'phone-wrong' | 'kind-missing';
export const schoolReasonWords: Record<Exclude<SchoolReason, 'missing'> | FormReason, () => string> = {
	'name-missing': () => m.people_wrong_name(),
	'kind-missing': () => m.people_wrong_kind(),
	'phone-wrong': () => m.invitations_wrong_phone(),
	'last-office': () => m.people_wrong_last_office(),
	'last-with-mail': () => m.people_wrong_last_with_mail()
};

export const providerReasonWords: Record<Exclude<ProviderReason, 'missing'> | ProviderInputReason, () => string> = {
	'label-missing': () => m.sign_in_provider_label_missing(),
	'issuer-wrong': () => m.sign_in_provider_issuer_wrong(),
	'client-missing': () => m.sign_in_provider_client_missing(),
	'domain-wrong': () => m.sign_in_provider_domain_wrong(),
	'domain-not-ours': () => m.sign_in_provider_domain_not_ours()
};
