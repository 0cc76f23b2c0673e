// Measures the planner, each measurement in a process of its own, one after another: `npm run bench:planner`.
//   [KIND…] [--seeds 1,2,3] [--budgets 2,5,10,30] [--out docs/planner-figures.md]
// Needs the generator and the referee in ../shared. The whole grid takes about twenty minutes.
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { againstAsked, type Measured } from './planner/asked.ts';
import { page, gridHead, gridRows } from './planner/page.ts';
import type { Answer, Task } from './planner/tasks.ts';

const kinds = ['P16x25', 'P30x28', 'S300x30', 'S1500x90', 'S1500x90 --load 0.65', 'KP16x25', 'KS1500x90'];
/** Rounds small enough to prove level 1 in seconds, and rounds that are also planned again. */
const proven = ['P16x25', 'P30x28'];
const plannedAgain = ['P16x25', 'S1500x90'];
const tinies = ['over', 'sib', 'break', 'walk', 'ib'];

const { values, positionals } = parseArgs({
	options: {
		seeds: { type: 'string', default: '1,2,3' },
		budgets: { type: 'string', default: '2,5,10,30' },
		out: { type: 'string' }
	},
	allowPositionals: true
});
const seeds = values.seeds.split(',').map(Number);
const budgets = values.budgets.split(',').map(Number);
const began = performance.now();
const tiny: Answer['tiny'][] = [];
if (!positionals.length)
	for (const name of tinies) tiny.push(await run({ task: 'tiny', kind: `tiny-${name}`, seed: 1 }));
const all: Measured[] = [];
console.log(gridHead.join('\n'));
for (const kind of positionals.length ? positionals : kinds)
	for (const seed of seeds) {
		const one = await measure(kind, seed);
		all.push(one);
		console.log(gridRows(one).join('\n'));
	}
const [{ model } = { model: 'unknown' }] = cpus();
const text = page(all, againstAsked(all, tiny), {
	when: new Date().toISOString().slice(0, 10),
	machine: `${model}, ${cpus().length} cores, Node ${process.version}`,
	minutes: (performance.now() - began) / 60_000
});
if (values.out) await writeFile(values.out, text);
else console.log(`\n${text}`);

async function measure(kind: string, seed: number): Promise<Measured> {
	const round = { kind, seed };
	const bound = await run({ task: 'bound', ...round, prove: proven.includes(kind) });
	const plans: Answer['plan'][] = [];
	for (const seconds of budgets) plans.push(await run({ task: 'plan', ...round, seconds }));
	const again: Measured['again'] = [];
	let explain: Answer['explain'] | undefined;
	if (plannedAgain.includes(kind)) {
		const talks = await run({ task: 'talks', ...round });
		for (const event of ['ill', 'cancelled', 'late'] as const)
			again.push({ event, ...(await run({ task: 'again', ...round, event, talks })) });
		explain = await run({ task: 'explain', ...round, talks });
	}
	return { round, bound, plans, again, explain };
}

async function run<T extends Task>(task: T): Promise<Answer[T['task']]> {
	const file = fileURLToPath(new URL('./planner/tasks.ts', import.meta.url));
	const running = promisify(execFile)(process.execPath, [file], { maxBuffer: 1e8 });
	running.child.stdin!.end(JSON.stringify(task));
	const { stdout } = await running;
	return JSON.parse(stdout) as Answer[T['task']];
}
