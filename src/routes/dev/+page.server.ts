import { error, redirect } from '@sveltejs/kit';
import * as clock from '#platform/clock.server.ts';
import { readConfig } from '#platform/config.server.ts';
import { asId, type PersonId, type SchoolId } from '#platform/ids.ts';
import { setSessionCookie } from '#platform/session-cookie.server.ts';
import { addDays, asDay, asTime, momentOf, wallClock } from '#platform/time.ts';
import * as trial from '#platform/trial-clock.server.ts';
import { become, everybody, thinkOfEverybody } from './personas.server.ts';
import type { Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	schools: await everybody(),
	now: clock.now(),
	language: locals.language
});

export const actions: Actions<Answered> = {
	become: async ({ request, cookies, url }) => {
		const form = await request.formData();
		const school = asId<SchoolId>(form.get('school'));
		const person = asId<PersonId>(form.get('person'));
		const token = school && person && (await become({ school, person }, request.headers.get('user-agent') ?? ''));
		if (!token) error(404);
		setSessionCookie(cookies, token, url);
		redirect(303, '/vandaag');
	},

	/** To the moment that was filled in, a day on, or back to the clock of the world. */
	setClock: async ({ request }) => {
		const form = await request.formData();
		const [day, time] = String(form.get('moment') ?? '').split('T');
		const filledIn = asDay(day) && asTime(time) ? momentOf(asDay(day)!, asTime(time)!) : undefined;
		const { day: today, time: current } = wallClock(clock.now());
		trial.setClock(form.has('nextDay') ? momentOf(addDays(today, 1), current) : filledIn, readConfig().dataDir);
		await thinkOfEverybody();
		redirect(303, '/dev');
	}
};
