import type { Duplex } from 'node:stream';
import pg from 'pg';
import { log } from './log.server.ts';

const mostNames = 500;
const names = new Map<string, string>();

/** The name of a statement with values, the same in each connection; none once there are too many different ones. */
export function nameOf(text: string): string | undefined {
	const known = names.get(text);
	if (known || names.size >= mostNames) return known;
	const name = `q${names.size}`;
	names.set(text, name);
	return name;
}

type Query = (text: unknown, values?: unknown, done?: unknown) => unknown;

const opens = /^(begin|start transaction)\b/;
const enters = 'select platform.enter_school($1::uuid)';
const isId = /^[0-9a-f-]{36}$/;

/**
 * A connection that lets the server parse and plan each statement once instead of each time: a booking is a dozen
 * statements, and planning costs more than doing. Statements without values (commit) go as they are. A transaction opens
 * and enters its school in one message, in one write with the first question after it. Nobody waits for the answer to
 * that: when it fails, so does each statement behind it.
 */
export class PreparingClient extends pg.Client {
	constructor(config?: pg.ClientConfig) {
		super({ ...config, pipeline: true });
		// Cut while in use, it fails the query that waits and the pool drops it; unheard, the error would end the process.
		this.on('error', (error) => log.warn({ error }, 'database connection lost'));
		const ask = this.query.bind(this) as Query;
		let opening = '';
		const query: Query = (text, values, done) => {
			if (typeof text !== 'string' || done) return ask(text, values, done);
			if (opens.test(text)) {
				opening = text;
				return nothing('BEGIN');
			}
			const begin = opening;
			opening = '';
			if (begin) this.#gather();
			const [school] = Array.isArray(values) ? values : [];
			if (begin && text === enters && isId.test(String(school))) {
				return unawaited(ask(`${begin}; select platform.enter_school('${school}')`));
			}
			if (begin) void unawaited(ask(begin));
			const name = Array.isArray(values) && values.length ? nameOf(text) : undefined;
			return name ? ask({ name, text, values }) : ask(text, values);
		};
		this.query = query as typeof this.query;
	}

	/** What is asked in this same moment goes out in one write. */
	#gather() {
		const { stream } = (this as unknown as { connection: { stream: Duplex } }).connection;
		stream.cork();
		process.nextTick(() => stream.uncork());
	}
}

function unawaited(answer: unknown) {
	(answer as Promise<unknown>).catch((error) => log.warn({ error }, 'a transaction did not open'));
	return nothing('SELECT');
}

function nothing(command: string) {
	return Promise.resolve({ command, rowCount: null, rows: [] });
}
