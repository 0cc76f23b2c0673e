import pg from 'pg';

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

/**
 * A connection that lets the server parse and plan each statement once instead of each time: a booking is a dozen
 * statements, and planning costs more than doing. Statements without values (begin, commit) go as they are.
 */
export class PreparingClient extends pg.Client {
	constructor(config?: pg.ClientConfig) {
		super(config);
		const ask = this.query.bind(this) as Query;
		const query: Query = (text, values, done) => {
			const name = typeof text === 'string' && Array.isArray(values) && values.length ? nameOf(text) : undefined;
			return name ? ask({ name, text, values }, done) : ask(text, values, done);
		};
		this.query = query as typeof this.query;
	}
}
