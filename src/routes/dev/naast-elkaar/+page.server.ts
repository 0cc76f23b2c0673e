import { error } from '@sveltejs/kit';
import * as callers from '#modules/people/callers.server.ts';
import { tenants } from '#platform/accounts.server.ts';
import { now } from '#platform/clock.server.ts';
import type { PageServerLoad } from './$types';
import { differences } from './eyes.ts';
import { aim, pages, seenByEight } from './sights.server.ts';

export const load: PageServerLoad = async ({ url }) => {
	const children = [];
	for (const school of await tenants()) {
		const { name, personas } = await callers.all(school, now());
		for (const { id, role, name: child } of personas) {
			if (role === 'pupil') children.push({ value: `${school} ${id}`, label: `${child}, ${name}` });
		}
	}
	const noor = children.find(({ label }) => label.startsWith('Noor')) ?? children[0];
	const child = url.searchParams.get('kind') ?? noor?.value ?? '';
	const page = url.searchParams.get('pagina') ?? '';
	if (!children.length) return { children, pages, child, page, path: '', seen: [], different: [] };
	const aimed = aim(child, page);
	if (!aimed) error(404);
	const seen = await seenByEight(aimed);
	const shown = seen.map(({ seat, person, name, found }) => ({ seat, person, name, found }));
	return { children, pages, child, page, path: aimed.path, seen: shown, different: differences(seen) };
};
