import { error } from '@sveltejs/kit';
import { accountById } from '#platform/accounts.server.ts';
import * as devices from '#platform/devices.server.ts';
import { goOn, type Answered } from '#platform/form.server.ts';
import { asId } from '#platform/ids.ts';
import { deviceOf } from '#platform/session-device.ts';
import * as sessions from '#platform/sessions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx, session }, url }) => {
	const { account, id: here } = session!;
	const [listed, unseen, found] = await Promise.all([
		sessions.listOf(account),
		devices.unseen(account),
		accountById(account)
	]);
	return {
		language: ctx.language,
		done: url.searchParams.get('gedaan'),
		hasMail: Boolean(found?.email),
		unseen: unseen.map(({ device, firstAt }) => ({ device: deviceOf(device), firstAt })),
		devices: listed.map(({ id, device, startedAt, seenAt }) => ({
			...{ id, startedAt, seenAt },
			device: deviceOf(device),
			isHere: id === here
		}))
	};
};

export const actions: Actions<Answered> = {
	end: async ({ request, locals: { session }, url }) => {
		const id = asId((await request.formData()).get('session')) as sessions.SessionId | undefined;
		if (!id || !(await sessions.end(session!.account, id))) error(404);
		goOn(url, 'end');
	},

	endOthers: async ({ locals: { session }, url }) => {
		await sessions.endOthers(session!);
		goOn(url, 'endOthers');
	},

	know: async ({ locals: { session }, url }) => {
		await devices.know(session!.account);
		goOn(url, 'know');
	}
};
