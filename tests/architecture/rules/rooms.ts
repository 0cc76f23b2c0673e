import { mayUse } from '#modules/map.ts';
import { importsOf, kindOf, roomOf, withoutComments, type Rule } from '../source.ts';

const rooms: Record<string, readonly string[]> = mayUse;
const agreements = 'src/modules/agreements/';
const pure = ['rules', 'access', 'words', 'input'];

/** What stands in a room, and what each kind of file never holds (house.md §3). */
export const roomsInside: Rule[] = [
	{
		name: 'every file in a room has one of the known kinds',
		broken: ({ path }) => {
			const inRooms = path.startsWith('src/modules/') && path !== 'src/modules/map.ts';
			return [inRooms && (!kindOf(path) ? 'unknown kind' : !rooms[roomOf(path) ?? ''] && 'not on the map')];
		},
		planted: {
			[`${agreements}agreement.hooks.ts`]: [''],
			[`${agreements}Card.svelte`]: [''],
			[`${agreements}views/card.ts`]: [''],
			[`${agreements}open/deep/row.ts`]: [''],
			'src/modules/attic/box.ts': ['']
		}
	},
	{
		name: 'rules are pure: no server, no clock, no chance, no waiting',
		broken: (file) => {
			const kind = kindOf(file.path);
			if (!kind || !pure.includes(kind)) return [];
			const text = withoutComments(file.text);
			const worldly = importsOf(file).filter(
				({ from, typeOnly }) => !typeOnly && /\.server\.ts$|^node:|^@sveltejs|^\$|^kysely$|^pg$/.test(from)
			);
			return [
				...worldly.map(({ from }) => from),
				/\bnew Date\(\s*\)|\bDate\.now\b|\bperformance\.now\b/.test(text) && 'reads the clock',
				/\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\bnewId\b/.test(text) && 'takes a chance',
				/\bprocess\.|\bfetch\(|\bsetTimeout\(|\bconsole\./.test(text) && 'reaches outside',
				kind !== 'input' && /\bawait\b|\basync\b/.test(text) && 'waits'
			];
		},
		planted: {
			[`${agreements}agreement.ts`]: [
				'const now = new Date();',
				'const id = crypto.randomUUID();',
				'export async function can() {}',
				`import { readFile } from 'node:fs/promises';`,
				'console.log(1);'
			],
			[`${agreements}agreement.access.ts`]: [`import { find } from './agreement.store.server.ts';`]
		}
	},
	{
		name: 'SQL lives in stores',
		broken: (file) => {
			if (!file.path.startsWith('src/') || kindOf(file.path) === 'store' || file.path.startsWith('src/platform/'))
				return [];
			const asksTheDatabase = /\.(selectFrom|insertInto|updateTable|deleteFrom|query)[<(]|\bsql(<[^`]*>)?`/;
			return [
				...importsOf(file).map(({ from }) => /^(kysely|pg)$/.test(from) && from),
				asksTheDatabase.test(withoutComments(file.text)) && 'SQL outside a store'
			];
		},
		planted: {
			[`${agreements}agreements.server.ts`]: [
				`db.selectFrom('agreements.agreement')`,
				`client.query<Row>('select 1')`,
				`import type { Kysely } from 'kysely';`
			]
		}
	},
	{
		name: 'a store writes its own tables, and reads only where the map lets it',
		broken: ({ path, text }) => {
			const room = roomOf(path);
			if (!room || kindOf(path) !== 'store') return [];
			return [...withoutComments(text).matchAll(touched)].map(([, kysely, first, words, second]) => {
				const schema = (first ?? second)!;
				if (schema === room) return false;
				const reads =
					/^(selectFrom|(inner|left|right|full|cross)Join(Lateral)?)$/.test(kysely ?? '') ||
					/^(from|join)$/i.test(words ?? '');
				return !(reads && rooms[room]?.includes(schema)) && `${kysely ?? words} ${schema}`;
			});
		},
		planted: {
			[`${agreements}agreement.store.server.ts`]: [
				`db.updateTable('people.person')`,
				`db.insertInto('conversations.talk')`,
				`db.selectFrom('conversations.talk as t')`,
				'sql`delete from people.person where school_id = ${s}`',
				'sql`update people.person set given_name = 1`'
			]
		}
	},
	{
		name: 'a view fetches nothing',
		broken: (file) => {
			if (kindOf(file.path) !== 'view') return [];
			return [
				...importsOf(file).map(({ from, typeOnly }) => !typeOnly && from.endsWith('.server.ts') && from),
				/\bfetch\(/.test(withoutComments(file.text)) && 'fetches'
			];
		},
		planted: {
			[`${agreements}views/AgreementCard.svelte`]: [
				`<script>import * as agreements from '#modules/agreements/agreements.server.ts';</script>`,
				`<script>const rows = fetch(address);</script>`
			]
		}
	}
];

const touched =
	/\.(selectFrom|insertInto|updateTable|deleteFrom|using|(?:inner|left|right|full|cross)Join(?:Lateral)?)\(\s*['"]([a-z_]+)\.|\b(insert into|update|delete from|from|join|into)\s+([a-z_]+)\.[a-z_]+/gi;
