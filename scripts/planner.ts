// The planner on the command line: plan, replan, explain, bound, check-plan. Progress goes to stderr, answers to stdout.
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { proveBound, proveLevelOne } from '#modules/planner/bounds.server.ts';
import { brokenLocks, checkPlan, type Fault } from '#modules/planner/check.ts';
import { difference } from '#modules/planner/difference.ts';
import { explainPlan } from '#modules/planner/explain.ts';
import { readInstance, readPlan, type Reading } from '#modules/planner/instance.input.ts';
import type { Instance, Plan } from '#modules/planner/instance.ts';
import { drawPlan, type PictureWords } from '#modules/planner/picture.ts';
import { plan as planIt } from '#modules/planner/plans.server.ts';

const done = 0;
const violations = 1;
const unreadable = 2;

export const plannerHelp = `The planner: plans of parent-teacher talks. Format talkplan/1, minutes after midnight.

  eenlijn plan INSTANCE.json --out PLAN.json [--seconds N | --steps N] [--seed N] [--workers 1|2] [--svg FILE]
      Makes a plan. With --steps the same seed gives the same plan, byte for byte; --seconds (10) takes what fits.
  eenlijn replan INSTANCE.json --out PLAN.json [the same options]
      Plans again from \`previous\` in the instance (seconds: 2). Prints what moves, is withdrawn, is new.
  eenlijn explain INSTANCE.json PLAN.json
      Why each unmet request is unmet, and ways out that were tried.
  eenlijn bound INSTANCE.json [--prove] [--seconds N]
      How many requests can be honoured at most, and which staff and days stand in the way. Needs the package highs.
      With --prove also the least that unmet requests and fairness can cost any plan (seconds: 60).
  eenlijn check-plan INSTANCE.json PLAN.json [--json]
      Every broken rule (H0 to H10) and every part of the objective.

  --out -  prints the plan instead of writing a file. Progress is on stderr.
  Exit code: 0 done, 1 the plan breaks a rule, 2 a file cannot be read or a word is not understood.`;

