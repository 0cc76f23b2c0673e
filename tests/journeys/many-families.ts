import { writeTime } from '#modules/cycle/booking.input.ts';
import { offer } from '#modules/cycle/offers.server.ts';
import * as rounds from '#modules/cycle/rounds.server.ts';
import * as callers from '#modules/people/callers.server.ts';
import { readFiles } from '#modules/people/import/file.input.ts';
import { commandLine, openSchool } from '#modules/people/import/imports.server.ts';
import { children } from '#modules/people/people.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { addMinutes } from '#platform/time.ts';
import { autumn } from '#seeds/cast.ts';
import { edexml, guardiansCsv } from '#seeds/school-file.ts';
import { september, startRound, value } from '#seeds/start-round.ts';
import { tokenFor } from '#tests/access/caller.ts';

const minutes = 5;
const from = september(24, '12:00');

/** A school with this many families, a round of short talks, and for each family a session and a time of its own. */
export async function manyFamilies(count: number) {
	const school = await openedSchool(count);
	const { personas } = await callers.all(school, autumn);
	const ctxOf = (person: Ctx['person']): Ctx => ({ school, person, now: autumn, language: 'nl' });
	const office = ctxOf(personas.find(({ tasks }) => tasks.includes('office'))!);
	const teacher = ctxOf(personas.find(({ tasks }) => tasks.includes('teacher'))!);
	const groups = value(await rounds.groups(office)).map(({ id }) => id);
	const round = value(await rounds.plan(office, { ...startRound, minutes, groups })).id;
	const span = { startsAt: from, endsAt: addMinutes(from, count * minutes) };
	const block = value(await offer(teacher, round, { ...span, location: 'Lokaal 5', places: ['school'] }));
	value(await rounds.open(office, round));

	const families = [];
	for (const guardian of personas.filter(({ role }) => role === 'guardian')) {
		const [child] = await children(ctxOf(guardian));
		const startsAt = addMinutes(from, families.length * minutes);
		const time = writeTime({ block, startsAt, place: 'school' });
		families.push({ token: await tokenFor(school, guardian), pupil: child!.id, time });
	}
	return { path: `/afspreken/${round}`, families };
}

async function openedSchool(count: number) {
	const keys = Array.from({ length: count }, (_, at) => String(at + 1));
	const xml = edexml({
		brin: '96MF',
		groups: [{ key: 'g', name: 'Groep 5', year: '5' }],
		pupils: keys.map((key) => ({ key, given: `Kind${key}`, surname: 'Kok', born: '2017-03-14', group: 'g' })),
		staff: [
			{ key: 'a', given: 'Anke', surname: 'Visser', email: 'anke@many.example.org', roles: ['LRK'], groups: ['g'] },
			{ key: 'b', given: 'Yvonne', surname: 'Bakker', email: 'yvonne@many.example.org', roles: ['ADM'] }
		]
	});
	const csv = guardiansCsv(
		keys.map((leerling_key) => ({
			...{ leerling_key, volgnummer: 1, roepnaam: `Ouder${leerling_key}`, achternaam: 'Kok' },
			email: `kok${leerling_key}@many.example.org`
		}))
	);
	const bytes = (text: string) => new TextEncoder().encode(text);
	const read = readFiles([
		{ name: 'leerlingen.xml', bytes: bytes(xml) },
		{ name: 'ouders.csv', bytes: bytes(csv) }
	]);
	if (!read.ok) throw new Error(read.reason);
	const house = { person: commandLine, now: autumn, language: 'nl' } as const;
	return value(await openSchool(house, read.value, { name: 'De Meidoorn' }, false)).school;
}
