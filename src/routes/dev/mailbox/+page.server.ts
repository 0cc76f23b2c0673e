import { listMailbox } from '#platform/mailbox.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => {
	const recipient = url.searchParams.get('aan') || undefined;
	return { recipient: recipient ?? '', language: locals.language, mails: await listMailbox(recipient) };
};
