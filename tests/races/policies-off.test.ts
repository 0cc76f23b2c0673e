import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { setClock } from '#platform/clock.server.ts';
import { closeDatabase, openDatabase } from '#platform/db.server.ts';
import { as, autumn, deEik, deLinde, stranger } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { useCases, type UseCase } from '#tests/access/found.ts';
import { furnishAll, type Objects } from '#tests/access/objects.ts';
import { personas } from '#tests/access/personas.ts';
import { calls } from '#tests/access/use-cases.ts';
import { copyTemplate, rowsAsOwner, type RealDatabase } from '#tests/harness/databases.ts';
import { switchPoliciesOff } from './policies-off.ts';

type Said = { what: unknown; text: string; done: boolean };

let database: RealDatabase;
let noors: Objects;
let leave: () => Promise<void>;

/** One of everything of Noor's, made by the rules; from then on there are no rules. */
beforeAll(async () => {
	setClock(autumn);
	database = await copyTemplate(inject('template'));
	await openDatabase({ kind: 'server', url: database.app });
	await plantCast();
	noors = (await furnishAll(database.owner)).noor;
	await closeDatabase();
	await switchPoliciesOff();
	const house = await import('#platform/db.server.ts');
	(await import('#platform/clock.server.ts')).setClock(autumn);
	await house.openDatabase({ kind: 'server', url: database.app });
	leave = house.closeDatabase;
});
afterAll(async () => {
	await leave?.();
	await database?.drop();
});

const called = useCases.filter(({ name }) => calls[name]);
const argumentsOf = ({ name }: UseCase) => calls[name]!(noors);
const textOf = (value: unknown) =>
	JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Map ? [...inner] : inner)) ?? '';
/** Every id of De Linde that somebody of De Eik could know of. */
const known = () => [...Object.values(noors.ids), ...noors.signs].filter((id) => id.length >= 36);

/** Takes no id: it drops what the school of who asks keeps, whatever the row of the matrix calls it with. */
const deafToIds = ['people/providers.drop'];

async function say(useCase: UseCase, who: Parameters<typeof as>[0], school: typeof deLinde): Promise<Said> {
	const module = await import(/* @vite-ignore */ `/${useCase.file}`);
	const what: unknown = await module[useCase.verb](as(who, school), ...argumentsOf(useCase)).catch(
		(error: Error) => error
	);
	return { what, text: what instanceof Error ? '' : textOf(what), done: textOf(what).startsWith('{"ok":true') };
}

describe.each(personas.filter(({ school }) => school === deEik))('$name, with the policies off', ({ who }) => {
	test('finds nothing of another school by any use case, and writes nothing there', async () => {
		const before = await rowsOf(deLinde);
		const found = [];
		for (const useCase of called) {
			const asked = textOf(argumentsOf(useCase));
			const { what, text, done } = await say(useCase, who!, deEik);
			const told = known().filter((id) => text.includes(id) && !asked.includes(id));
			const named = known().some((id) => asked.includes(id));
			if (told.length || (named && done && !deafToIds.includes(useCase.name))) found.push(`${useCase.name}: ${text}`);
			if (what instanceof Error) found.push(`${useCase.name}: ${what.stack}`);
		}
		expect(found).toEqual([]);
		expect(await rowsOf(deLinde)).toEqual(before);
	});
});

// Guards the rest of this file: with the policies on, this finds nothing.
test('the policies are off: a stranger of the school itself gets what is Noor’s', async () => {
	const open = [];
	for (const useCase of called) {
		const { text } = await say(useCase, stranger, deLinde);
		const asked = textOf(argumentsOf(useCase));
		if (known().some((id) => text.includes(id) && !asked.includes(id))) open.push(useCase.name);
	}
	const ofNoor = [
		'agreements/agreements.get',
		'conversations/record-page.get',
		'people/circles.get',
		'people/pupils.get'
	];
	const done = ['agreements/follow-ups.note', 'conversations/sittings.hold'];
	const ofTheOffice = ['people/authorities.get', 'consent/looks.schoolList', 'cycle/rounds.list'];
	expect(open).toEqual(expect.arrayContaining([...ofNoor, ...done, ...ofTheOffice]));
});

/** What stands in each table about a school, as one number. */
async function rowsOf(school: string) {
	const tables = await rowsAsOwner<{ name: string }>(
		database.owner,
		`select a.attrelid::regclass::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid
		 where a.attname = 'school_id' and c.relkind in ('r', 'p') and not a.attisdropped order by 1`
	);
	const each = tables.map(
		({ name }) =>
			`select '${name}' as name, count(*)::int, md5(string_agg(t::text, '|' order by t::text)) from ${name} t
			 where school_id = '${school}'`
	);
	return rowsAsOwner(database.owner, each.join(' union all '));
}
