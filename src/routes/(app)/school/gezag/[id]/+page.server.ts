import { error } from '@sveltejs/kit';
import * as authorities from '#modules/people/authorities.server.ts';
import * as inputs from '#modules/people/authority.input.ts';
import { authorityReasonWords } from '#modules/people/authority.words.ts';
import * as homes from '#modules/people/homes.server.ts';
import * as restrictions from '#modules/people/restrictions.server.ts';
import { goOn, refuse, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx }, url }) => {
	const found = await authorities.get(ctx, pupilOf(params));
	if (!found.ok) error(404);
	return { ...found.value, today: dayOf(ctx.now), done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	checkAuthority: (event) =>
		answer(event, 'checkAuthority', (form) => {
			const check = inputs.readCheck(form);
			return check.ok ? authorities.checkAuthority(event.locals.ctx, pupilOf(event.params), check.value) : check;
		}),

	restrict: (event) =>
		answer(event, 'restrict', (form) => {
			const read = inputs.readForbidding(form);
			return read.ok ? restrictions.restrict(event.locals.ctx, pupilOf(event.params), read.value) : read;
		}),

	lift: (event) =>
		answer(event, 'lift', (form) => {
			const read = inputs.readLifting(form);
			return read.ok ? restrictions.lift(event.locals.ctx, pupilOf(event.params), read.value) : read;
		}),

	moveHome: (event) =>
		answer(event, 'moveHome', (form) => {
			const moving = inputs.readMoving(form) ?? error(404);
			return homes.moveHome(event.locals.ctx, pupilOf(event.params), moving);
		}),

	hideAddress: (event) =>
		answer(event, 'hideAddress', (form) => {
			const hiding = inputs.readHiding(form) ?? error(404);
			return homes.hideAddress(event.locals.ctx, pupilOf(event.params), hiding);
		})
};

type Reason = keyof typeof authorityReasonWords | 'missing';
type Asked = Outcome<undefined, Reason>;

const fieldOf: Partial<Record<Reason, string>> = {
	'authority-missing': 'authority',
	'proof-missing': 'proof',
	'kind-missing': 'kind',
	'ends-before': 'until',
	'barred-already': 'kind',
	'alone-already': 'to'
};

async function answer({ request, url }: RequestEvent, move: string, ask: (form: FormData) => Asked | Promise<Asked>) {
	const form = await request.formData();
	const done = await ask(form);
	if (done.ok) return goOn(url, move);
	if (done.reason === 'missing') error(404);
	const field = fieldOf[done.reason] ?? 'proofOn';
	const id = `${move}-${field}-${String(form.get('guardian'))}`;
	return refuse(move, done.reason, { errors: { [id]: authorityReasonWords[done.reason]() } }, form);
}

function pupilOf({ id }: { id: string }) {
	return asId<PersonId>(id) ?? error(404);
}
