import { error } from '@sveltejs/kit';
import * as draws from '#modules/cycle/arrangements/draws.server.ts';
import * as departures from '#modules/cycle/departures.server.ts';
import { can } from '#modules/cycle/round.ts';
import { reasonWords } from '#modules/cycle/round.words.ts';
import * as rounds from '#modules/cycle/rounds.server.ts';
import { asId, type RoundId } from '#platform/ids.ts';
import { goOn, refuseInWords, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const found = await rounds.overview(ctx, roundIn(params));
	if (!found.ok) error(404);
	const { round } = found.value;
	const left = await departures.departuresOf(ctx, round.id);
	const may = { canOpen: can('open', round), canClose: can('close', round) };
	const drawn = await draws.drawnOf(ctx, round.id);
	return {
		...found.value,
		...may,
		drawn,
		departures: left.ok ? left.value : [],
		done: url.searchParams.get('gedaan'),
		language: ctx.language
	};
};

export const actions: Actions<Answered> = {
	open: async ({ locals: { ctx }, params, url }) => {
		const opened = await rounds.open(ctx, roundIn(params));
		return opened.ok ? goOn(url, 'open') : refuseInWords(opened.reason, reasonWords);
	},
	draw: async ({ locals: { ctx }, params, url }) => {
		const drawn = await draws.draw(ctx, roundIn(params));
		return drawn.ok ? goOn(url, 'draw') : refuseInWords(drawn.reason, reasonWords);
	},
	close: async ({ locals: { ctx }, params, url }) => {
		const closed = await rounds.close(ctx, roundIn(params));
		return closed.ok ? goOn(url, 'close') : refuseInWords(closed.reason, reasonWords);
	}
};

function roundIn({ id }: { id: string }): RoundId {
	return asId<RoundId>(id) ?? error(404);
}
