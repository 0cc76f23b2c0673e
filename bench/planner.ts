// Measures the planner: `npm run bench:planner -- [KIND…] [--seeds 1,2,3] [--budgets 2,5,10,30] [--out FILE]`. Needs the generator in ../shared.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { proveBound } from '#modules/planner/bounds.server.ts';
import { checkPlan } from '#modules/planner/check.ts';
import { fromQueue } from '#modules/planner/engine/queue.ts';
import { prepare } from '#modules/planner/engine/prepare.ts';
import { fromNothing, searchFrom, type Manner } from '#modules/planner/engine/search.ts';
import type { Instance } from '#modules/planner/instance.ts';

type Generator = { generate(kind: string, seed: number, more: object): Instance | [Instance, unknown] };
type Known = { known?: { costAtMost?: number } };

/** The kinds of the table, and the budgets in seconds at which something is asked of each. */
const usual: Record<string, number[]> = {
	P16x25: [2, 10],
	P30x28: [5, 10],
	S300x30: [2, 10],
	S1500x90: [5, 10, 30],
	'S1500x90 --load 0.65': [10],
	KP16x25: [5],
	KS1500x90: [30]
};
const { values, positionals } = parseArgs({
	options: { seeds: { type: 'string', default: '1,2,3' }, budgets: { type: 'string' }, out: { type: 'string' } },
	allowPositionals: true
});
const folder = resolve('../shared/planner');
if (!existsSync(folder)) throw new Error(`The generator and the referee are not there: ${folder}`);
const { generate } = (await import(pathToFileURL(`${folder}/gen.mjs`).href)) as Generator;
const referee = (await import(pathToFileURL(`${folder}/check.mjs`).href)) as {
	check(instance: Instance, plan: object): { ok: boolean; figures: { familyCost: number } };
};

const head = [
	'instance',
	'asked',
	'ceiling',
	'book themselves',
	'budget',
	'honoured',
	'of ceiling',
	'family cost',
	'wait avg / P95 / most',
	'idle',
	'steps/s',
	'MB'
];
const lines = [head, head.map(() => '---')].map(row);
console.log(lines.join('\n'));
for (const kind of positionals.length ? positionals : Object.keys(usual))
	for (const seed of values.seeds.split(',').map(Number)) {
		const [name, load] = kind.split(' --load ');
		const made = generate(name!, seed, load ? { load: Number(load) } : {});
		const budgets = values.budgets?.split(',').map(Number) ?? usual[kind] ?? [2, 5, 10, 30];
		await measure(Array.isArray(made) ? made[0] : made, budgets);
	}
const [{ model } = { model: 'unknown' }] = cpus();
const where = `Measured ${new Date().toISOString().slice(0, 10)} on ${model}, ${cpus().length} cores, Node ${process.version}; seconds are processor time of the whole process.`;
console.log(`\n${where}`);
if (values.out) await writeFile(values.out, `${where}\n\n${lines.join('\n')}\n`);

async function measure(instance: Instance & Known, budgets: number[]) {
	const bound = await proveBound(instance);
	const alone = run(instance, 0, fromQueue);
	const known = instance.known?.costAtMost;
	for (const seconds of budgets) {
		const { figures, steps, sound } = run(instance, seconds, fromNothing);
		const line = row([
			`${instance.id}${sound ? '' : ' NOT VALID'}`,
			String(instance.requests.length),
			String(bound?.atMost ?? '–'),
			String(alone.figures.honoured),
			`${seconds} s`,
			String(figures.honoured),
			bound ? `${((100 * figures.honoured) / bound.atMost).toFixed(2)} %` : '–',
			`${Math.round(figures.familyCost)}${known === undefined ? '' : ` (planted ${known})`}`,
			`${figures.waiting.average.toFixed(1)} / ${figures.waiting.p95} / ${figures.waiting.most}`,
			String(figures.idle),
			String(Math.round(steps / seconds)),
			String(Math.round(process.memoryUsage().rss / 1e6))
		]);
		lines.push(line);
		console.log(line);
	}
}

function run(instance: Instance, seconds: number, manner: Manner) {
	const from = spent();
	const search = searchFrom(prepare(instance), 1, manner);
	let steps = 0;
	for (let now = spent() - from; now < seconds; now = spent() - from) {
		search.advance(64, 1 - now / seconds);
		steps += 64;
	}
	const talks = search.talks();
	const { faults, figures } = checkPlan(instance, { talks });
	const second = referee.check(instance, { talks });
	const agree = Math.abs(second.figures.familyCost - figures.familyCost) < 0.01;
	return { figures, steps, sound: !faults.length && second.ok && agree };
}

/** Seconds of processor time, of all threads. */
function spent() {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}

function row(cells: string[]) {
	return `| ${cells.join(' | ')} |`;
}
