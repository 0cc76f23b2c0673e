import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { owesSecondStep } from '#platform/ctx.ts';
import type { Answered } from '#platform/form.server.ts';
import * as secondStep from '#platform/second-step.server.ts';
import { returnPath } from '#platform/session-return.ts';
import { mustConfirm } from '#platform/step-up.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who has no codes yet gets them here, and sees them once: after that only their hashes are left. */
export const load: PageServerLoad = async (event) => {
	const account = here(event);
	event.setHeaders({ 'cache-control': 'no-store' });
	const codes = await secondStep.makeRecovery(account);
	return { codes, left: await secondStep.recoveryLeft(account), naar: returnPath(event.url.searchParams.get('naar')) };
};

export const actions: Actions<Answered> = {
	/** Those of before count no more. */
	dropRecovery: async (event) => {
		await secondStep.dropRecovery(here(event));
		redirect(303, '/profiel/inloggen/herstelcodes?naar=/profiel/inloggen');
	}
};

/** Codes stand in for a second step, which is for staff: to others they would be one more way in that nobody sees. */
function here(event: RequestEvent) {
	if (!owesSecondStep(event.locals.ctx.person)) error(404);
	mustConfirm(event);
	return event.locals.session!.account;
}
