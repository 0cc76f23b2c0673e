import { readConfig } from '#platform/config.server.ts';
import { now } from '#platform/clock.server.ts';
import { sayDay } from '#words/dates.ts';
import * as m from '#words/compiled/messages.js';
import type { LayoutServerLoad } from './$types';

/** A page that only shows sends no script; one that helps while somebody types says so itself. */
export const csr = false;

/** Whoever works on the embedded database is told so on every page. */
export const load: LayoutServerLoad = ({ locals }) => ({
	trial: readConfig().databaseUrl
		? undefined
		: {
				text: m.welcome_trial({ day: sayDay(now(), locals.language) }, { locale: locals.language }),
				more: m.welcome_trial_more({}, { locale: locals.language })
			}
});
