import { error } from '@sveltejs/kit';
import { termOf } from '#modules/consent/retentions.server.ts';
import { parseNote, parseNoteId, type NoteInputReason } from '#modules/conversations/note.input.ts';
import { noteReasonWords } from '#modules/conversations/note.words.ts';
import * as notes from '#modules/conversations/notes.server.ts';
import { goOn, refuse, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx }, url }) => {
	const found = await notes.ofPupil(ctx, pupilOf(params));
	if (!found.ok) error(404, noteReasonWords.missing());
	const isFamily = ctx.person.role === 'guardian' || ctx.person.role === 'pupil';
	const term = isFamily ? undefined : await termOf(ctx, 'notes');
	return {
		...found.value,
		role: ctx.person.role,
		months: term?.ok ? term.value : undefined,
		done: url.searchParams.get('gedaan')
	};
};

export const actions: Actions<Answered> = {
	keep: async (event) => {
		const form = await event.request.formData();
		const parsed = parseNote(form);
		const kept = parsed.ok ? await notes.keep(event.locals.ctx, pupilOf(event.params), parsed.value) : parsed;
		return answer(event, 'keep', kept, form);
	},
	letGo: async (event) => {
		const form = await event.request.formData();
		const note = parseNoteId(form) ?? error(404, noteReasonWords.missing());
		return answer(event, 'letGo', await notes.letGo(event.locals.ctx, pupilOf(event.params), note), form);
	}
};

function answer(
	{ url }: RequestEvent,
	move: string,
	outcome: Outcome<unknown, NoteInputReason | 'missing'>,
	form: FormData
) {
	if (outcome.ok) return goOn(url, move);
	const message = noteReasonWords[outcome.reason]();
	return refuse(move, outcome.reason, { errors: { text: message }, message }, form);
}

function pupilOf(params: { id: string }) {
	return asId<PersonId>(params.id) ?? error(404, noteReasonWords.missing());
}
