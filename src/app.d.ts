import type { Ctx } from '#platform/ctx.ts';

declare global {
	namespace App {
		interface Locals {
			/** Only behind (app): the porch turns everybody else to the sign-in. */
			ctx: Ctx;
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
