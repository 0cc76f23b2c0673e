// A large school into a PostgreSQL of our own, in a process of its own: prints seconds, memory and the longest standstill.
import { readFiles } from '#modules/people/import/file.input.ts';
import { commandLine, importRoster, openSchool, preview } from '#modules/people/import/imports.server.ts';
import { autumn } from '#seeds/cast.ts';
import { office, schoolFiles } from './files.ts';
import { onPostgres } from './postgres.ts';

export type LargeImport = {
	seconds: number;
	previewSeconds: number;
	againSeconds: number;
	megabytes: number;
	standstillMs: number;
};

const brin = '97XZ';
const who = { person: commandLine, now: autumn, language: 'nl' as const };

/** 5,000 pupils and 9,000 guardians into a school that is there, with all that is kept to undo it. */
async function measure(): Promise<LargeImport> {
	return onPostgres(async () => {
		const opened = await openSchool(who, rosterOf(25, 50), { name: 'De Meetlat', office: office(brin) }, false);
		if (!opened.ok) throw new Error(`The school of the measurement was refused: ${opened.reason}`);
		const ctx = { ...who, school: opened.value.school };
		let highest = 0;
		const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 20);
		const started = performance.now();
		const roster = rosterOf(5000, 9000);
		const seen = (await preview(ctx, roster)).ok;
		const previewed = performance.now();
		let last = previewed;
		let standstill = 0;
		const done = await importRoster(ctx, roster, false, () => {
			standstill = Math.max(standstill, performance.now() - last);
			last = performance.now();
		});
		const ended = performance.now();
		const again = await importRoster(ctx, roster, false);
		clearInterval(watch);
		if (!seen || !done.ok || !again.ok) throw new Error('The import of the measurement was refused.');
		return {
			seconds: (ended - started) / 1000,
			previewSeconds: (previewed - started) / 1000,
			againSeconds: (performance.now() - ended) / 1000,
			megabytes: highest / 1e6,
			standstillMs: standstill
		};
	});
}

function rosterOf(pupils: number, guardians: number) {
	const roster = readFiles(schoolFiles(brin, pupils, guardians));
	if (!roster.ok) throw new Error(`The file of the measurement is unreadable: ${roster.reason}`);
	return roster.value;
}

if (import.meta.main) console.log(JSON.stringify(await measure()));
