import { error } from '@sveltejs/kit';
import * as exports from '#modules/consent/exports.server.ts';
import { goOn, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import { log } from '#platform/log.server.ts';
import { mustConfirm } from '#platform/step-up.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { params, locals, url } = event;
	const pupil = asId<PersonId>(params.id) ?? error(404);
	const found = await exports.list(locals.ctx, pupil);
	if (!found.ok || pupil === locals.ctx.person.id) error(404);
	mustConfirm(event);
	return { pupil, ...found.value, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	ask: async (event) => {
		const { params, locals, url } = event;
		const pupil = asId<PersonId>(params.id) ?? error(404);
		if (pupil === locals.ctx.person.id) error(404);
		const asked = await exports.askExport(locals.ctx, pupil);
		if (!asked.ok) error(404);
		void exports.makeWaiting(locals.ctx.school).catch((trouble) => log.error({ error: trouble }, 'export'));
		goOn(url, 'askExport');
	}
};