const options = {
	out: { type: 'string' },
	svg: { type: 'string' },
	seconds: { type: 'string' },
	steps: { type: 'string' },
	seed: { type: 'string', default: '1' },
	workers: { type: 'string', default: '1' },
	json: { type: 'boolean', default: false },
	prove: { type: 'boolean', default: false },
	help: { type: 'boolean', short: 'h', default: false }
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

const commands: Record<string, (files: string[], values: Values) => Promise<number>> = {
	plan: (files, values) => make(files, values, 10),
	replan: (files, values) => make(files, values, 2),
	explain,
	bound,
	'check-plan': check
};

export const plannerCommands = Object.keys(commands);

/** A word that was typed wrong or a file that cannot be read: told in a sentence, without a stack. */
class Misread extends Error {}

export async function runPlanner(args: string[]): Promise<number> {
	try {
		const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
		const [command, ...files] = positionals;
		if (values.help) {
			console.log(plannerHelp);
			return done;
		}
		return await commands[command!]!(files, values);
	} catch (error) {
		const known = error instanceof Misread || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
		if (!known) throw error;
		console.error((error as Error).message);
		return unreadable;
	}
}

async function make([file]: string[], values: Values, usualSeconds: number) {
	const instance = await read(file, readInstance);
	if (!values.out) throw new Misread('Say where the plan goes: --out PLAN.json');
	const locks = brokenLocks(instance);
	if (locks.length) throw new Misread(`No plan can keep these locks:\n${locks.map(sentence).join('\n')}`);
	const workers = number('workers', values.workers, 1, 2) as 1 | 2;
	const steps = values.steps === undefined ? undefined : number('steps', values.steps, 0, 1e12);
	const seconds = number('seconds', values.seconds ?? String(usualSeconds), 0, 86_400);
	const budget = { seconds, steps, seed: number('seed', values.seed, 0, 1e9), workers };
	const started = performance.now();
	const tell = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
	let told = -Infinity;
	const stopping = new AbortController();
	process.once('SIGINT', () => stopping.abort());
	const planned = await planIt(instance, budget, {
		signal: stopping.signal,
		onBetter: ({ cost, honoured }) => {
			if (performance.now() - told < 500) return;
			told = performance.now();
			console.error(`${tell()}  ${honoured} of ${instance.requests.length} honoured, cost ${cost.toFixed(1)}`);
		}
	});
	const { faults, figures } = checkPlan(instance, planned.plan);
	console.error(
		`${tell()}  ${figures.honoured} of ${figures.requests} honoured, cost ${figures.cost.toFixed(1)}, ${planned.steps} steps`
	);
	await write(values.out, `${JSON.stringify(planned.plan)}\n`);
	if (values.svg) await write(values.svg, drawPlan(instance, planned.plan, words));
	if (instance.previous) console.error(JSON.stringify(difference(instance, planned.plan), null, 1));
	for (const fault of faults) console.error(sentence(fault));
	return faults.length ? violations : done;
}

async function explain([first, second]: string[]) {
	const instance = await read(first, readInstance);
	const plan = await read(second, readPlan);
	const { faults } = checkPlan(instance, plan);
	for (const fault of faults) console.error(sentence(fault));
	if (faults.length) return violations;
	console.log(JSON.stringify(explainPlan(instance, plan), null, 1));
	return done;
}

async function bound([file]: string[], { prove, seconds }: Values) {
	const instance = await read(file, readInstance);
	const answer = await proveBound(instance);
	if (!answer)
		throw new Misread('The package highs is not installed; the planner works without, only this proof does not.');
	const levelOne = prove ? await proveLevelOne(instance, number('seconds', seconds ?? '60', 0, 86_400)) : undefined;
	console.log(JSON.stringify({ ...answer, levelOne }, null, 1));
	return done;
}

async function check([first, second]: string[], { json }: Values) {
	const instance = await read(first, readInstance);
	const plan: Plan = await read(second, readPlan);
	const answer = checkPlan(instance, plan);
	if (json) console.log(JSON.stringify(answer, null, 1));
	else {
		console.log(answer.faults.length ? `${answer.faults.length} rules broken` : 'no rule broken');
		for (const fault of answer.faults) console.log(`  ${sentence(fault)}`);
		for (const [name, value] of Object.entries(answer.figures))
			console.log(`  ${name.padEnd(24)} ${JSON.stringify(value)}`);
	}
	return answer.faults.length ? violations : done;
}

function sentence({ rule, about, day, minutes, limit }: Fault) {
	const where = day === undefined ? '' : ` on day ${day}`;
	const how = limit === undefined ? '' : `: ${minutes ?? 'more'} where the limit is ${limit}`;
	return `${rule} ${about.join(', ')}${where}${how}`;
}

async function read<T extends Instance | Plan>(
	file: string | undefined,
	reader: (data: unknown) => Reading<T>
): Promise<T> {
	if (!file) throw new Misread('A file is missing. Try --help.');
	const text = await readFile(file, 'utf8').catch((error: Error) => {
		throw new Misread(`${file}: ${error.message}`);
	});
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch (error) {
		throw new Misread(`${file} is not JSON: ${(error as Error).message}`);
	}
	const reading = reader(data);
	if (!reading.ok) throw new Misread(`${file}: ${reading.field}: expected ${reading.expected}`);
	return reading.value;
}

async function write(file: string, text: string) {
	if (file === '-') process.stdout.write(text);
	else await writeFile(file, text);
}

function number(name: string, text: string, least: number, most: number) {
	const value = Number(text);
	if (text === '' || !(value >= least && value <= most))
		throw new Misread(`--${name} is a number from ${least} to ${most}`);
	return value;
}

const words: PictureWords = {
	title: (honoured, asked) => `${honoured} of ${asked} requests honoured`,
	liking: ['preferred', '● fine', '●● only if needed'],
	offered: 'offered, free',
	unmet: (count) => `Unmet: ${count}`,
	none: 'Everybody has a time.'
};
