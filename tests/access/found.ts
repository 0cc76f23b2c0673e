import { readdirSync, readFileSync } from 'node:fs';
import { actionsIn, methodsIn } from '../../scripts/doors-table.ts';

/** Every door and use case as the files have them; the matrix is held against these. */
export type Route = { address: string; group: string; actions: string[] };

export const routes: Route[] = files('src/routes')
	.filter((path) => /\+(page\.server|page|server)\.(ts|svelte)$/.test(path) && !path.startsWith('dev/'))
	.reduce<Route[]>((found, path) => {
		const parts = path.split('/').slice(0, -1);
		const address = `/${parts.filter((part) => !part.startsWith('(')).join('/')}`;
		const text = readFileSync(`src/routes/${path}`, 'utf8');
		const actions = path.endsWith('.ts') ? actionsIn(text).map((action) => action.slice(2)) : [];
		const other = methodsIn(text).filter((method) => method !== 'GET');
		const known = found.find((route) => route.address === address);
		if (known) known.actions.push(...actions, ...other);
		else found.push({ address, group: parts[0] ?? '', actions: [...actions, ...other] });
		return found;
	}, []);

/** The name of a row: an action of a page, or what a machine sends. */
export const rowOf = (address: string, action?: string) =>
	action ? `${address} ${/^[A-Z]+$/.test(action) ? action : `?/${action}`}` : address;

/** `/afspraken/[id]` to look, `/afspraken/[id] ?/accept` to do. */
export const doorNames = routes.flatMap(({ address, actions }) => [
	address,
	...actions.map((action) => rowOf(address, action))
]);

export type UseCase = { name: string; file: string; verb: string };

/** What a room lets somebody do: exported from a file of use cases, with `ctx` as its first. */
export const useCases: UseCase[] = files('src/modules')
	.filter((path) => path.endsWith('.server.ts') && !path.includes('.store.'))
	.flatMap((path) => {
		const text = readFileSync(`src/modules/${path}`, 'utf8');
		const verbs = text.matchAll(
			/^export (?:(?:async )?function|const) (\w+)(?: = |<[^(]*>)?(?:async )?\(\s*ctx: Ctx\b/gm
		);
		const room = path.replace(/\.server\.ts$/, '');
		return [...verbs].map(([, verb]) => ({ name: `${room}.${verb}`, file: `src/modules/${path}`, verb: verb! }));
	});

function files(folder: string) {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
}
