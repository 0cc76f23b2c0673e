import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleRound } from './sample.ts';

const round = sampleRound({ teachers: 3, families: 12, days: 2, seed: 4 });
let folder = '';
const at = (file: string) => join(folder, file);

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'planner-'));
	await writeFile(at('round.json'), JSON.stringify(round));
});
afterAll(() => rm(folder, { recursive: true }));

/** What one command says, and the code it ends with. */
function eenlijn(...args: string[]) {
	return new Promise<{ code: number; said: string; told: string }>((settle) => {
		execFile(process.execPath, ['scripts/eenlijn.ts', ...args], (error, said, told) =>
			settle({ code: error ? Number(error.code) : 0, said, told })
		);
	});
}

describe('the command line of the planner', () => {
	it('plans with progress on stderr, draws the plan, and finds no rule broken', async () => {
		const files = [at('round.json'), '--out', at('plan.json'), '--svg', at('plan.svg')];
		const planned = await eenlijn('plan', ...files, '--steps', '200', '--seed', '3');
		expect(planned).toMatchObject({ code: 0, said: '' });
		expect(planned.told).toMatch(/\d+ of \d+ honoured, cost [\d.]+, 200 steps/);
		expect(await readFile(at('plan.svg'), 'utf8')).toMatch(/^<svg /);
		const checked = await eenlijn('check-plan', at('round.json'), at('plan.json'));
		expect(checked).toMatchObject({ code: 0, said: expect.stringMatching(/^no rule broken/) as string });
	});

	it('gives the same plan for the same seed and steps, byte for byte', async () => {
		const plan = () => eenlijn('plan', at('round.json'), '--out', '-', '--steps', '150', '--seed', '9');
		const [once, twice] = [await plan(), await plan()];
		expect(once.said).not.toBe('');
		expect(twice.said).toBe(once.said);
	});

	it('ends with 1 when a plan breaks a rule, and names the rule', async () => {
		const talks = [{ request: round.requests[0]!.id, day: 0, start: 61 }];
		const crooked = { format: 'talkplan-solution/1', instance: round.id, talks };
		await writeFile(at('crooked.json'), JSON.stringify(crooked));
		const checked = await eenlijn('check-plan', at('round.json'), at('crooked.json'));
		expect(checked).toMatchObject({ code: 1, said: expect.stringContaining(`H3 ${talks[0]!.request}`) as string });
	});

	it('ends with 2 when a file cannot be read, and names the field and what was expected', async () => {
		const staff = round.staff.map((one, i) => (i ? one : { ...one, slot: -5 }));
		await writeFile(at('bad.json'), JSON.stringify({ ...round, staff }));
		await writeFile(at('torn.json'), '{"format":');
		const told = async (...args: string[]) => {
			const { code, said, told } = await eenlijn(...args);
			expect({ code, said }).toEqual({ code: 2, said: '' });
			return told;
		};
		expect(await told('plan', at('bad.json'), '--out', '-')).toMatch(/staff\[0\]\.slot: expected .*from 1/);
		expect(await told('explain', at('torn.json'), at('torn.json'))).toMatch(/is not JSON/);
		expect(await told('bound', at('nowhere.json'))).toMatch(/nowhere\.json/);
		expect(await told('plan', at('round.json'), '--out', '-', '--workers', '7')).toMatch(/--workers .* 1 to 2/);
	});

	it('helps with every command and its options', async () => {
		const { code, said } = await eenlijn('plan', '--help');
		expect(code).toBe(0);
		for (const word of ['plan', 'replan', 'explain', 'bound', 'check-plan', '--steps', '--seed', '--workers', '--svg'])
			expect(said).toContain(word);
	});
});
