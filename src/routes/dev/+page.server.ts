import { error, redirect } from '@sveltejs/kit';
import { asId, type PersonId, type SchoolId } from '#platform/ids.ts';
import { setSessionCookie } from '#platform/session-cookie.server.ts';
import { become, everybody } from './personas.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ schools: await everybody() });

export const actions: Actions = {
	become: async ({ request, cookies, url }) => {
		const form = await request.formData();
		const school = asId<SchoolId>(form.get('school'));
		const person = asId<PersonId>(form.get('person'));
		const token = school && person && (await become({ school, person }, request.headers.get('user-agent') ?? ''));
		if (!token) error(404);
		setSessionCookie(cookies, token, url);
		redirect(303, '/vandaag');
	}
};
