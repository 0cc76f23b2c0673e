import { error } from '@sveltejs/kit';
import * as emphases from '#modules/conversations/emphases.server.ts';
import * as entries from '#modules/conversations/entries.server.ts';
import { openCorners } from '#modules/compass/emphasis.ts';
import { conversationId } from '#modules/conversations/conversation.input.ts';
import { sayReason } from '#modules/conversations/conversation.words.ts';
import { parseNewEntry } from '#modules/conversations/entry.input.ts';
import { asSpot, parsePoint, parseSheetAudience } from '#modules/conversations/sheet.input.ts';
import { pointsIn, spots } from '#modules/conversations/sheet.ts';
import { sheetReasons, spotSlugs } from '#modules/conversations/help.words.ts';
import * as sheets from '#modules/conversations/sheets.server.ts';
import { goOn, refuse, refuseInWords, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = true;

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const found = await sheets.get(ctx, talkIn(event), 'triangle');
	if (!found.ok) error(404, sheetReasons.missing());
	const { mySheet, others, me, speakers } = found.value;
	const mine = spots.filter((spot) => (me.role === 'pupil' ? spot === 'wish' : true));
	const seen = pointsIn(
		[...(mySheet ? [mySheet] : []), ...others],
		me.person,
		(person) => speakers[person]?.voice ?? 'other'
	);
	const now = (spot: string) => seen.filter((point) => point.spot === spot).map(({ emphasis }) => emphasis);
	const asked = event.url.searchParams.get('punt');
	return {
		...found.value,
		mine,
		spot: mine.find((spot) => spotSlugs[spot] === asked) ?? mine[0]!,
		seen,
		open: me.role === 'pupil' ? [] : openCorners(now('home'), now('school')),
		audience: mySheet?.audience ?? ('me' as const),
		done: event.url.searchParams.get('gedaan')
	};
};

export const actions: Actions<Answered> = {
	place: async (event) => {
		const parsed = parsePoint(await event.request.formData());
		if (!parsed.ok) return refuseInWords(parsed.reason, sheetReasons);
		const { spot, emphasis } = parsed.value;
		const placed = await emphases.place(event.locals.ctx, talkIn(event), spot, emphasis);
		return placed.ok ? goOn(event.url) : refuseInWords(placed.reason, sheetReasons);
	},
	lift: async (event) => {
		const spot = asSpot((await event.request.formData()).get('spot'));
		if (!spot) return refuseInWords('point', sheetReasons);
		const lifted = await emphases.lift(event.locals.ctx, talkIn(event), spot);
		return lifted.ok ? goOn(event.url) : refuseInWords(lifted.reason, sheetReasons);
	},
	share: async (event) => {
		const audience = parseSheetAudience(await event.request.formData());
		const shared = await sheets.share(event.locals.ctx, talkIn(event), 'triangle', audience);
		return shared.ok ? goOn(event.url, 'share') : refuseInWords(shared.reason, sheetReasons);
	},
	takeBack: async (event) => {
		const taken = await sheets.takeBack(event.locals.ctx, talkIn(event), 'triangle');
		return taken.ok ? goOn(event.url, 'takeBack') : refuseInWords(taken.reason, sheetReasons);
	},
	/** A goal out of what stands here, in words that can be changed: at the table, under the name of who sets it. */
	say: async (event) => {
		const { ctx } = event.locals;
		const form = await event.request.formData();
		const parsed = parseNewEntry(form);
		const said = parsed.ok ? await entries.say(ctx, talkIn(event), parsed.value) : parsed;
		if (said.ok) return goOn(event.url, 'say');
		return refuse('say', said.reason, { errors: {}, message: sayReason(said.reason, ctx.language) }, form);
	}
};

function talkIn({ params }: { params: { id: string } }) {
	return conversationId(params.id) ?? error(404, sheetReasons.missing());
}
