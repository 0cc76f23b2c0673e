import { error } from '@sveltejs/kit';
import * as feeds from '#modules/cycle/feed/feeds.server.ts';
import { readConfig } from '#platform/config.server.ts';
import { goOn, type Answered } from '#platform/form.server.ts';
import { hideAddress, showAddressOnce, shownAddress } from '#platform/secret-address-cookie.server.ts';
import { dayOf } from '#platform/time.ts';
import { sayDay } from '#words/dates.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ cookies, locals: { ctx }, url }) => {
	const { value: feed } = await feeds.mine(ctx);
	const code = feed && (await shownAddress(cookies, url, ctx.person.id));
	const { origin } = readConfig();
	const address = code && `${origin}/agenda/${code}.ics`;
	return {
		feed: feed && { since: sayDay(dayOf(feed.madeAt), ctx.language), names: feed.names },
		fresh: address ? { address, subscribe: address.replace(/^https?:/, 'webcal:') } : undefined,
		done: url.searchParams.get('gedaan')
	};
};

export const actions: Actions<Answered> = {
	makeFeed: async ({ cookies, locals: { ctx }, request, url }) => {
		const made = await feeds.makeFeed(ctx, (await request.formData()).has('names'));
		if (made.ok) await showAddressOnce(cookies, url, ctx.person.id, made.value);
		goOn(url, 'makeFeed');
	},
	nameFeed: async ({ locals: { ctx }, request, url }) => {
		const named = await feeds.nameFeed(ctx, (await request.formData()).has('names'));
		if (!named.ok) error(404);
		goOn(url, 'nameFeed');
	},
	stopFeed: async ({ cookies, locals: { ctx }, url }) => {
		const stopped = await feeds.stopFeed(ctx);
		if (!stopped.ok) error(404);
		hideAddress(cookies, url);
		goOn(url, 'stopFeed');
	}
};
