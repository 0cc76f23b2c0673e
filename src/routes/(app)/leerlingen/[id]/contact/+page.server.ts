import { error, fail, redirect } from '@sveltejs/kit';
import {
	parseArrangement,
	parseMoment,
	parseTerms,
	parseWish,
	talkIn
} from '#modules/cycle/arrangements/arrangement.input.ts';
import { whatIsOff, whyNot } from '#modules/cycle/arrangements/refusal.words.ts';
import * as arrangements from '#modules/cycle/arrangements/arrangements.server.ts';
import * as notes from '#modules/cycle/arrangements/contact-notes.server.ts';
import * as contact from '#modules/cycle/arrangements/contact-page.server.ts';
import * as profiles from '#modules/people/profiles.server.ts';
import { isStaff } from '#platform/ctx.ts';
import { goOn, statusOf, typedIn, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx }, url }) => {
	const pupil = pupilOf(params);
	const found = await contact.get(ctx, pupil);
	if (!found.ok) error(404);
	const family = await profiles.ofFamily(ctx, pupil);
	return { contact: found.value, family, plans: isStaff(ctx), done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	propose: async (event) => {
		const form = await event.request.formData();
		const parsed = parseTerms(form);
		if (!parsed.ok) return back('propose', 'invalid', whatIsOff(parsed.errors, event.locals.ctx.language), form);
		const offer = { terms: parsed.value, talk: talkOf(event), own: form.get('own') === 'yes' };
		return answer(event, 'propose', await arrangements.propose(event.locals.ctx, pupilOf(event.params), offer), form);
	},
	change: async (event) => {
		const form = await event.request.formData();
		const which = parseArrangement(form) ?? error(404);
		const parsed = parseTerms(form);
		if (!parsed.ok) return back('change', 'invalid', whatIsOff(parsed.errors, event.locals.ctx.language), form);
		const offer = { seen: which.seen, terms: parsed.value, talk: talkOf(event) };
		const changed = await arrangements.change(event.locals.ctx, pupilOf(event.params), which.id, offer);
		return answer(event, 'change', changed, form);
	},
	accept: (event) => press(event, 'accept', arrangements.accept),
	withdraw: (event) => press(event, 'withdraw', arrangements.withdraw),
	suit: (event) => press(event, 'suit', arrangements.suit),
	wish: async (event) => {
		const form = await event.request.formData();
		const { id } = parseArrangement(form) ?? error(404);
		const words = parseWish(form);
		if (!words) goOn(event.url);
		return answer(event, 'wish', await arrangements.wish(event.locals.ctx, pupilOf(event.params), id, words), form);
	},
	note: (event) => tap(event, 'note', notes.note),
	takeBack: (event) => tap(event, 'takeBack', notes.takeBack)
};

async function press(event: RequestEvent, move: string, use: typeof arrangements.accept) {
	const form = await event.request.formData();
	const { id, seen } = parseArrangement(form) ?? error(404);
	const done = await use(event.locals.ctx, pupilOf(event.params), id, { seen, talk: talkOf(event) });
	return answer(event, move, done, form);
}

async function tap(event: RequestEvent, move: string, use: typeof notes.note) {
	const form = await event.request.formData();
	const asked = parseMoment(form) ?? error(404);
	return answer(event, move, await use(event.locals.ctx, pupilOf(event.params), asked), form);
}

type Reason = arrangements.ArrangementReason;

/** Back to the talk whose page it was sent from, or on to this page. */
function answer(event: RequestEvent, move: string, outcome: Outcome<unknown, Reason>, form: FormData) {
	if (!outcome.ok) return back(move, outcome.reason, whyNot(outcome.reason, event.locals.ctx.language), form);
	const talk = talkOf(event);
	if (!talk) return goOn(event.url, move);
	const atTable = event.url.searchParams.get('aan') === 'tafel';
	redirect(303, `/gesprekken/${talk}${atTable ? '/tafel?stap=vervolg' : `?gedaan=${move}`}#contact`);
}

/** A refusal keeps what was ticked and typed. */
function back(move: string, reason: string, why: { errors: Record<string, string>; message?: string }, form: FormData) {
	const status = statusOf(reason);
	if (status === 404) error(404, why.message);
	const ticked = (name: string) => form.getAll(name).map(String);
	return fail(status, { move, values: typedIn(form), forms: ticked('form'), people: ticked('people'), ...why });
}

function talkOf({ url }: RequestEvent) {
	return talkIn(url.searchParams.get('gesprek'));
}

function pupilOf(params: { id: string }) {
	return asId<PersonId>(params.id) ?? error(404);
}
