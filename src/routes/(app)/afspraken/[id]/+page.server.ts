import { error } from '@sveltejs/kit';
import {
	parseDecline,
	parseInCalendar,
	parseNote,
	parseNoteFor,
	parseRepair,
	parseReworded,
	parseSeen
} from '#modules/agreements/agreement.input.ts';
import * as agreements from '#modules/agreements/agreements.server.ts';
import { reasonWords, whatIsOff, whyNot, type AgreementReason } from '#modules/agreements/agreement.words.ts';
import { putInCalendar } from '#modules/agreements/calendars.server.ts';
import { wishEarlier } from '#modules/agreements/evaluations.server.ts';
import * as followUps from '#modules/agreements/follow-ups.server.ts';
import * as handshakes from '#modules/agreements/handshakes.server.ts';
import { asVisitor } from '#modules/consent/looks.server.ts';
import { isStaff, type Ctx } from '#platform/ctx.ts';
import { answer, refuse, type Answered } from '#platform/form.server.ts';
import { asId, type AgreementId } from '#platform/ids.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const csr = true;

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const found = await agreements.get(await asVisitor(ctx), idFrom(params, ctx));
	if (!found.ok) error(404, reasonWords[found.reason]({}, { locale: ctx.language }));
	const { card, history, scene, tellers } = found.value;
	const mayThinkOfAnother = isStaff(ctx) && !card.owner.isReader;
	return {
		card,
		isReader: card.pupil === ctx.person.id,
		history,
		tellers,
		done: url.searchParams.get('gedaan'),
		owesReason: ctx.person.role === 'staff' || ctx.person.role === 'professional',
		anotherForm: mayThinkOfAnother && (await followUps.anotherFormFor(ctx, scene.agreement))
	};
};

export const actions: Actions<Answered> = {
	accept: (event) => give(event, 'accept', (id, form) => handshakes.accept(event.locals.ctx, id, parseSeen(form))),
	askTime: (event) => give(event, 'askTime', (id, form) => handshakes.askTime(event.locals.ctx, id, parseSeen(form))),
	adopt: (event) => give(event, 'adopt', (id, form) => handshakes.adopt(event.locals.ctx, id, parseSeen(form))),
	withdraw: (event) =>
		give(event, 'withdraw', (id, form) => handshakes.withdraw(event.locals.ctx, id, parseSeen(form))),
	decline: (event) =>
		give(event, 'decline', (id, form) => handshakes.decline(event.locals.ctx, id, parseDecline(form))),
	note: (event) => give(event, 'note', (id, form) => followUps.note(event.locals.ctx, id, parseNote(form))),
	noteFor: (event) =>
		give(event, 'noteFor', async (id, form) => {
			const told = parseNoteFor(form);
			return told ? followUps.noteFor(event.locals.ctx, id, told) : { ok: false, reason: 'refused' };
		}),
	takeBack: (event) => give(event, 'takeBack', (id) => followUps.takeBack(event.locals.ctx, id)),
	repair: (event) => give(event, 'repair', (id, form) => followUps.repair(event.locals.ctx, id, parseRepair(form))),
	remind: (event) => give(event, 'remind', (id) => followUps.remind(event.locals.ctx, id)),
	wishEarlier: (event) => give(event, 'wishEarlier', (id) => wishEarlier(event.locals.ctx, id)),

	putInCalendar: (event) =>
		give(event, 'putInCalendar', (id, form) => putInCalendar(event.locals.ctx, id, parseInCalendar(form))),

	adapt: async (event) => {
		const { ctx } = event.locals;
		const form = await event.request.formData();
		const parsed = parseReworded(form);
		if (!parsed.ok) return refuse('adapt', 'invalid', whatIsOff(parsed.errors, ctx.language), form);
		return giveRead(event, form, 'adapt', (id) => handshakes.adapt(ctx, id, { ...parseSeen(form), ...parsed.value }));
	}
};

type Answering = (id: AgreementId, form: FormData) => Promise<Outcome<unknown, AgreementReason>>;

/** One answer, back to the page it was given on. */
async function give(event: RequestEvent, move: string, how: Answering) {
	return giveRead(event, await event.request.formData(), move, how);
}

function giveRead({ locals: { ctx }, params }: RequestEvent, form: FormData, move: string, how: Answering) {
	const why = (reason: AgreementReason) => whyNot(reason, ctx.language);
	return answer(move, how(idFrom(params, ctx), form), `/afspraken/${params.id}`, why, form);
}

function idFrom({ id }: { id: string }, { language }: Ctx): AgreementId {
	return asId<AgreementId>(id) ?? error(404, reasonWords.missing({}, { locale: language }));
}
