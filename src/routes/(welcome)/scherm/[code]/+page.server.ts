import { error } from '@sveltejs/kit';
import * as walls from '#modules/cycle/print/walls.server.ts';
import { now } from '#platform/clock.server.ts';
import type { PageServerLoad } from './$types';

/** For a screen in the hall: it draws itself anew each minute, without script and without signing in. */
export const load: PageServerLoad = async ({ getClientAddress, locals: { language }, params, setHeaders }) => {
	const found = await walls.open(params.code, getClientAddress(), now());
	if (!found.ok) error(found.reason === 'missing' ? 404 : 429);
	setHeaders({ 'x-robots-tag': 'noindex', refresh: '60' });
	return { wall: found.value, language };
};
