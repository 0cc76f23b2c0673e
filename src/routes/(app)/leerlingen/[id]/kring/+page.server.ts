import { error } from '@sveltejs/kit';
import { readGuardianGuest, readOtherGuest, readStep } from '#modules/people/guest.input.ts';
import { circleReasonWords } from '#modules/people/guest.words.ts';
import * as guests from '#modules/people/guests.server.ts';
import { answeredFor } from '#modules/people/information-requests.server.ts';
import { askedFor } from '#modules/people/say-proposal.ts';
import * as says from '#modules/people/says.server.ts';
import { goOn, refuse, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx }, url }) => {
	const found = await guests.circlePage(ctx, pupilOf(params));
	if (!found.ok) error(404);
	const { circle } = found.value;
	const today = dayOf(ctx.now);
	const answered = await answeredFor(ctx, circle);
	return { ...found.value, asked: askedFor(circle, today), answered, today, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	inviteGuardian: (event) =>
		answer(event, 'inviteGuardian', (form, pupil) => {
			const read = readGuardianGuest(form);
			return read.ok ? guests.inviteGuardian(event.locals.ctx, pupil, read.value) : read;
		}),

	inviteOther: (event) =>
		answer(event, 'inviteOther', (form, pupil) => {
			const read = readOtherGuest(form);
			return read.ok ? guests.inviteOther(event.locals.ctx, pupil, read.value) : read;
		}),

	endInvitation: (event) =>
		answer(event, 'endInvitation', (form, pupil) => {
			const person = asId<PersonId>(form.get('person')) ?? error(404);
			return guests.endInvitation(event.locals.ctx, pupil, person);
		}),

	proposeStep: (event) =>
		answer(event, 'proposeStep', (form, pupil) =>
			says.proposeStep(event.locals.ctx, pupil, readStep(form) ?? error(404))
		),

	answerStep: (event) =>
		answer(event, 'answerStep', (form, pupil) =>
			says.answerStep(event.locals.ctx, pupil, {
				yes: form.get('says') === 'yes',
				withChild: form.get('whose') === 'child'
			})
		),

	withdrawStep: (event) => answer(event, 'withdrawStep', (_form, pupil) => says.withdrawStep(event.locals.ctx, pupil))
};

type Asked = Outcome<undefined, keyof typeof circleReasonWords | 'missing'>;

async function answer(
	{ request, params, url }: RequestEvent,
	move: string,
	ask: (form: FormData, pupil: PersonId) => Asked | Promise<Asked>
) {
	const form = await request.formData();
	const done = await ask(form, pupilOf(params));
	if (done.ok) return goOn(url, move);
	if (done.reason === 'missing') error(404);
	const fields: Record<string, string> = {
		inviteGuardian: `until-${String(form.get('guardian'))}`,
		proposeStep: 'step'
	};
	const field = fields[move] ?? (done.reason === 'until-wrong' ? 'until' : 'email');
	return refuse(move, done.reason, { errors: { [field]: circleReasonWords[done.reason]() } }, form);
}

function pupilOf({ id }: { id: string }) {
	return asId<PersonId>(id) ?? error(404);
}
