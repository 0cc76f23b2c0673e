import { error } from '@sveltejs/kit';
import { paperKinds } from '#modules/cycle/print/paper.ts';
import { paperSlugs } from '#modules/cycle/print/paper.words.ts';
import * as papers from '#modules/cycle/print/papers.server.ts';
import * as walls from '#modules/cycle/print/walls.server.ts';
import { readConfig } from '#platform/config.server.ts';
import { goOn, type Answered } from '#platform/form.server.ts';
import { asId, type RoundId } from '#platform/ids.ts';
import { hideAddress, showAddressOnce, shownAddress } from '#platform/secret-address-cookie.server.ts';
import { dayOf } from '#platform/time.ts';
import { sayDay } from '#words/dates.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ cookies, locals: { ctx }, params, url }) => {
	const found = await papers.overview(ctx, roundIn(params));
	if (!found.ok) error(404);
	const { round, papers: made, letters, wall } = found.value;
	const code = wall && (await shownAddress(cookies, url, ctx.person.id));
	return {
		round: { id: round.id, kind: round.kind },
		sheets: paperKinds.map((kind) => ({ kind, slug: paperSlugs[kind], count: made[kind].length })),
		letters,
		since: wall && sayDay(dayOf(wall.madeAt), ctx.language),
		fresh: code && `${readConfig().origin}/scherm/${code}`,
		done: url.searchParams.get('gedaan')
	};
};

export const actions: Actions<Answered> = {
	makeWall: async ({ cookies, locals: { ctx }, params, url }) => {
		const made = await walls.makeWall(ctx, roundIn(params));
		if (!made.ok) error(404);
		await showAddressOnce(cookies, url, ctx.person.id, made.value);
		goOn(url, 'makeWall');
	},
	stopWall: async ({ cookies, locals: { ctx }, params, url }) => {
		const stopped = await walls.stopWall(ctx, roundIn(params));
		if (!stopped.ok) error(404);
		hideAddress(cookies, url);
		goOn(url, 'stopWall');
	}
};

function roundIn({ id }: { id: string }): RoundId {
	return asId<RoundId>(id) ?? error(404);
}
