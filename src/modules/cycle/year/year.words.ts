import type { Language } from '#platform/ctx.ts';
import * as m from '#words/compiled/messages.js';
import type { Holiday } from './holiday.ts';
import type { HolidayFault } from './holiday.input.ts';
import type { HolidayReason } from './holidays.server.ts';
import type { JoinerStep } from './joiner.ts';
import type { MomentKind, YearMoment } from './moment.ts';
import type { MomentFault } from './moment.input.ts';
import type { MomentReason } from './moments.server.ts';
import type { NationalKey } from './national.ts';

type Words = (inputs?: Record<string, never>, options?: { locale?: Language }) => string;

export const nationalWords: Record<NationalKey, Words> = {
	'summer-before': m.year_holiday_summer_before,
	autumn: m.year_holiday_autumn,
	christmas: m.year_holiday_christmas,
	spring: m.year_holiday_spring,
	may: m.year_holiday_may,
	summer: m.year_holiday_summer,
	'easter-monday': m.year_holiday_easter_monday,
	'kings-day': m.year_holiday_kings_day,
	ascension: m.year_holiday_ascension,
	'whit-monday': m.year_holiday_whit_monday
};

/** As school calls it, else as the country does. */
export function nameOfHoliday({ name, national }: Pick<Holiday, 'name' | 'national'>): string {
	return name || (national ? nationalWords[national]() : '');
}

export const momentWords: Record<MomentKind, Words> = {
	'report-1': m.year_moment_report_1,
	'report-2': m.year_moment_report_2,
	meeting: m.year_moment_meeting,
	other: m.year_moment_other
};

export function nameOfMoment({ kind, words }: Pick<YearMoment, 'kind' | 'words'>): string {
	return words || momentWords[kind]();
}

export const stepWords: Record<JoinerStep, Words> = {
	intake: m.year_joiner_intake,
	first: m.year_joiner_first,
	second: m.year_joiner_second
};

export const holidayReasonWords: Record<HolidayReason, Words> = {
	missing: m.year_reason_missing,
	'outside-year': m.year_reason_outside_year,
	'no-region': m.year_reason_no_region,
	'in-the-way': m.year_reason_in_the_way
};

export const momentReasonWords: Record<MomentReason, Words> = {
	missing: m.year_reason_missing,
	'outside-year': m.year_reason_outside_year,
	'already-there': m.year_reason_already_there
};

export const holidayFaultWords: Record<HolidayFault, Words> = {
	'name-missing': m.year_fault_name_missing,
	'name-too-long': m.year_fault_name_too_long,
	'first-day-missing': m.year_fault_first_day_missing,
	'last-before-first': m.year_fault_last_before_first,
	'too-long': m.year_fault_too_long
};

export const momentFaultWords: Record<MomentFault, Words> = {
	'kind-missing': m.year_fault_kind_missing,
	'words-missing': m.year_fault_words_missing,
	'words-too-long': m.year_fault_words_too_long,
	'day-missing': m.year_fault_day_missing
};
