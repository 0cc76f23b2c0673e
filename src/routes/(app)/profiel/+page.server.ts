import { error, redirect } from '@sveltejs/kit';
import * as callers from '#modules/people/callers.server.ts';
import { accountById, membershipsOf } from '#platform/accounts.server.ts';
import { goOn, type Answered } from '#platform/form.server.ts';
import { dropSessionCookie } from '#platform/session-cookie.server.ts';
import * as sessions from '#platform/sessions.server.ts';
import { languages, type Ctx } from '#platform/ctx.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ locals: { ctx, caller, session }, url }) => {
	const [memberships, account] = await Promise.all([membershipsOf(session!.account), accountById(session!.account)]);
	const others = memberships.filter(({ person }) => person !== ctx.person.id);
	return {
		caller: { name: caller.name, school: caller.schoolName },
		/** A guardian says so among the wishes. */
		called: isCalledHere(ctx) ? (caller.called ?? '') : undefined,
		hasWishes: ctx.person.role === 'guardian',
		isStaff: ctx.person.role === 'staff',
		language: ctx.language,
		hasMail: Boolean(account?.email),
		done: url.searchParams.get('gedaan'),
		others: await callers.named(others, ctx.now)
	};
};

export const actions: Actions<Answered> = {
	signOut: async ({ cookies, locals: { session } }) => {
		await sessions.signOut(session!);
		dropSessionCookie(cookies);
		redirect(303, '/inloggen');
	},

	speak: async ({ request, locals: { ctx }, url }) => {
		const wanted = (await request.formData()).get('language');
		const language = languages.find((one) => one === wanted);
		if (!language) error(400);
		await callers.speak(ctx, language);
		goOn(url, 'speak');
	},

	callMe: async ({ request, locals: { ctx }, url }) => {
		if (!isCalledHere(ctx)) error(404);
		await callers.callMe(ctx, String((await request.formData()).get('called') ?? ''));
		goOn(url, 'callMe');
	}
};

function isCalledHere({ person: { role } }: Ctx) {
	return role === 'staff' || role === 'professional';
}
