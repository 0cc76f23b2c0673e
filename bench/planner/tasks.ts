// One measurement in a process of its own: a task as JSON comes in, its figures go out as JSON.
import { text } from 'node:stream/consumers';
import { proveBound, proveLevelOne } from '#modules/planner/bounds.server.ts';
import { checkPlan } from '#modules/planner/check.ts';
import { difference } from '#modules/planner/difference.ts';
import { fromPublished } from '#modules/planner/engine/mend.ts';
import { prepare } from '#modules/planner/engine/prepare.ts';
import { fromQueue } from '#modules/planner/engine/queue.ts';
import { fromNothing, searchFrom, type Manner } from '#modules/planner/engine/search.ts';
import { explainPlan } from '#modules/planner/explain.ts';
import type { Instance, Placed } from '#modules/planner/instance.ts';
import { planInSteps } from '#modules/planner/plan.ts';
import { generated, refereed, type Round } from './rounds.ts';

const proofSeconds = 90;
const published = 20_000;
const polish = 1_000;

export type Event = 'ill' | 'cancelled' | 'late';
export type Task =
	| (Round & { task: 'bound'; prove: boolean })
	| (Round & { task: 'plan'; seconds: number })
	| (Round & { task: 'talks' })
	| (Round & { task: 'again'; event: Event; talks: Placed[] })
	| (Round & { task: 'explain'; talks: Placed[] })
	| (Round & { task: 'tiny' });

/** What each task answers. */
export type Answer = {
	bound: { asked: number; atMost: number; levelOne: number | undefined; alone: number; planted: number | undefined };
	plan: ReturnType<typeof figuresOf> & { sound: boolean; steps: number; seconds: number; megabytes: number };
	talks: Placed[];
	again: { first: number; displaced: number; moved: number; withdrawn: number; sound: boolean };
	explain: { seconds: number; unmet: number };
	tiny: { seconds: number; honoured: number; known: number };
};

const task = JSON.parse(await text(process.stdin)) as Task;
const instance = await generated(task);
const answers: { [Name in keyof Answer]: () => Promise<Answer[Name]> } = { bound, plan, talks, again, explain, tiny };
process.stdout.write(JSON.stringify(await answers[task.task]()));

async function bound(): Promise<Answer['bound']> {
	const { prove } = task as Extract<Task, { task: 'bound' }>;
	const ceiling = (await proveBound(instance))!;
	const proof = prove ? await proveLevelOne(instance, proofSeconds) : undefined;
	const alone = searchFrom(prepare(instance), 1, fromQueue).honoured();
	const levelOne = proof?.proven ? proof.atLeast : undefined;
	return { asked: ceiling.asked, atMost: ceiling.atMost, levelOne, alone, planted: instance.known?.costAtMost };
}

async function plan(): Promise<Answer['plan']> {
	const { seconds } = task as Extract<Task, { task: 'plan' }>;
	const { search, steps } = searchFor(instance, seconds, fromNothing);
	const megabytes = Math.round(process.resourceUsage().maxRSS / 1000);
	return { ...figuresOf(search.talks()), sound: await isSound(instance, search.talks()), steps, seconds, megabytes };
}

/** Seconds are processor time of this process, preparing and compiling included. */
function searchFor(round: Instance, seconds: number, manner: Manner) {
	const from = spent();
	const search = searchFrom(prepare(round), 1, manner);
	let steps = 0;
	for (let now = spent() - from; now < seconds; now = spent() - from) {
		search.advance(64, now / seconds);
		steps += 64;
	}
	return { search, steps };
}

function figuresOf(talks: Placed[]) {
	const { honoured, waiting, idle, familyCost, cost, costs } = checkPlan(instance, { talks }).figures;
	return { honoured, waiting, idle, familyCost, cost, levelOne: costs.unmet + costs.fairness };
}

async function isSound(round: Instance, placed: Placed[]) {
	const { faults, figures } = checkPlan(round, { talks: placed });
	const second = await refereed(round, { talks: placed });
	return !faults.length && second.ok && Math.abs(second.figures.familyCost - figures.familyCost) < 0.01;
}

async function talks() {
	return planInSteps(instance, { steps: published, seed: 1 }).talks;
}

/** Plans again after one event; the first answer is timed from the instance on, in a process that is still cold. */
async function again(): Promise<Answer['again']> {
	const { event, talks: before } = task as Extract<Task, { task: 'again' }>;
	const round = after(event, before);
	const from = performance.now();
	const manner = fromPublished();
	const search = searchFrom(prepare(round), 1, manner);
	search.talks();
	const first = (performance.now() - from) / 1000;
	for (let done = 0; done < polish; done += 100) search.advance(100, done / polish);
	const changes = difference(round, { talks: search.talks() });
	const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
	const displaced = manner.displaced();
	const moved = Math.max(0, count('moved') - (displaced - count('withdrawn')));
	return { first, displaced, moved, withdrawn: count('withdrawn'), sound: await isSound(round, search.talks()) };
}

function after(event: Event, before: Placed[]): Instance {
	const late = instance.requests[7]!;
	const round = { ...instance, previous: { talks: before.map((talk) => ({ ...talk, confirmed: true })) } };
	if (event === 'late') round.previous.talks = round.previous.talks.filter((talk) => talk.request !== late.id);
	if (event === 'cancelled')
		round.requests = round.requests.filter((one) => !one.parties.some((id) => late.parties.includes(id)));
	if (event === 'ill')
		round.staff = round.staff.map((one, i) => (i === 3 ? { ...one, windows: one.windows.slice(1) } : one));
	return round;
}

async function explain(): Promise<Answer['explain']> {
	const { talks: placed } = task as Extract<Task, { task: 'explain' }>;
	const from = performance.now();
	const { unmet } = explainPlan(instance, { talks: placed });
	return { seconds: (performance.now() - from) / 1000, unmet: unmet.length };
}

async function tiny(): Promise<Answer['tiny']> {
	const { search } = searchFor(instance, 0.1, fromNothing);
	return { seconds: 0.1, honoured: search.honoured(), known: instance.known!.honoured! };
}

function spent() {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}
