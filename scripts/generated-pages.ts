// The pages of docs/ that are made from the code, as text; a test compares them with what is committed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mayUse } from '#modules/map.ts';
import { doorsTable } from './doors-table.ts';
import { lifeDiagram, livesIn, type Life } from './life-diagram.ts';

/** Each generated page with its text. */
export async function generatedPages(): Promise<Record<string, string>> {
	return {
		'docs/rooms.md': page('Rooms', 'Which room may use which. It is `src/modules/map.ts`, drawn.', roomMap(mayUse)),
		'docs/routes.md': page(
			'Doors',
			'Every address, who stands before it and what can be done there.',
			doorsTable(routes())
		),
		'docs/states.md': page(
			'Lives',
			'What may happen to a thing in which state, from the tables of moves.',
			await lives()
		)
	};
}

function page(title: string, about: string, body: string) {
	return `# ${title}\n\n${about} Made by \`npm run docs\`; don't edit it here.\n\n${body}\n`;
}

/** An arrow from each room to the rooms it uses. A room that reads all above it gets a sentence instead of a web. */
export function roomMap(map: Record<string, readonly string[]>) {
	const rooms = Object.keys(map);
	const readsAll = rooms.filter((room, index) => index > 1 && map[room]!.length === index);
	const arrows = rooms
		.filter((room) => !readsAll.includes(room))
		.flatMap((room) => map[room]!.map((used) => `\t${room} --> ${used}`));
	const lines = ['```mermaid', 'flowchart TD', ...rooms.map((room) => `\t${room}`), ...arrows, '```'];
	return [...lines, ...readsAll.map((room) => `\n\`${room}\` reads what all rooms above it show.`)].join('\n');
}

function routes() {
	const names = readdirSync('src/routes', { recursive: true, encoding: 'utf8' });
	return names.sort().map((name) => {
		const server = /\+(page\.server|server)\.ts$/.test(name);
		return { path: name, text: server ? readFileSync(`src/routes/${name}`, 'utf8') : '' };
	});
}

async function lives() {
	const files = existsSync('src/modules') ? readdirSync('src/modules', { recursive: true, encoding: 'utf8' }) : [];
	const found: Life[] = [];
	for (const file of files.sort().filter((name) => /\/[a-z-]+\.ts$/.test(name))) {
		if (!/^export const \w+Moves\b/m.test(readFileSync(`src/modules/${file}`, 'utf8'))) continue;
		found.push(...livesIn(await import(/* @vite-ignore */ resolve('src/modules', file)), file));
	}
	return found.map(lifeDiagram).join('\n\n');
}
