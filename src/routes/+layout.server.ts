import { readConfig } from '#platform/config.server.ts';
import * as m from '#words/compiled/messages.js';
import type { LayoutServerLoad } from './$types';

/** Whoever works on the embedded database is told so on every page. */
export const load: LayoutServerLoad = ({ locals }) => ({
	trial: readConfig().databaseUrl ? undefined : m.welcome_trial({}, { locale: locals.language })
});
