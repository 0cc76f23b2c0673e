import { error, redirect } from '@sveltejs/kit';
import * as clock from '#platform/clock.server.ts';
import { asId, type PersonId, type SchoolId } from '#platform/ids.ts';
import { setSessionCookie } from '#platform/session-cookie.server.ts';
import { asDay, asTime, momentOf } from '#platform/time.ts';
import { become, everybody, thinkOfEverybody } from './personas.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	schools: await everybody(),
	now: clock.now(),
	language: locals.language
});

export const actions: Actions = {
	become: async ({ request, cookies, url }) => {
		const form = await request.formData();
		const school = asId<SchoolId>(form.get('school'));
		const person = asId<PersonId>(form.get('person'));
		const token = school && person && (await become({ school, person }, request.headers.get('user-agent') ?? ''));
		if (!token) error(404);
		setSessionCookie(cookies, token, url);
		redirect(303, '/vandaag');
	},

	setClock: async ({ request }) => {
		const [day, time] = String((await request.formData()).get('moment') ?? '').split('T');
		clock.setClock(asDay(day) && asTime(time) ? momentOf(asDay(day)!, asTime(time)!) : undefined);
		await thinkOfEverybody();
		redirect(303, '/dev');
	}
};
