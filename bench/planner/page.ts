import type { Asked, Measured } from './asked.ts';

const columns = [
	'instance',
	'asked',
	'ceiling',
	'book themselves',
	'budget',
	'honoured',
	'of ceiling',
	'level 1 (least)',
	'family cost',
	'wait avg / P95 / most',
	'idle',
	'steps/s',
	'MB'
];

export const gridHead = [row(columns), row(columns.map(() => '---'))];

export function gridRows({ round, bound, plans }: Measured) {
	return plans.map((plan) =>
		row([
			`${round.kind}-${round.seed}${plan.sound ? '' : ' NOT VALID'}`,
			bound.asked,
			bound.atMost,
			bound.alone,
			`${plan.seconds} s`,
			plan.honoured,
			`${((100 * plan.honoured) / bound.atMost).toFixed(2)} %`,
			`${plan.levelOne}${bound.levelOne === undefined ? '' : ` (${bound.levelOne})`}`,
			`${Math.round(plan.familyCost)}${bound.planted === undefined ? '' : ` (planted ${bound.planted})`}`,
			`${plan.waiting.average.toFixed(1)} / ${plan.waiting.p95} / ${plan.waiting.most}`,
			plan.idle,
			Math.round(plan.steps / plan.seconds),
			plan.megabytes
		])
	);
}

/** The page of figures in the docs, as it is. */
export function page(all: Measured[], asked: Asked[], where: { when: string; machine: string; minutes: number }) {
	return `# What the planner reaches

Measured on ${where.when} with \`npm run bench:planner\` in ${Math.round(where.minutes)} minutes on ${where.machine}. One worker,
seed 1 of the search. Seconds are processor time of a process of its own, compiling included; MB is the most memory that
process had. Every plan was checked by the product's checker and by the referee.

*Ceiling* is proven by a linear programme: no plan honours more. *Book themselves*: families in random order, each taking
the best that is free. *Level 1*: cost of unmet requests and fairness, with the least that is possible where a time-indexed
model proved it. *Family cost*: level 1, wishes, waiting and extra visits.

## Against what was asked

Rounds one after another, seeds as below.

| asked | measured | holds |
| --- | --- | --- |
${asked.map(({ asked: what, measured, holds }) => row([what, measured, holds ? 'yes' : '**no**'])).join('\n')}

## All rounds

${[...gridHead, ...all.flatMap(gridRows)].join('\n')}
`;
}

function row(cells: (string | number)[]) {
	return `| ${cells.join(' | ')} |`;
}
