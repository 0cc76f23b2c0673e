import { pino } from 'pino';

/** One line of JSON an event. No names, addresses or texts of people: ids, codes and numbers only. */
export const log = pino({
	level: process.env.LOG_LEVEL || (process.env.VITEST ? 'silent' : 'info'),
	base: undefined,
	timestamp: pino.stdTimeFunctions.isoTime,
	serializers: { error: withoutData }
});

/** Where a surprise came from. The message of a database error can quote a row, so of those only the code is kept. */
function withoutData(error: unknown) {
	if (!(error instanceof Error)) return { kind: typeof error };
	const { name, stack, code } = error as Error & { code?: string };
	const fromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
	return {
		kind: name,
		code,
		message: fromDatabase ? undefined : error.message,
		at: stack
			?.split('\n')
			.filter((line) => line.trimStart().startsWith('at '))
			.slice(0, 8)
	};
}
