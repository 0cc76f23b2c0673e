import { expect, test } from 'vitest';
import { openInvitations } from '#modules/cycle/invitations.server.ts';
import { upcomingOf } from '#modules/conversations/summaries.server.ts';
import { mine } from '#modules/agreements/agreements.server.ts';
import { pool } from '#platform/db.server.ts';
import { countAnew } from '#platform/house.server.ts';
import { autumn } from '#seeds/cast.ts';
import { importDemoSchools } from '#seeds/demo-schools.ts';
import { useDatabase } from '#tests/database.ts';
import { villageOf } from './village.ts';
import { playYear } from './year.ts';

useDatabase();

const minutes = 60_000;
const rows = async (text: string) => (await pool().query(text)).rows;

test(
	'the demo stands half-way the start talks, and everybody in it has something to see',
	{ timeout: 2 * minutes },
	async () => {
		const schools = await importDemoSchools();
		await countAnew();
		await playYear(schools, autumn);
		await isHalfWay();
		await isPlausible();
		await isTold();
		await hasSomethingToDo(await villageOf(schools.deLinde, autumn));
	}
);

async function isHalfWay() {
	const states = await rows('select state, count(*)::int as talks from conversations.conversation group by state');
	const talks = Object.fromEntries(states.map(({ state, talks: count }) => [state, count]));
	expect(talks.planned).toBeGreaterThan(40);
	expect(talks.held).toBeGreaterThan(2);
	expect(talks.recorded).toBeGreaterThan(10);
	expect(talks.closed).toBeGreaterThan(10);
	const [{ booked, pupils }] = await rows(
		`select (select count(*) from cycle.booking where state = 'booked')::int as booked, count(*)::int as pupils
		   from people.pupil join people.school using (school_id) where name = 'De Linde'`
	);
	expect(booked / pupils).toBeGreaterThan(0.4);
	expect(booked / pupils).toBeLessThan(0.65);
	const agreements = await rows('select distinct state from agreements.agreement order by state');
	expect(agreements.map(({ state }) => state)).toEqual(['agreed', 'declined', 'proposed']);
}

/** Nothing has happened yet of what is still to come, and nobody sits at two tables. */
async function isPlausible() {
	const inStory = `at between '2026-08-31' and '${autumn.toISOString()}'`;
	expect(await rows(`select name, at from platform.fact where not (${inStory})`)).toEqual([]);
	const past = `state = 'planned' and starts_at < '${autumn.toISOString()}'`;
	expect(await rows(`select id from conversations.conversation where ${past}`)).toEqual([]);
	const twice = await rows(
		`select p.person_id from conversations.participant p join conversations.participant q
		     on q.school_id = p.school_id and q.person_id = p.person_id and q.conversation_id <> p.conversation_id
		    and q.during && p.during`
	);
	expect(twice).toEqual([]);
}

/** Every text says for whom it is, and names the child it is about. */
async function isTold() {
	const texts = await rows(
		`select text, audience from conversations.entry
		 union all select what || why, audience from agreements.agreement a join agreements.wording w
		     on w.school_id = a.school_id and w.agreement_id = a.id
		 union all select for_adults || for_circle, 'circle' from conversations.record`
	);
	expect(texts.length).toBeGreaterThan(150);
	expect(texts.filter(({ text, audience }) => !['adults', 'circle'].includes(audience) || /[{}]/.test(text))).toEqual(
		[]
	);
}

async function hasSomethingToDo(village: Awaited<ReturnType<typeof villageOf>>) {
	const noor = village.pupil('Noor', 'Benali');
	const samira = village.as(village.guardian(noor, 'Samira').id, autumn);
	expect((await openInvitations(samira)).map(({ pupil }) => pupil.callName)).toEqual(['Sem']);
	const [talk, ...more] = await upcomingOf(samira);
	expect(more.map(({ kind }) => kind)).toEqual(['concern', 'report-card']);
	expect(talk?.people.find(({ person }) => person === samira.person.id)?.prepared).toBe(false);

	const huda = village.as(village.guardian(village.pupil('Adam', 'Masri'), 'Huda').id, autumn);
	expect((await mine(huda)).waiting).toHaveLength(1);
	const yara = village.as(village.pupil('Yara', 'Demir').id, autumn);
	expect((await mine(yara)).mine.map(({ state }) => state)).toEqual(['agreed']);
}
