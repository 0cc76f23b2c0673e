import type { Caller } from '#modules/people/callers.server.ts';
import type { Ctx, Language } from '#platform/ctx.ts';
import type { Session } from '#platform/sessions.server.ts';

declare global {
	namespace App {
		interface Locals {
			/** Only behind (app): the porch turns everybody else to the sign-in. */
			ctx: Ctx;
			/** How the person of `ctx` and the school are called. */
			caller: Caller;
			session: Session | undefined;
			/** Who holds this session now: for an answer that stays open. */
			again: () => Promise<Ctx | undefined>;
			/** Of the person, or before sign-in of the browser. */
			language: Language;
			requestId: string;
		}
		interface Error {
			message: string;
			/** To quote when asking for help; the log has it too. */
			code?: string;
		}
	}
}

export {};
