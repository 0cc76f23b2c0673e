/**
 * `refused`: the server understood and said no; `conflict`: somebody else wrote meanwhile; `unsent`: it could not be reached,
 * and nothing tries again by itself. All three wait for the reader.
 */
export type SaveState = 'idle' | 'typing' | 'saving' | 'saved' | 'offline' | 'refused' | 'conflict' | 'unsent';

export type SaveAnswer = 'saved' | 'refused' | 'conflict' | 'unreachable';

type Send = () => Promise<SaveAnswer>;

const patience = [2_000, 5_000, 15_000, 60_000];

/**
 * Saves what is being typed, one request at a time, a moment after the last key. Unreachable: tries again, ever less often,
 * and at once when asked to (the connection is back). Knows no form and no page; `send` must read the newest text itself.
 */
export class Saver {
	#send: Send;
	#tell: (state: SaveState) => void;
	#pause: number;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#flight: Promise<void> | undefined;
	#failures = 0;
	#typed = 0;
	#kept = 0;

	/** `pause`: milliseconds without a key before saving. */
	constructor(send: Send, tell: (state: SaveState) => void, pause = 900) {
		this.#send = send;
		this.#tell = tell;
		this.#pause = pause;
	}

	/** Something was typed that the server has not acknowledged. */
	get unsaved(): boolean {
		return this.#typed > this.#kept;
	}

	/** A key was pressed. */
	touch(): void {
		this.#typed += 1;
		this.#tell('typing');
		this.#plan(this.#pause);
	}

	/** Save now what is unsaved; resolves when the server answered or could not be reached. */
	async flush(): Promise<void> {
		this.rest();
		while (this.#flight) await this.#flight;
		if (!this.unsaved) return;
		this.#flight = this.#save().finally(() => (this.#flight = undefined));
		await this.#flight;
	}

	/** Another way of saving takes over: stop planning, and wait for what is under way. */
	async standAside(): Promise<void> {
		this.rest();
		while (this.#flight) await this.#flight;
		this.rest();
	}

	/** How far the reader has come, for who saves another way: what is typed after this it does not have. */
	get here(): number {
		return this.#typed;
	}

	/** The other way succeeded, with all that was typed until `here`. */
	acknowledge(here: number): void {
		this.rest();
		this.#kept = Math.max(this.#kept, here);
		this.#failures = 0;
		this.#tell(this.unsaved ? 'typing' : 'saved');
	}

	/** The other way could not reach the server either. */
	missed(): void {
		this.#typed = Math.max(this.#typed, this.#kept + 1);
		this.#retry();
	}

	/** Forget what was planned. */
	rest(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}

	#plan(delay: number): void {
		this.rest();
		this.#timer = setTimeout(() => void this.flush(), delay);
	}

	#retry(): void {
		this.#tell('offline');
		this.#plan(patience[Math.min(this.#failures, patience.length - 1)] ?? this.#pause);
		this.#failures += 1;
	}

	async #save(): Promise<void> {
		const sending = this.#typed;
		this.#tell('saving');
		const answer = await this.#send();
		if (answer === 'unreachable') return this.#retry();
		this.#failures = 0;
		if (answer === 'saved') this.#kept = sending;
		const typedMeanwhile = this.#typed > sending;
		if (answer === 'saved' && typedMeanwhile) return this.#plan(this.#pause);
		this.#tell(answer);
	}
}
