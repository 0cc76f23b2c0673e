/** A field that is not what it should be. Thrown inside the reader, and caught by it. */
export class Unreadable extends Error {
	readonly field: string;
	readonly expected: string;

	constructor(field: string, expected: string) {
		super(`${field}: expected ${expected}`);
		this.field = field;
		this.expected = expected;
	}
}

export function fieldsOf(data: unknown, path: string): Fields {
	if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new Unreadable(path, 'an object');
	return new Fields(data as Record<string, unknown>, path === 'instance' || path === 'plan' ? '' : path);
}

/** The fields of one object in a file. Each question answers trusted data or says where the file is wrong. */
export class Fields {
	readonly #data: Record<string, unknown>;
	readonly #path: string;

	constructor(data: Record<string, unknown>, path: string) {
		this.#data = data;
		this.#path = path;
	}

	refuse(name: string, expected: string): never {
		throw new Unreadable(this.#path ? `${this.#path}.${name}` : name, expected);
	}

	has(name: string) {
		return this.#data[name] !== undefined && this.#data[name] !== null;
	}

	text(name: string): string {
		const value = this.#data[name];
		return typeof value === 'string' && value !== '' ? value : this.refuse(name, 'a text that is not empty');
	}

	flag(name: string): boolean {
		const value = this.#data[name];
		return typeof value === 'boolean' ? value : this.refuse(name, 'true or false');
	}

	whole(name: string, least: number, most: number, usual?: number): number {
		const value = this.has(name) ? this.#data[name] : usual;
		const fits = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
		return fits ? value : this.refuse(name, `a whole number from ${least} to ${most}`);
	}

	weight(name: string, usual?: number): number {
		const value = this.has(name) ? this.#data[name] : usual;
		return typeof value === 'number' && value >= 0 && value <= 1e6
			? value
			: this.refuse(name, 'a number from 0 to 1000000');
	}

	oneOf<T extends string>(name: string, words: readonly T[], usual?: T): T {
		const value = this.has(name) ? this.#data[name] : usual;
		return words.find((word) => word === value) ?? this.refuse(name, words.map((word) => `"${word}"`).join(' or '));
	}

	fields(name: string): Fields {
		return fieldsOf(this.#data[name], this.#path ? `${this.#path}.${name}` : name);
	}

	list(name: string, usual?: []): Fields[] {
		return this.#array(name, usual).map((one, i) =>
			fieldsOf(one, `${this.#path ? `${this.#path}.` : ''}${name}[${i}]`)
		);
	}

	texts(name: string): string[] {
		const list = this.#array(name);
		return list.every((one) => typeof one === 'string') ? list : this.refuse(name, 'a list of texts');
	}

	numbers(name: string, count: number): number[] {
		const list = this.#array(name);
		const good = list.length === count && list.every((one) => typeof one === 'number' && one >= 0);
		return good ? (list as number[]) : this.refuse(name, `${count} numbers that are not negative`);
	}

	/** `count` rows of `count` whole minutes. */
	matrix(name: string, count: number): number[][] {
		const rows = this.#array(name);
		const minutes = (one: unknown) => Number.isInteger(one) && (one as number) >= 0 && (one as number) <= 1440;
		const good = rows.every((row) => Array.isArray(row) && row.length === count && row.every(minutes));
		return good && rows.length === count
			? (rows as number[][])
			: this.refuse(name, `${count} rows of ${count} minutes`);
	}

	/** One id or a list of ids, at least one, each known and none twice. */
	known(name: string, ids: Set<string>, expected: string): string[] {
		const value = this.#data[name];
		const list: unknown[] = Array.isArray(value) ? value : [value];
		if (!list.length) this.refuse(name, `a list with ${expected}`);
		list.forEach((id, i) => {
			if (typeof id !== 'string' || !ids.has(id)) this.refuse(Array.isArray(value) ? `${name}[${i}]` : name, expected);
			if (list.indexOf(id) !== i) this.refuse(`${name}[${i}]`, 'nobody twice');
		});
		return list as string[];
	}

	#array(name: string, usual?: []): unknown[] {
		const value = this.has(name) ? this.#data[name] : usual;
		return Array.isArray(value) ? value : this.refuse(name, 'a list');
	}
}
