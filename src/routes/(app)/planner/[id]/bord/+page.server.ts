import { error } from '@sveltejs/kit';
import { asSpot, asTalk, dayIn, slidersIn, versionIn, wayIn } from '#modules/cycle/board/board.input.ts';
import { reasonWords, type AnyReason } from '#modules/cycle/board/board.words.ts';
import * as boards from '#modules/cycle/board/boards.server.ts';
import * as moves from '#modules/cycle/board/moves.server.ts';
import * as progress from '#modules/cycle/board/progress.server.ts';
import * as publications from '#modules/cycle/board/publications.server.ts';
import * as turns from '#modules/cycle/board/turns.server.ts';
import * as ways from '#modules/cycle/board/ways.server.ts';
import * as runs from '#modules/cycle/board/runs.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { goOn, refuseInWords, type Answered } from '#platform/form.server.ts';
import { asId, type RoundId } from '#platform/ids.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import type { TalkKey } from '#modules/cycle/board/talk-key.ts';

export const csr = true;

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const id = roundIn(params);
	const found = await boards.look(ctx, id, dayIn(url), asTalk(url.searchParams.get('gesprek')));
	const now = found.ok && (await progress.glance(ctx, id));
	if (!found.ok || !now || !now.ok) error(404, reasonWords.missing());
	return {
		board: found.value,
		progress: now.value,
		done: url.searchParams.get('gedaan'),
		language: ctx.language
	};
};

export const actions: Actions<Answered> = {
	plan: (event) => act(event, 'plan', (ctx, id, { form, version }) => runs.plan(ctx, id, version, slidersIn(form))),
	cancel: (event) => act(event, 'cancel', (ctx, id) => runs.cancel(ctx, id)),
	move: (event) =>
		actOn(event, 'move', async (ctx, id, { form, version, talk }) => {
			const spot = asSpot(form.get('spot'));
			return spot ? moves.move(ctx, id, version, { talk, ...spot }) : { ok: false, reason: 'time-missing' as const };
		}),
	takeOut: (event) => actOn(event, 'takeOut', (ctx, id, { version, talk }) => moves.takeOut(ctx, id, version, talk)),
	lock: (event) => actOn(event, 'lock', (ctx, id, { version, talk }) => moves.lock(ctx, id, version, talk)),
	release: (event) => actOn(event, 'release', (ctx, id, { version, talk }) => moves.release(ctx, id, version, talk)),
	applyWayOut: (event) =>
		actOn(event, 'applyWayOut', (ctx, id, { form, version, talk }) =>
			ways.applyWayOut(ctx, id, version, talk, wayIn(form))
		),
	undo: (event) => act(event, 'undo', (ctx, id, { version }) => turns.undo(ctx, id, version)),
	redo: (event) => act(event, 'redo', (ctx, id, { version }) => turns.redo(ctx, id, version)),
	publish: (event) => act(event, 'publish', (ctx, id, { version }) => publications.publish(ctx, id, version))
};

type Asked = { form: FormData; version: number };
type Answer = Promise<Outcome<unknown, AnyReason>>;

/** The board is drawn anew with the refusal, so that it shows what stands now. */
async function act(
	{ locals: { ctx }, params, url, request }: RequestEvent,
	done: string,
	ask: (ctx: Ctx, id: RoundId, asked: Asked) => Answer
) {
	const form = await request.formData();
	const answered = await ask(ctx, roundIn(params), { form, version: versionIn(form) });
	return answered.ok ? goOn(url, done) : refuseInWords(answered.reason, reasonWords);
}

function actOn(
	event: RequestEvent,
	done: string,
	ask: (ctx: Ctx, id: RoundId, asked: Asked & { talk: TalkKey }) => Answer
) {
	return act(event, done, async (ctx, id, asked) => {
		const talk = asTalk(asked.form.get('talk'));
		return talk ? ask(ctx, id, { ...asked, talk }) : { ok: false, reason: 'missing' };
	});
}

function roundIn({ id }: { id: string }): RoundId {
	return asId<RoundId>(id) ?? error(404);
}
