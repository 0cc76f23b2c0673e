import { error, redirect } from '@sveltejs/kit';
import { readInvitees } from '#modules/people/invitation.input.ts';
import { invitationReasonWords } from '#modules/people/invitation.words.ts';
import * as invitations from '#modules/people/invitations.server.ts';
import { drawInvitations } from '#modules/people/letters.server.ts';
import { readConfig } from '#platform/config.server.ts';
import { statusOf } from '#platform/form.server.ts';
import type { RequestHandler } from './$types';

/** The letters, made and handed over at once: the codes are on this paper and nowhere else. */
export const POST: RequestHandler = async ({ request, locals: { ctx } }) => {
	const to = readInvitees(await request.formData()) ?? error(404);
	const printed = await invitations.print(ctx, to);
	if (!printed.ok) {
		if (printed.reason === 'missing') error(404);
		error(statusOf(printed.reason), invitationReasonWords[printed.reason]());
	}
	const { school, letters } = printed.value;
	return new Response(await drawInvitations(ctx, school, letters, readConfig().origin), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': 'attachment; filename="uitnodigingen.pdf"',
			'cache-control': 'no-store'
		}
	});
};

/** Who had to say once more who they are comes back here, and chooses again. */
export const GET: RequestHandler = () => redirect(303, '/school/uitnodigingen');
