import * as m from '#words/compiled/messages.js';
import type { Source } from './guide.ts';

/** What one usually goes to somebody for, as long as school says nothing else. */
export const sourceWords: Record<Source, { label: () => string; forWhat: () => string }> = {
	teacher: { label: m.profile_guide_teacher, forWhat: m.profile_guide_teacher_for },
	support: { label: m.profile_guide_support, forWhat: m.profile_guide_support_for },
	other: { label: m.profile_guide_other, forWhat: m.profile_guide_other_for },
	office: { label: m.profile_guide_office, forWhat: m.profile_guide_office_for }
};
