import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkPlan } from './check.ts';
import { readInstance } from './instance.input.ts';
import { planInSteps } from './plan.ts';

const folder = resolve('../shared/planner');
const load = async (file: string) => import(/* @vite-ignore */ pathToFileURL(`${folder}/${file}`).href);

describe.skipIf(!existsSync(folder))('beside the referee', () => {
	it.each([
		['P4x10', 1],
		['P6x12', 2],
		['S60x12', 3],
		['KP4x12', 4]
	])('engine, checker and referee agree to the cent on %s', async (kind, seed) => {
		const { generate } = await load('gen.mjs');
		const { check } = await load('check.mjs');
		const made = generate(kind, seed);
		const reading = readInstance(JSON.parse(JSON.stringify(Array.isArray(made) ? made[0] : made)));
		if (!reading.ok) throw new Error(`${reading.field}: ${reading.expected}`);
		let cost = Infinity;
		const plan = planInSteps(reading.value, { steps: 256, seed: 1 }, (progress) => (cost = progress.cost));
		const mine = checkPlan(reading.value, plan);
		const theirs = check(reading.value, plan);
		expect(mine.faults).toEqual([]);
		expect(theirs.violations).toEqual([]);
		expect(mine.figures.cost).toBeCloseTo(theirs.figures.cost, 2);
		expect(mine.figures.familyCost).toBeCloseTo(theirs.figures.familyCost, 2);
		expect(mine.figures.waiting.total).toBe(theirs.figures.waitMinutes);
		expect(cost).toBeCloseTo(theirs.figures.cost, 2);
	});

	it.each(['over', 'sib', 'break', 'walk', 'ib'])('finds the known number of tiny-%s', async (name) => {
		const { generate } = await load('gen.mjs');
		const instance = generate(`tiny-${name}`, 1);
		const plan = planInSteps(instance, { steps: 64, seed: 1 });
		expect(plan.talks.length).toBe(instance.known.honoured);
		const { waiting } = checkPlan(instance, plan).figures;
		if (instance.known.wait !== undefined) expect(waiting.total).toBe(instance.known.wait);
	});
});
