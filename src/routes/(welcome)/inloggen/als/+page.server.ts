import { error, redirect } from '@sveltejs/kit';
import * as callers from '#modules/people/callers.server.ts';
import { membershipsOf } from '#platform/accounts.server.ts';
import { now } from '#platform/clock.server.ts';
import { asId, type PersonId, type SchoolId } from '#platform/ids.ts';
import { returnPath } from '#platform/session-return.ts';
import * as sessions from '#platform/sessions.server.ts';
import type { Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { session }, url }) => {
	if (!session) redirect(303, '/inloggen');
	return {
		naar: returnPath(url.searchParams.get('naar')),
		memberships: await callers.named(await membershipsOf(session.account), now())
	};
};

export const actions: Actions<Answered> = {
	choose: async ({ request, locals: { session } }) => {
		if (!session) redirect(303, '/inloggen');
		const form = await request.formData();
		const school = asId<SchoolId>(form.get('school'));
		const person = asId<PersonId>(form.get('person'));
		if (!school || !person || !(await sessions.choose(session, { school, person }))) error(404);
		redirect(303, returnPath(form.get('naar')));
	}
};
