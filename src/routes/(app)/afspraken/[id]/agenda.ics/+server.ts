import { error } from '@sveltejs/kit';
import { calendarFile } from '#modules/agreements/calendars.server.ts';
import { asId, type AgreementId } from '#platform/ids.ts';
import type { RequestHandler } from './$types';

/** The rhythm as a file for a calendar: when, and no names unless `?woorden=ja`. */
export const GET: RequestHandler = async ({ locals: { ctx }, params, url }) => {
	const inWords = url.searchParams.get('woorden') === 'ja';
	const made = await calendarFile(ctx, asId<AgreementId>(params.id) ?? error(404), inWords);
	if (!made.ok) error(404);
	return new Response(made.value, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'attachment; filename="afspraak.ics"'
		}
	});
};
