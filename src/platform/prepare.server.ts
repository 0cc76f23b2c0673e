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

const opens = /^(begin|start transaction|select platform\.enter_school)\b/;

/**
 * A connection that lets the server parse and plan each statement once instead of each time: a booking is a dozen
 * statements, and planning costs more than doing. Statements without values (begin, commit) go as they are. Nobody
 * waits for the answer to a begin, nor to entering a school: when one of them fails, so does each statement behind it.
 */
export class PreparingClient extends pg.Client {
	constructor(config?: pg.ClientConfig) {
		super({ ...config, pipeline: true });
		// Cut while in use, it fails the query that waits and the pool drops it; unheard, the error would end the process.
		this.on('error', (error) => log.warn({ error }, 'database connection lost'));
		const ask = this.query.bind(this) as Query;
		const query: Query = (text, values, done) => {
			if (typeof text !== 'string' || done) return ask(text, values, done);
			const name = Array.isArray(values) && values.length ? nameOf(text) : undefined;
			const answer = name ? ask({ name, text, values }) : ask(text, values);
			return opens.test(text) ? unawaited(answer) : answer;
		};
		this.query = query as typeof this.query;
	}
}

function unawaited(answer: unknown) {
	(answer as Promise<unknown>).catch((error) => log.warn({ error }, 'a transaction did not open'));
	return Promise.resolve({ command: 'BEGIN', rowCount: null, rows: [] });
}
