import * as m from '#words/compiled/messages.js';
import type { ExceptionKind } from './year-change.ts';
import type { ChangeYearReason } from './year-changes.server.ts';

export const exceptionWords: Record<ExceptionKind, (about: { to: string }) => string> = {
	leaves: () => m.year_change_kind_leaves(),
	repeats: (about) => m.year_change_kind_repeats(about),
	skips: (about) => m.year_change_kind_skips(about),
	elsewhere: (about) => m.year_change_kind_elsewhere(about)
};

export const changeYearWords: Record<Exclude<ChangeYearReason, 'missing'>, () => string> = {
	'year-there': () => m.year_change_year_there(),
	'no-pupils': () => m.year_change_no_pupils(),
	importing: () => m.year_change_importing(),
	open: () => m.year_change_open(),
	changed: () => m.year_change_changed()
};
