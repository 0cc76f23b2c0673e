import { error } from '@sveltejs/kit';
import * as home from '#modules/conversations/home-sheets.server.ts';
import { parseHome } from '#modules/conversations/sheet.input.ts';
import { textsOf } from '#modules/conversations/sheet.ts';
import { sheetReasons } from '#modules/conversations/help.words.ts';
import { answerWritten, goOn, refuseInWords, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = true;

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const found = await home.get(ctx, childIn(event));
	if (!found.ok) error(404, sheetReasons.missing());
	const { mySheet } = found.value;
	return {
		...found.value,
		texts: textsOf({ kind: 'home', lines: mySheet?.lines ?? {} }),
		version: mySheet?.version ?? 0,
		audience: mySheet?.audience ?? ('me' as const),
		done: event.url.searchParams.get('gedaan')
	};
};

export const actions: Actions<Answered> = {
	keep: async (event) => {
		const form = await event.request.formData();
		const parsed = parseHome(form);
		const kept = parsed.ok ? await home.keep(event.locals.ctx, childIn(event), parsed.value) : parsed;
		return answerWritten(event, kept, sheetReasons, form);
	},
	share: async (event) => {
		const shared = await home.share(event.locals.ctx, childIn(event));
		return shared.ok ? goOn(event.url, 'share') : refuseInWords(shared.reason, sheetReasons);
	},
	takeBack: async (event) => {
		const taken = await home.takeBack(event.locals.ctx, childIn(event));
		return taken.ok ? goOn(event.url, 'takeBack') : refuseInWords(taken.reason, sheetReasons);
	}
};

function childIn({ params }: { params: { id: string } }) {
	return asId<PersonId>(params.id) ?? error(404, sheetReasons.missing());
}
