import type { Language } from '#platform/ctx.ts';
import type { Day } from '#platform/time.ts';
import { differenceSentence, rejectedLine, warningSentence } from './import.words.ts';
import type { ImportPlan } from './plan.ts';
import type { PlanSteps } from './step.ts';

type Counts = { add: number; change: number; end: number };

/** An import in numbers and sentences, as the command line prints it with --json. */
export type ImportReport = {
	format: string;
	schoolYear: string;
	groups: Counts;
	pupils: Counts;
	staff: Counts;
	guardians: Counts;
	rejected: { file: string; line: number; what: string; reason: string }[];
	warnings: string[];
	/** What stays as people decided it here (not in reports from before there was such a thing). */
	differences?: { id: string; what: string }[];
	/** Of a change of year: the day on which it begins. */
	begins?: Day;
};

export function reportOf(plan: ImportPlan, language: Language): ImportReport {
	return {
		format: plan.formats.join(' + '),
		schoolYear: plan.schoolYear,
		groups: count(plan.groups),
		pupils: count(plan.pupils),
		staff: count(plan.staff),
		guardians: count(plan.guardians),
		rejected: plan.rejected.map((row) => rejectedLine(row, language)),
		warnings: plan.warnings.map((warning) => warningSentence(warning, language)),
		differences: plan.differences.map((one) => ({ id: one.id, what: differenceSentence(one, language) }))
	};
}

/** Numbers only, for the fact. */
export function countsOf(plan: ImportPlan): Record<string, string> {
	return Object.fromEntries(
		(['groups', 'pupils', 'staff', 'guardians'] as const).flatMap((noun) =>
			Object.entries(count(plan[noun])).map(([step, number]) => [`${noun}.${step}`, String(number)])
		)
	);
}

export function count({ add, change, end }: PlanSteps): Counts {
	return { add: add.length, change: change.length, end: end.length };
}
