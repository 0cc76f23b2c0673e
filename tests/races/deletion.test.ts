import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { clear, keep } from '#modules/consent/retentions.server.ts';
import { deliver } from '#modules/notifications/messages.server.ts';
import { hear } from '#modules/notifications/notifications.server.ts';
import { upload } from '#modules/people/import/uploads.server.ts';
import { setClock } from '#platform/clock.server.ts';
import { change, closeDatabase, openDatabase } from '#platform/db.server.ts';
import { ok } from '#platform/outcome.ts';
import { startRelay, stopRelay, sweep } from '#platform/relay.server.ts';
import { as, deLinde, noor, samira, sem, youssef, yvonne } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { edexml } from '#seeds/school-file.ts';
import { furnish } from '#tests/access/furnished.ts';
import { copyTemplate, rowsAsOwner, type RealDatabase } from '#tests/harness/databases.ts';
import { holdings } from '../../src/holdings.server.ts';

/**
 * A child whose name is a word that nothing else has is removed, first its dossier and then itself; then every text, every
 * JSON and every id of every table is searched for it. Guards each `forget` and `sweep` of src/holdings.server.ts: leave one
 * out and its table is named here, or the database itself refuses (AVG art. 17; no orphan, no name left behind).
 */
const word = 'Zwaluwstaartje';
let database: RealDatabase;
let ids: string[];

const rows = <Row>(sql: string) => rowsAsOwner<Row>(database.owner, sql);

beforeAll(async () => {
	setClock(new Date('2026-09-22T07:15:00Z'));
	database = await copyTemplate(inject('template'));
	await openDatabase({ kind: 'server', url: database.app });
	await plantCast();
	await rows(
		`update people.person set given_name = '${word}', called = '${word}' where id = '${noor.id}' returning id`
	);
	const made = await furnish();
	const { booking, talk, requested, recorded, entry, proposed, agreed, consent, claim, explanation } = made;
	const { attachment, note, development, evidence } = made;
	ids = [
		noor.id,
		booking,
		talk,
		requested,
		recorded,
		entry,
		proposed,
		agreed,
		consent,
		claim,
		explanation,
		made.export,
		attachment,
		note,
		development,
		evidence
	];
	const bytes = new TextEncoder().encode(
		edexml({
			...{ brin: '99ZZ', groups: [{ key: 'Groep 5', name: 'Groep 5', year: '5' }], staff: [] },
			pupils: [{ key: 'pupil-noor', given: word, surname: 'Benali', born: '2017-03-14', group: 'Groep 5' }]
		})
	);
	expect(await upload(as(yvonne), [{ name: 'edex.xml', bytes }])).toMatchObject({ ok: true });
	startRelay({ hear, afterwards: deliver });
	await sweep();
	await stopRelay();
	keep(holdings);
});
afterAll(async () => {
	setClock(undefined);
	await closeDatabase();
	await database?.drop();
});

/** Where in the house something of these words or ids still stands. */
async function found(...wanted: string[]) {
	const columns = await rows<{ place: string; column: string }>(
		`select format('%I.%I', table_schema, table_name) as place, column_name as column from information_schema.columns c
		 where table_schema not in ('pg_catalog', 'information_schema')
		   and exists (select from pg_tables t where t.schemaname = c.table_schema and t.tablename = c.table_name)
		   and data_type in ('text', 'uuid', 'jsonb', 'json', 'ARRAY', 'character varying')`
	);
	const like = `array[${wanted.map((one) => `'%${one}%'`).join(', ')}]`;
	const each = columns.map(
		({ place, column }) =>
			`select '${place}.${column}' as place, count(*)::int as count from ${place} where "${column}"::text ilike any(${like})`
	);
	const counted = await rows<{ place: string; count: number }>(each.join(' union all '));
	return counted.filter(({ count }) => count > 0).map(({ place }) => place);
}

async function leave() {
	await rows(
		`update people.enrolment set ends_on = '2026-10-01' where pupil_id in ('${noor.id}', '${sem.id}') returning id`
	);
}

const clearOn = async (day: string) => {
	setClock(new Date(`${day}T02:00:00Z`));
	await clear(deLinde);
};

test('of a child who is here, nothing goes', async () => {
	const before = await found(word);
	expect(before).toEqual(
		expect.arrayContaining(['people.person.given_name', 'people.import.roster', 'platform.mailbox.html'])
	);
	const rooms = ['agreements.agreement.id', 'consent.consent.id', 'conversations.conversation.id', 'cycle.booking.id'];
	expect(await found(...ids)).toEqual(
		expect.arrayContaining([...rooms, 'notifications.message.subject_id', 'platform.fact.subject_id'])
	);
	await clearOn('2026-09-30');
	expect(await found(word)).toEqual(before);
});

test('of a child who is here, not even by asking the database for it', async () => {
	for (const { forget } of holdings) {
		for (const remove of Object.values(forget ?? {})) {
			await expect(change(as(yvonne), async (db) => ok(await remove(db, as(yvonne), noor.id)))).rejects.toThrow();
		}
	}
});

// Red without `ends_on > today` in people.refuse_present (migration 0029): a last day that is still to come is none yet.
test('of a child that leaves in summer, not before summer', async () => {
	const ends = (day: string) =>
		rows(`update people.enrolment set ends_on = ${day} where pupil_id = '${noor.id}' returning id`);
	await ends(`'2027-07-31'`);
	const forget = (day: string) =>
		change(as(yvonne), async (db) => {
			await sql`select platform.say_today(${day}::date)`.execute(db);
			await sql`select people.refuse_present(${deLinde}::uuid, ${noor.id}::uuid)`.execute(db);
			return ok(undefined);
		});
	await expect(forget('2027-07-30')).rejects.toThrow(/has not left/);
	expect(await forget('2027-07-31')).toEqual(ok(undefined));
	await ends('null');
});

test('two years after it left the dossier is gone; the enrolment stays', async () => {
	await leave();
	await clearOn('2028-09-30');
	expect(await found(...ids)).toContain('conversations.conversation.id');
	await clearOn('2028-10-01');
	const places = await found(word, ...ids);
	expect(
		places.filter((place) => !/^(people|consent\.c(leared|laim)|platform\.(membership|account))\b/.test(place))
	).toEqual(['consent.look.pupil_id'].filter((place) => places.includes(place)));
	expect(places).toContain('people.person.given_name');
	expect(places).not.toContain('platform.mailbox.html');
});

test('after five years the child is gone, and who was here for this child alone', async () => {
	await clearOn('2031-10-01');
	// Red without `dropMailTo` in accounts.server.ts: a mail about one's own sign-in is of no message.
	expect(await found(word, noor.id, sem.id, ...ids, samira.id, youssef.id, 'samira@example.org')).toEqual([]);
});

test('what went is told in numbers', async () => {
	const clearings = await rows<{ kind: string; cause: string; removed: number }>(
		`select kind, cause, sum(removed)::int as removed from consent.clearing where school_id = '${deLinde}'
		 group by kind, cause`
	);
	expect(clearings).toEqual(
		expect.arrayContaining([
			{ kind: 'dossier', cause: 'term', removed: 2 },
			{ kind: 'enrolment', cause: 'term', removed: 2 }
		])
	);
});
