import { error, fail } from '@sveltejs/kit';
import { conversationId } from '#modules/conversations/conversation.input.ts';
import { sayReason, type AnyReason } from '#modules/conversations/conversation.words.ts';
import {
	parseExplained,
	parseQuestion,
	parseRecording,
	parseSaying,
	parseTold,
	parseTurn,
	parseWords
} from '#modules/conversations/understanding.input.ts';
import * as retellings from '#modules/conversations/retellings.server.ts';
import { sayRetellingReason } from '#modules/conversations/understanding.words.ts';
import * as understandingPage from '#modules/conversations/understanding-page.server.ts';
import * as understandings from '#modules/conversations/understandings.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { goOn, statusOf, typedIn, type Answered } from '#platform/form.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const id = conversationId(params.id);
	const found = id && (await understandingPage.get(ctx, id));
	if (!found?.ok) error(404, sayReason('missing', ctx.language));
	return { ...found.value, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	sayBack: (event) => answer(event, 'sayBack', parseSaying, understandings.sayBack),
	confirm: (event) => answer(event, 'confirm', (form) => given(parseTurn(form)), understandings.confirm),
	correct: (event) =>
		answer(event, 'correct', both, (ctx, id, { turn, text }) => understandings.correct(ctx, id, turn, text)),
	retell: async (event) => {
		const bytes = await parseRecording(await event.request.formData());
		return sounded(event, 'retell', retellings.retell(event.locals.ctx, idIn(event), bytes));
	},
	takeBack: (event) => sounded(event, 'takeBack', retellings.takeBack(event.locals.ctx, idIn(event))),
	tell: (event) => answer(event, 'tell', parseTold, understandings.tell),
	askExplanation: (event) => answer(event, 'askExplanation', parseQuestion, understandings.askExplanation),
	explain: (event) => answer(event, 'explain', parseExplained, understandings.explain)
};

const given = <T>(value: T): Outcome<T, never> => ({ ok: true, value });

function both(form: FormData): Outcome<{ turn: number; text: string }, 'empty' | 'too-long'> {
	const text = parseWords(form);
	return text.ok ? given({ turn: parseTurn(form), text: text.value }) : text;
}

async function sounded(
	event: RequestEvent,
	move: string,
	asked: Promise<Outcome<undefined, retellings.RetellingReason>>
) {
	const done = await asked;
	if (done.ok) goOn(event.url, move);
	return fail(statusOf(done.reason), { message: sayRetellingReason(done.reason, event.locals.ctx.language), move });
}

/** What was typed comes back with a refusal, with the form it was typed in. */
async function answer<Input>(
	event: RequestEvent,
	move: string,
	parse: (form: FormData) => Outcome<Input, AnyReason>,
	say: (ctx: Ctx, id: ConversationId, input: Input) => Promise<Outcome<unknown, AnyReason>>
) {
	const { ctx } = event.locals;
	const id = idIn(event);
	const form = await event.request.formData();
	const parsed = parse(form);
	const said = parsed.ok ? await say(ctx, id, parsed.value) : parsed;
	if (said.ok) goOn(event.url, move);
	const values = typedIn(form);
	return fail(statusOf(said.reason), { message: sayReason(said.reason, ctx.language), move, values });
}

function idIn({ params, locals }: RequestEvent) {
	return conversationId(params.id) ?? error(404, sayReason('missing', locals.ctx.language));
}
