import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { doorsTable } from '../../scripts/doors-table.ts';
import { generatedPages, roomMap } from '../../scripts/generated-pages.ts';
import { lifeDiagram, livesIn } from '../../scripts/life-diagram.ts';

const pages = Object.entries(await generatedPages());

test.each(pages)('%s is as fresh as the code (npm run docs)', (path, text) => {
	expect(existsSync(path) && readFileSync(path, 'utf8')).toBe(text);
});

describe('planted: what changes in the code changes on the page', () => {
	test('a room that uses one more', () => {
		expect(roomMap({ people: [], language: [], agreements: ['people'] })).toContain('agreements --> people');
		expect(roomMap({ people: [], language: [], agreements: ['people'] })).not.toContain('agreements --> language');
	});

	test('a room that reads all others', () => {
		expect(roomMap({ a: [], b: [], c: ['a', 'b'] })).toContain('`c` reads what all rooms above it show.');
	});

	test('a door with an action, a machine with a method', () => {
		const actions =
			'export const actions: Actions = {\n\taccept: ({ locals }) => 1,\n\tasync decline({ locals }) {\n\t\tconst x = 1;\n\t}\n};';
		const table = doorsTable([
			{ path: '(app)/afspraken/[id]/+page.svelte', text: '' },
			{ path: '(app)/afspraken/[id]/+page.server.ts', text: actions },
			{ path: 'api/health/+server.ts', text: 'export async function GET() {}' }
		]);
		expect(table).toContain('| `/afspraken/[id]` | signed in | page · ?/accept · ?/decline |');
		expect(table).toContain('| `/api/health` | machines | GET |');
	});

	test('a move in a life, also one that changes no state', () => {
		const module = {
			agreementStates: ['proposed', 'agreed'],
			agreementMoves: { agree: { from: ['proposed'], to: 'agreed' }, remind: { from: ['proposed'] } }
		};
		const [life] = livesIn(module, 'agreements/agreement.ts');
		const drawn = lifeDiagram(life!);
		expect(drawn).toContain('[*] --> proposed');
		expect(drawn).toContain('proposed --> agreed: agree');
		expect(drawn).toContain('proposed --> proposed: remind');
	});

	test('a move that two sides make, each with an end of its own', () => {
		const adapt = [
			{ by: 'owner', from: ['nothing'], to: 'adapted' },
			{ by: 'proposer', from: ['adapted'], to: 'proposed' }
		];
		const [life] = livesIn({ agreementStates: ['proposed'], agreementMoves: { adapt } }, 'agreements/agreement.ts');
		const drawn = lifeDiagram(life!);
		expect(drawn).toContain('[*] --> adapted: adapt (owner)');
		expect(drawn).toContain('adapted --> proposed: adapt (proposer)');
		expect(drawn).not.toContain('[*] --> proposed');
	});
});
