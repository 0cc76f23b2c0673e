// Writes the pages of docs/ that are made from the code: the map of rooms, the table of doors, the lives of things.
import { writeFile } from 'node:fs/promises';
import { generatedPages } from './generated-pages.ts';

for (const [path, text] of Object.entries(await generatedPages())) {
	await writeFile(path, text);
	console.log(`wrote ${path}`);
}
