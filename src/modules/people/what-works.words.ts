import type { Voice as Speaker } from './circle.ts';
import * as m from '#words/compiled/messages.js';
import type { WorksKind, WorksRefusal } from './what-works.ts';

export const worksKindWords: Record<WorksKind, () => string> = {
	works: m.profile_works_works,
	not: m.profile_works_not,
	perhaps: m.profile_works_perhaps
};

export const worksVoiceWords: Record<Speaker, (about: { name: string }) => string> = {
	child: (about) => m.profile_works_voice_child(about),
	home: () => m.profile_works_voice_home(),
	school: () => m.profile_works_voice_school(),
	other: () => m.profile_works_voice_other()
};

export const worksReasonWords: Record<WorksRefusal | 'missing' | 'empty', () => string> = {
	missing: m.profile_works_reason_missing,
	empty: m.profile_works_reason_empty,
	changed: m.profile_works_reason_changed,
	'not-yours': m.profile_works_reason_not_yours
};
