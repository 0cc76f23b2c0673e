import { error } from '@sveltejs/kit';
import { calendarFeed } from '#modules/cycle/calendar.ts';
import * as routes from '#modules/cycle/evening/routes.server.ts';
import { sayWay } from '#modules/cycle/evening/route.words.ts';
import { sayWhere } from '#modules/cycle/offer.words.ts';
import { asId, type RoundId } from '#platform/ids.ts';
import * as m from '#words/compiled/messages.js';
import type { RequestHandler } from './$types';

/** All talks of the family in this round as a file for a calendar: times and places, no name. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
	const found = await routes.get(ctx, asId<RoundId>(params.round) ?? error(404));
	if (!found.ok) error(404);
	const stations = found.value.evenings.flatMap(({ stations }) => stations);
	const events = stations.map(({ location, place, ...station }) => ({
		...station,
		summary: m.evening_event_summary(),
		where: [sayWhere({ place, location: location?.name ?? null }), sayWay(location)].filter(Boolean).join(', ')
	}));
	return new Response(calendarFeed(events, m.evening_feed_name(), ctx.now), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
			'content-disposition': 'attachment; filename="gesprekken.ics"'
		}
	});
};
