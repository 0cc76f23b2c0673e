import { error } from '@sveltejs/kit';
import * as callers from '#modules/people/callers.server.ts';
import { readPiece, readWish } from '#modules/people/profile.input.ts';
import * as profiles from '#modules/people/profiles.server.ts';
import { goOn, keepOn, type Answered } from '#platform/form.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ locals: { ctx, caller }, url }) => {
	const found = await profiles.get(ctx);
	if (!found.ok) error(404);
	return { ...found.value, person: ctx.person.id, called: caller.called ?? '', done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	keep: async (event) => {
		const wish = readWish(await event.request.formData());
		if (!wish) error(404);
		stands(await profiles.keep(event.locals.ctx, wish));
		return keepOn(event, {});
	},
	callMe: async (event) => {
		const called = String((await event.request.formData()).get('called') ?? '');
		if (event.locals.ctx.person.role !== 'guardian') error(404);
		await callers.callMe(event.locals.ctx, called);
		return keepOn(event, {});
	},
	withdraw: async (event) => {
		stands(await profiles.withdraw(event.locals.ctx, await pieceIn(event)));
		goOn(event.url, 'withdraw');
	},
	confirm: async (event) => {
		stands(await profiles.confirm(event.locals.ctx, await pieceIn(event)));
		goOn(event.url, 'confirm');
	},
	deny: async (event) => {
		stands(await profiles.deny(event.locals.ctx, await pieceIn(event)));
		goOn(event.url, 'deny');
	}
};

async function pieceIn({ request }: RequestEvent) {
	return readPiece(await request.formData()) ?? error(404);
}

function stands(outcome: Outcome<undefined, 'missing'>) {
	if (!outcome.ok) error(404);
}
