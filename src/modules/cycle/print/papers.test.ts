import { expect, test } from 'vitest';
import { book } from '#modules/cycle/bookings.server.ts';
import { close } from '#modules/cycle/rounds.server.ts';
import { anke, as, autumn, deEiksOffice, deEik, deLinde, noor, samira, sem, yvonne } from '#seeds/cast.ts';
import { openStartRound, september, time, value } from '#seeds/start-round.ts';
import { asOwner, useDatabase } from '#tests/database.ts';
import { readPdf } from '#tests/harness/read-pdf.ts';
import { drawFamilyLetters } from './letters.server.ts';
import { letters, overview } from './papers.server.ts';
import { makeWall, open, stopWall } from './walls.server.ts';

useDatabase();

const office = as(yvonne, deLinde, autumn);
const from = '192.0.2.1';

async function bothBooked() {
	const opened = await openStartRound();
	const noors = { pupil: noor.id, ...time(opened.ankesAfternoon, september(24, '15:00')) };
	const sems = { pupil: sem.id, ...time(opened.bramsAfternoon, september(24, '15:30')) };
	value(await book(as(samira), opened.round, noors));
	value(await book(as(samira), opened.round, sems));
	return opened.round;
}

test('the office has every paper of a round as it stands, and nobody else has', async () => {
	const round = await bothBooked();
	const { papers, steps } = value(await overview(office, round));
	expect(papers.teachers.map(({ title }) => title)).toEqual(['juf Anke', 'meester Bram']);
	expect(papers.homes.map(({ days }) => days.flatMap(({ talks }) => talks.map((one) => one.callName)))).toContainEqual([
		'Noor',
		'Sem'
	]);
	expect(papers.rooms.map(({ title }) => title)).toEqual(['Lokaal 3', 'Lokaal 5']);
	expect(steps[0]).toBe('welcome');
	for (const who of [as(anke), as(samira), as(deEiksOffice, deEik)]) {
		expect(await overview(who, round)).toMatchObject({ reason: 'missing' });
		expect(await letters(who, round)).toMatchObject({ reason: 'missing' });
		expect(await makeWall(who, round)).toMatchObject({ reason: 'missing' });
	}
});

test('a letter is for a home in which nobody has mail, with all its talks and a square', async () => {
	const round = await bothBooked();
	expect(value(await letters(office, round)).letters).toEqual([]);
	await asOwner(`update people.person set email = null where id = '${samira.id}'`);
	const made = value(await letters(office, round));
	expect(made.letters).toHaveLength(1);
	const pdf = await readPdf(await drawFamilyLetters(office, made.round, made, 'https://eenlijn.example'));
	expect(pdf.pages).toHaveLength(1);
	const text = pdf.pages.join(' ').replace(/\s+/g, ' ');
	expect(text).toContain('Samira El Idrissi');
	expect(text).toContain('Zo gaat het gesprek:');
	expect(text).toMatch(/Noor: donderdag 24 september, 15\.00–15\.15 uur, bij juf Anke, Lokaal 5/);
	expect(text).toContain('Sem: donderdag 24 september, 15.30–15.45 uur, bij meester Bram, Lokaal 3');
});

test('the screen shows today without a child, by an address that ends', async () => {
	const round = await bothBooked();
	const old = value(await makeWall(office, round));
	const code = value(await makeWall(office, round));
	expect(await open(old, from, autumn)).toMatchObject({ reason: 'missing' });
	expect(value(await open(code, from, autumn)).lines).toEqual([]);
	const then = september(24, '15:05');
	const wall = value(await open(code, from, then));
	expect(wall.lines.map(({ teacher, location }) => [teacher, location])).toEqual([
		['meester Bram', 'Lokaal 3'],
		['juf Anke', 'Lokaal 5']
	]);
	expect(JSON.stringify(wall)).not.toMatch(/Noor|Sem|Samira|Youssef|Idrissi/);
	value(await close(office, round));
	expect(await open(code, from, then)).toMatchObject({ reason: 'missing' });
	value(await stopWall(office, round));
	expect(await stopWall(office, round)).toMatchObject({ reason: 'missing' });
});

test('a code of one kind opens nothing of another', async () => {
	const round = await bothBooked();
	const code = value(await makeWall(office, round));
	const { open: openFeed } = await import('#modules/cycle/feed/feeds.server.ts');
	expect(await openFeed(code, from, autumn)).toMatchObject({ reason: 'missing' });
});
