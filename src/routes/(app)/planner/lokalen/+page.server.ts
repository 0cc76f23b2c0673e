import { error, fail } from '@sveltejs/kit';
import { parseRoom, parseRooms } from '#modules/cycle/evening/zone.input.ts';
import { faultFields, faultWords } from '#modules/cycle/evening/zone.words.ts';
import * as zones from '#modules/cycle/evening/zones.server.ts';
import { goOn, typedIn, type Answered } from '#platform/form.server.ts';
import * as m from '#words/compiled/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const found = await zones.get(ctx);
	if (!found.ok) error(404);
	return { ...found.value, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	keep: async ({ request, locals: { ctx }, url }) => {
		const form = await request.formData();
		const rooms = parseRooms(form);
		if (!rooms.ok) {
			const errors: Record<string, string> = { [faultFields[rooms.reason]]: faultWords[rooms.reason]() };
			return fail(400, { errors, typed: typedIn(form) });
		}
		const kept = await zones.keep(ctx, rooms.value);
		return kept.ok ? goOn(url, 'keep') : error(404);
	},
	add: async ({ request, locals: { ctx }, url }) => {
		const name = parseRoom(await request.formData());
		if (!name) {
			const errors: Record<string, string> = { name: m.evening_fault_name() };
			return fail(400, { errors, typed: {} as Record<string, string> });
		}
		const added = await zones.add(ctx, name);
		return added.ok ? goOn(url, 'add') : error(404);
	}
};
