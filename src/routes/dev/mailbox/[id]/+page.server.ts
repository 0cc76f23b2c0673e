import { error } from '@sveltejs/kit';
import { asId } from '#platform/ids.ts';
import { findInMailbox } from '#platform/mailbox.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const id = asId<string>(params.id);
	const mail = id && (await findInMailbox(id));
	if (!mail) error(404);
	return { mail, language: locals.language };
};
