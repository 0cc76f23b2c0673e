import { error, fail } from '@sveltejs/kit';
import * as feeds from '#modules/cycle/feed/feeds.server.ts';
import { readManner } from '#modules/notifications/manner.input.ts';
import { deviceFaultWords, mannerFaultWords } from '#modules/notifications/manner.words.ts';
import * as manners from '#modules/notifications/manners.server.ts';
import { whatComes } from '#modules/notifications/notification.words.ts';
import { goOn, refuse, type Answered } from '#platform/form.server.ts';
import { asId } from '#platform/ids.ts';
import * as pushDevices from '#platform/push-devices.server.ts';
import { keys } from '#platform/push.server.ts';
import { deviceOf } from '#platform/session-device.ts';
import { dayOf } from '#platform/time.ts';
import * as m from '#words/compiled/messages.js';
import { sayDay } from '#words/dates.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx, session }, url }) => {
	const hearing = await manners.get(ctx);
	if (!hearing.ok) error(404);
	const [{ value: feed }, devices, { publicKey }] = await Promise.all([
		feeds.mine(ctx),
		pushDevices.list(session!.account),
		keys()
	]);
	return {
		hearing: hearing.value,
		what: whatComes(ctx.person.role),
		wishesAt: ctx.person.role === 'guardian' ? '/profiel/wensen' : undefined,
		hasFeed: feed !== undefined,
		devices: devices.map(({ id, device, madeAt, session: there }) => ({
			id,
			name: nameOf(device),
			since: sayDay(dayOf(madeAt), ctx.language),
			isHere: there === session!.id
		})),
		publicKey,
		language: ctx.language,
		done: url.searchParams.get('gedaan')
	};
};

export const actions: Actions<Answered> = {
	keep: async ({ locals: { ctx }, request, url }) => {
		const form = await request.formData();
		const kept = await manners.keep(ctx, readManner(form));
		if (kept.ok) goOn(url, 'keep');
		const words = mannerFaultWords[kept.reason]();
		return refuse(
			'keep',
			kept.reason,
			{ errors: { [kept.reason === 'daily-in-quiet' ? 'dailyAt' : 'quietFrom']: words } },
			form
		);
	},
	addDevice: async ({ locals: { session }, request, url }) => {
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '').slice(0, 2000);
		const [endpoint, p256dh, auth] = [text('endpoint'), text('p256dh'), text('auth')];
		const added = await pushDevices.addDevice(session!, { endpoint, p256dh, auth });
		if (!added.ok) return fail(400, { device: deviceFaultWords[added.reason]() });
		goOn(url, 'addDevice');
	},
	endDevice: async ({ locals: { session }, request, url }) => {
		const id = asId<pushDevices.PushDeviceId>((await request.formData()).get('device'));
		if (!id || !(await pushDevices.endDevice(session!.account, id))) error(404);
		goOn(url, 'endDevice');
	}
};

function nameOf(device: string) {
	const found = deviceOf(device);
	return found ? m.welcome_device(found) : m.welcome_device_unknown();
}
