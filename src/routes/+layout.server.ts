import { readConfig } from '#platform/config.server.ts';
import { now } from '#platform/clock.server.ts';
import { sayDay } from '#words/dates.ts';
import * as m from '#words/compiled/messages.js';
import type { LayoutServerLoad } from './$types';

/** Whoever works on the embedded database is told so on every page. */
export const load: LayoutServerLoad = ({ locals }) => ({
	trial: readConfig().databaseUrl
		? undefined
		: m.welcome_trial({ day: sayDay(now(), locals.language) }, { locale: locals.language })
});
