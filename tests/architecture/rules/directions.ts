import { mayUse } from '#modules/map.ts';
import { importsOf, kindOf, roomOf, type Import, type Rule, type SourceFile } from '../source.ts';

const rooms: Record<string, readonly string[]> = mayUse;

/** Thing, use cases or words; in a sub-room too. Stores, access and input are a room's own business. */
const frontDoor =
	/^#modules\/[\w-]+\/(?:[a-z][a-z-]*\/)?(?:[a-z][a-z0-9-]*(?:\.words|\.server)?\.ts|views\/\w+\.svelte)$/;

/** The room itself, its own doors, Today (which says what is to be passed on), and the porch that sets it to work. */
const ownDoor =
	/^src\/(modules\/notifications\/|(hooks|holdings)\.server\.ts|routes\/(.*\/)?(vandaag|meldingen|profiel\/berichten|mail|beheer|dev|api)\/)/;

const eachImport = (file: SourceFile, wrong: (one: Import) => boolean) =>
	importsOf(file).map((one) => wrong(one) && one.from);

const agreements = 'src/modules/agreements/';

/** Who may lean on whom (house.md §2). */
export const directions: Rule[] = [
	{
		name: 'a room only uses the rooms that the map gives it',
		broken: (file) =>
			importsOf(file).map(({ from }) => {
				const [mine, theirs] = [roomOf(file.path), roomOf(from)];
				const allowed = !mine || !theirs || mine === theirs || rooms[mine]?.includes(theirs);
				return !allowed && `${mine} uses ${theirs}`;
			}),
		planted: {
			'src/modules/people/people.server.ts': [
				`import * as agreements from '#modules/agreements/agreements.server.ts';`,
				`import type { Agreement } from '#modules/agreements/agreement.ts';`,
				`const later = await import('#modules/agreements/agreement.ts');`
			]
		}
	},
	{
		name: 'another room is entered by its front door',
		broken: (file) =>
			eachImport(file, ({ from }) => {
				const [mine, theirs] = [roomOf(file.path), roomOf(from)];
				return !!mine && !!theirs && mine !== theirs && (!frontDoor.test(from) || /\.store\.server/.test(from));
			}),
		planted: {
			[`${agreements}agreements.server.ts`]: [
				`import { find } from '#modules/people/people.store.server.ts';`,
				`import { maySee } from '#modules/people/circle.access.ts';`
			]
		}
	},
	{
		name: 'nobody imports notifications: it reads facts',
		broken: (file) =>
			eachImport(
				file,
				({ from }) => roomOf(from) === 'notifications' && file.path.startsWith('src/') && !ownDoor.test(file.path)
			),
		planted: {
			'src/routes/(app)/afspraken/+page.server.ts': [
				`import * as n from '#modules/notifications/notifications.server.ts';`
			]
		}
	},
	{
		name: 'a route calls use cases, never a store or the database',
		broken: (file) =>
			eachImport(
				file,
				({ from }) =>
					file.path.startsWith('src/routes/') &&
					!file.path.startsWith('src/routes/dev/') &&
					/\.store\.server|#platform\/(db|connect|migrate)\.server/.test(from)
			),
		planted: {
			'src/routes/x/+page.server.ts': [
				`const store = await import('#modules/agreements/agreement.store.server.ts');`,
				`import { read } from '#platform/db.server.ts';`
			]
		}
	},
	{
		name: 'cellar, furniture and words know no room and no door',
		broken: (file) =>
			eachImport(
				file,
				({ from }) => /^src\/(platform|ui|words)\//.test(file.path) && /^#modules\/|routes\//.test(from)
			),
		planted: {
			'src/ui/Card.svelte': [`<script lang="ts">import { can } from '#modules/agreements/agreement.ts';</script>`],
			'src/platform/mail.server.ts': [`import type { Person } from '#modules/people/person.ts';`],
			'src/words/names.ts': [`import { called } from '#modules/people/person.ts';`]
		}
	},
	{
		name: 'a room knows no door: no HTTP, no address',
		broken: (file) =>
			eachImport(
				file,
				({ from }) =>
					roomOf(file.path) !== undefined &&
					(/routes\/|^\$env/.test(from) || (kindOf(file.path) !== 'view' && /^@sveltejs\/kit|^\$app/.test(from)))
			),
		planted: { [`${agreements}agreements.server.ts`]: [`import { error } from '@sveltejs/kit';`] }
	},
	{
		name: 'nobody leans on /dev, on seeds or on tests',
		broken: (file) =>
			eachImport(
				file,
				({ from }) =>
					file.path.startsWith('src/') &&
					!/^src\/routes\/dev\/|\.test\.ts$/.test(file.path) &&
					!plantsInDevelopment(file, from) &&
					/routes\/dev\/|^#seeds\/|^#tests\/|^(\.\.\/)+(seeds|tests)\//.test(from)
			),
		planted: {
			[`${agreements}agreements.server.ts`]: [`import { anke } from '#seeds/cast.ts';`],
			'src/hooks.server.ts': [`import { mailbox } from '/src/routes/dev/mailbox.ts';`]
		}
	},
	{
		name: 'no climbing through windows: ./ in a folder, # for everything else',
		broken: (file) =>
			eachImport(
				file,
				({ from }) =>
					/\.(ts|svelte)$/.test(file.path) &&
					file.path.startsWith('src/') &&
					(from.startsWith('../') || /^\.\/.+\//.test(from)) &&
					!stylesheet(file, from)
			),
		planted: {
			[`${agreements}agreement.ts`]: [
				`import type { Audience } from '../agreements/audience.ts';`,
				`import { rows } from './import/rows.ts';`
			]
		}
	},
	{
		name: 'no barrel: a file that only passes on is a detour',
		broken: (file) => {
			const passesOn = /^\s*export\s+(type\s+)?(\*|{[^}]*})[^;]*from/m.test(file.text);
			return [file.path.startsWith('src/') && (/\/index\.(ts|js)$/.test(file.path) || passesOn) && 'passes on'];
		},
		planted: {
			[`${agreements}agreement.ts`]: [`export * from './party.ts';`, `export { isParty } from './party.ts';`]
		}
	}
];

/** Only the porch, while somebody develops, fills an empty house with the cast. */
function plantsInDevelopment({ path }: SourceFile, from: string) {
	return path === 'src/hooks.server.ts' && from === '#seeds/when-empty.ts';
}

/** The one stylesheet of the house is laid at its outer door. */
function stylesheet({ path }: SourceFile, from: string) {
	return path === 'src/routes/+layout.svelte' && from === '../app.css';
}
