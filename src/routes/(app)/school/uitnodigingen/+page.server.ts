import { error } from '@sveltejs/kit';
import { readInvitees } from '#modules/people/invitation.input.ts';
import { invitationReasonWords } from '#modules/people/invitation.words.ts';
import { isOpen, mayBeInvited, stateOf, stateSince } from '#modules/people/invitation.ts';
import * as invitations from '#modules/people/invitations.server.ts';
import { isToInvite, type Invitee } from '#modules/people/invitees.server.ts';
import { goOn, refuseInWords, type Answered } from '#platform/form.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const found = await invitations.list(ctx);
	if (!found.ok) error(404);
	const { groups, maySend } = found.value;
	const only = groups.length === 1 ? groups[0] : undefined;
	const chosen = only ?? groups.find(({ id }) => id === url.searchParams.get('groep'));
	const everybody = [...new Map(groups.flatMap((group) => group.invitees).map((one) => [one.person, one])).values()];
	return {
		maySend,
		groups: groups.map(({ id, name, invitees }) => ({ id, name, ...countsOf(invitees, ctx.now) })),
		school: maySend ? countsOf(everybody, ctx.now) : undefined,
		chosen: chosen && {
			...{ id: chosen.id, name: chosen.name, ...countsOf(chosen.invitees, ctx.now) },
			lines: chosen.invitees.map((one) => lineOf(one, ctx.now))
		},
		language: ctx.language,
		done: url.searchParams.get('gedaan')
	};
};

export const actions: Actions<Answered> = {
	send: async ({ request, locals: { ctx }, url }) => {
		const to = readInvitees(await request.formData()) ?? error(404);
		const sent = await invitations.send(ctx, to);
		return sent.ok ? goOn(url, 'send') : refused(sent);
	},

	withdraw: async ({ request, locals: { ctx }, url }) => {
		const person = asId<PersonId>((await request.formData()).get('person')) ?? error(404);
		const withdrawn = await invitations.withdraw(ctx, person);
		return withdrawn.ok ? goOn(url, 'withdraw') : refused(withdrawn);
	}
};

function refused({ reason }: { reason: invitations.InvitationReason }) {
	return reason === 'missing' ? error(404) : refuseInWords(reason, invitationReasonWords);
}

function countsOf(invitees: readonly Invitee[], now: Date) {
	const left = invitees.filter((one) => isToInvite(one, now));
	const inside = invitees.filter(({ standing }) => standing?.enteredAt).length;
	return {
		left: left.length,
		withMail: left.filter(({ email }) => email).length,
		invited: invitees.length - inside - left.length,
		inside
	};
}

function lineOf({ person, role, name, children, email, invitation, standing }: Invitee, now: Date) {
	const insideSince = standing?.enteredAt ?? null;
	const current = invitation && { state: stateOf(invitation, now), since: stateSince(invitation, now) };
	return {
		...{ person, name, children, insideSince, invitation: current },
		isPupil: role === 'pupil',
		hasMail: Boolean(email),
		signsInByMail: Boolean(standing?.hasMail),
		isOpen: Boolean(invitation && isOpen(invitation, now)),
		until: invitation?.expiresAt ?? null,
		mayBeInvited: mayBeInvited(standing)
	};
}
