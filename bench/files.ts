import type { File } from '#modules/people/import/file.input.ts';
import { edexml, guardiansCsv, type GuardianLine } from '#seeds/school-file.ts';

export const groupSize = 25;

/** The address of who runs the office of that school. */
export function office(brin: string) {
	return `kantoor@${brin}.example.org`.toLowerCase();
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
		staff: [
			{ key: 'S', given: 'Kantoor', surname: brin, email: office(brin), roles: ['ADM'] },
			...groups.map((group) => ({
				key: `S-${group}`,
				given: 'Juf',
				surname: group,
				email: `${group}@${brin}.example.org`.toLowerCase(),
				roles: ['LRK'],
				groups: [group]
			}))
		]
	});
	const bytes = (text: string) => new TextEncoder().encode(text);
	return [
		{ name: 'school.xml', bytes: bytes(xml) },
		{ name: 'ouders.csv', bytes: bytes(guardiansCsv(lines)) }
	];
}
