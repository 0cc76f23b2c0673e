import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFiles, type File } from '#modules/people/import/file.input.ts';
import { commandLine, openSchool } from '#modules/people/import/imports.server.ts';
import { closeDatabase } from '#platform/db.server.ts';
import { openHouse } from '#platform/house.server.ts';
import { autumn } from '#seeds/cast.ts';
import { edexml, guardiansCsv, type GuardianLine } from '#seeds/school-file.ts';

const groupSize = 25;

/** Seconds from the bytes of two files (1,000 pupils, 1,800 guardians) to rows in the embedded database. */
export async function measureImport(): Promise<number> {
	const folder = await mkdtemp(join(tmpdir(), 'eenlijn-bench-'));
	await openHouse({ databaseUrl: undefined, dataDir: folder });
	try {
		const files = schoolFiles('97XX', 1000, 1800);
		const started = performance.now();
		const roster = readFiles(files);
		if (!roster.ok) throw new Error(`The file of the measurement is unreadable: ${roster.reason}`);
		const who = { person: commandLine, now: autumn, language: 'nl' as const };
		const opened = await openSchool(who, roster.value, { name: 'De Meetlat', office: 'kantoor@example.org' }, false);
		if (!opened.ok) throw new Error(`The import of the measurement was refused: ${opened.reason}`);
		return (performance.now() - started) / 1000;
	} finally {
		await closeDatabase();
		await rm(folder, { recursive: true, force: true });
	}
}

/** The files of a school of nobody in particular: the first pupils have two guardians, the others one. */
export function schoolFiles(brin: string, pupilCount: number, guardianCount: number): File[] {
	const groups = Array.from({ length: Math.ceil(pupilCount / groupSize) }, (_, at) => `G${at}`);
	const pupils = Array.from({ length: pupilCount }, (_, at) => `L${at}`);
	const secondGuardians = pupils.slice(0, guardianCount - pupilCount);
	const lines = [...pupils, ...secondGuardians].map((pupil, at): GuardianLine => {
		const second = at >= pupilCount;
		return {
			leerling_key: pupil,
			volgnummer: second ? 2 : 1,
			roepnaam: second ? 'Tweede' : 'Eerste',
			achternaam: `Voorbeeld ${pupil}`,
			email: `${second ? 'tweede' : 'eerste'}.${pupil}@${brin}.example.org`.toLowerCase()
		};
	});
	const xml = edexml({
		brin,
		groups: groups.map((key, at) => ({ key, name: `Groep ${key}`, year: String((at % 8) + 1) })),
		pupils: pupils.map((key, at) => ({
			key,
			given: `Kind ${key}`,
			surname: 'Voorbeeld',
			born: `201${4 + (at % 6)}-0${1 + (at % 9)}-11`,
			group: groups[Math.floor(at / groupSize)]!
		})),
		staff: groups.map((group) => ({
			key: `S-${group}`,
			given: 'Juf',
			surname: group,
			email: `${group}@${brin}.example.org`.toLowerCase(),
			roles: ['LRK'],
			groups: [group]
		}))
	});
	const bytes = (text: string) => new TextEncoder().encode(text);
	return [
		{ name: 'school.xml', bytes: bytes(xml) },
		{ name: 'ouders.csv', bytes: bytes(guardiansCsv(lines)) }
	];
}
