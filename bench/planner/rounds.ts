import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Instance, Plan } from '#modules/planner/instance.ts';

/** A generated round by name, as in `S1500x90 --load 0.65`, and the seed of the generator. */
export type Round = { kind: string; seed: number };

type Made = Instance & { known?: { costAtMost?: number; honoured?: number } };

const folder = resolve('../shared/planner');

async function load<T>(file: string): Promise<T> {
	if (!existsSync(folder)) throw new Error(`The generator and the referee are not there: ${folder}`);
	return (await import(pathToFileURL(`${folder}/${file}`).href)) as T;
}

export async function generated({ kind, seed }: Round): Promise<Made> {
	type Generator = { generate(kind: string, seed: number, more: object): Made | [Made, Plan] };
	const { generate } = await load<Generator>('gen.mjs');
	const [name, share] = kind.split(' --load ');
	const made = generate(name!, seed, share ? { load: Number(share) } : {});
	return Array.isArray(made) ? made[0] : made;
}

/** The referee's word on a plan. */
export async function refereed(instance: Instance, plan: Pick<Plan, 'talks'>) {
	type Referee = { check(instance: Instance, plan: object): { ok: boolean; figures: { familyCost: number } } };
	const { check } = await load<Referee>('check.mjs');
	return check(instance, plan);
}
