import { redirect } from '@sveltejs/kit';
import type { Answered } from '#platform/form.server.ts';
import * as secondStep from '#platform/second-step.server.ts';
import { returnPath } from '#platform/session-return.ts';
import { mustConfirm } from '#platform/step-up.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who has no codes yet gets them here, and sees them once: after that only their hashes are left. */
export const load: PageServerLoad = async (event) => {
	mustConfirm(event);
	event.setHeaders({ 'cache-control': 'no-store' });
	const { account } = event.locals.session!;
	const codes = await secondStep.makeRecovery(account);
	return { codes, left: await secondStep.recoveryLeft(account), naar: returnPath(event.url.searchParams.get('naar')) };
};

export const actions: Actions<Answered> = {
	/** Those of before count no more. */
	dropRecovery: async (event) => {
		mustConfirm(event);
		await secondStep.dropRecovery(event.locals.session!.account);
		redirect(303, '/profiel/inloggen/herstelcodes?naar=/profiel/inloggen');
	}
};
