import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { all, tellsOf, type Answer } from './asking.ts';
import { doorCells, useCaseCells, type Cell } from './cells.ts';
import { allRows, prepareGround, type Ground } from './furnished-school.ts';
import { children, personas, type ChildName, type Persona } from './personas.ts';
import { asLast, atTheEnd, tooLate } from './row-order.ts';

type Answered = Cell & { answer: Answer; page: string; leak: boolean };

let ground: Ground;
const answered: Answered[] = [];

beforeAll(async () => {
	ground = await prepareGround(inject('template'));
});
afterAll(async () => {
	if (process.env.ACCESS_REPORT) writeFileSync(process.env.ACCESS_REPORT, JSON.stringify(summary()));
	await ground?.leave();
});

/**
 * Guards the rules of the rooms, seen red in lines of their own: `mayKeepSchool` (people), `maySeeConsents` and `mayLookIn`
 * (consent), `maySee` (conversations), `mayPlan` (cycle), `seatsOf` (agreements); and a row that says missing of what is allowed.
 */
describe('who gets in', () => {
	test('who may not, gets nothing, and nothing is written', { timeout: 120_000 }, async () => {
		const cells = [...doorCells(ground), ...useCaseCells(ground)].filter(({ expected }) => expected !== 'allowed');
		const before = await rowsOfBoth();
		expect(wrong(await askBoth(cells))).toEqual([]);
		expect(await rowsOfBoth()).toEqual(before);
	});

	test('who may, gets in', { timeout: 120_000 }, async () => {
		const cells = [...doorCells(ground), ...useCaseCells(ground)].filter(({ expected }) => expected === 'allowed');
		const looks = await askBoth(cells.filter(({ acts }) => !acts));
		// What is done changes what it is done to: per child and place one after another.
		const deeds = cells.filter(({ acts }) => acts);
		const done = [];
		for (const when of [0, 1, 2]) {
			const part = deeds.filter(({ row }) => whenOf(row) === when);
			const lines = [...Map.groupBy(part, ({ child, served }) => `${child} ${served}`).values()];
			done.push(...(await all(lines.length, lines, (line) => askAll(1, line))).flat());
		}
		expect(wrong([...looks, ...done])).toEqual([]);
	});
});

/** The doors of the server and the calls here at once: each has a database and a process of its own. */
async function askBoth(cells: readonly Cell[]): Promise<Answered[]> {
	const sides = [true, false].map((side) => cells.filter(({ served }) => served === side));
	return (await Promise.all(sides.map((side) => askAll(8, side)))).flat();
}

/**
 * Asks, and keeps what came of it for the report. What is done changes what it is done to: the first who may gets in, and
 * who comes after meets what the first left behind.
 */
async function askAll(wide: number, cells: readonly Cell[]): Promise<Answered[]> {
	const done = new Set(tooLate.flatMap((row) => children.map((child) => `${row} ${child}`)));
	return all(wide, cells, async (cell) => {
		const deed = `${cell.row} ${cell.child}`;
		const { answer: said, page } = await cell.ask().catch(fallenOver);
		const after = cell.acts && cell.expected === 'allowed' && done.has(deed) && said !== 'fell over';
		const answer = after ? 'allowed' : said;
		if (answer === 'allowed') done.add(deed);
		const leak = (answer === 'allowed' && cell.expected !== 'allowed') || tellsOfAnother(cell, page);
		const whole = { ...cell, answer, leak, page: answer === 'fell over' ? page : '' };
		answered.push(whole);
		return whole;
	});
}

function fallenOver(error: Error) {
	return { answer: 'fell over' as const, page: String(error.stack) };
}

function whenOf(row: string) {
	return atTheEnd.includes(row) ? 2 : asLast.includes(row) ? 1 : 0;
}

/** Does the page name a child of whose circle the reader is not? Office and leadership know all of their school. Red with Adam’s id on Today. */
function tellsOfAnother({ who, served, row, child }: Cell, page: string) {
	if (!served || !page) return false;
	const leads = who.who?.tasks.some((task) => task === 'office' || task === 'leadership');
	const strange = children.filter(
		(each) =>
			!knows(who, each, row) && !(leads && (each === 'milan') === (who.school === ground.objects.milan.family.school))
	);
	// What was asked for comes back in an address or a form.
	const echoed = row.includes('[') || row.includes('?/') ? child : undefined;
	return strange.some((each) => each !== echoed && tellsOf(page, ground.objects[each].marks));
}

/** Who may only ask knows the child on the page where that is done. */
function knows({ ties }: Persona, child: ChildName, row: string) {
	return ties[child] === 'without' ? row.startsWith('/informatie') : ties[child] !== undefined;
}

function wrong(answers: readonly Answered[]) {
	const off = answers.filter(({ answer, expected, leak }) => answer !== expected || leak);
	const lines = Map.groupBy(
		off,
		({ row, child, expected, answer, leak, page }) =>
			`${row}, about ${child}: ${expected} was ${leak && answer === expected ? 'a leak' : answer} ${page.slice(0, 200)}`
	);
	return [...lines].map(([line, cells]) => `${line}, for ${cells.map(({ who }) => who.name).join(' · ')}`);
}

async function rowsOfBoth() {
	return [await allRows(ground.served.owner), await allRows(ground.called.owner)];
}

function summary() {
	const count = (which: Answer) => answered.filter(({ answer }) => answer === which).length;
	return {
		rows: new Set(answered.map(({ row }) => row)).size,
		personas: personas.length,
		allowed: count('allowed'),
		missing: count('missing'),
		refused: count('refused'),
		leaks: answered.filter(({ leak }) => leak).length
	};
}
