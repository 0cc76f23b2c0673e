/** `offline`: nothing can be reached now. `polling`: it is asked for now and then, since listening does not work here. */
export type FollowState = 'starting' | 'live' | 'polling' | 'offline' | 'over';

export type Heard<News> = { news: (news: News) => void; beat: () => void; gone: () => void; broken: () => void };
type Deeds<News> = {
	/** Listen until the answer is called. `broken`: it will not come back by itself. */
	listen: (heard: Heard<News>) => () => void;
	/** Ask once. `gone`: it is not there any more for this reader; `unreachable`: nobody answers. */
	ask: () => Promise<News | 'gone' | 'unreachable'>;
	/** Tell the page what is new. */
	tell: (news: News) => void;
	/** It is over for this reader. */
	gone: () => void;
	become: (state: FollowState) => void;
};

const askPauses = [4_000, 8_000, 15_000, 30_000];
const listenPauses = [3_000, 10_000, 30_000, 60_000];
const patienceForFirst = 4_000;
/** The server beats every 15 seconds. */
const patienceForBeat = 40_000;

/**
 * Follows what changes somewhere else: by listening, and as long as that does not work by asking, ever less often while
 * nobody answers. A stream that says nothing (a proxy that keeps it back, a connection that died) counts as broken.
 */
export class Follower<News> {
	#do: Deeds<News>;
	#state: FollowState = 'starting';
	#stop: (() => void) | undefined;
	#silence: Timer;
	#asking: Timer;
	#listening: Timer;
	#missed = 0;
	#broken = 0;
	#isOn = false;

	constructor(deeds: Deeds<News>) {
		this.#do = deeds;
	}

	start(): void {
		if (this.#isOn || this.#state === 'over') return;
		this.#isOn = true;
		this.#listen();
	}

	/** Nobody looks now: leave the network alone. */
	rest(): void {
		this.#isOn = false;
		this.#become('starting');
		this.#hush();
		clearTimeout(this.#asking);
		this.#asking = undefined;
	}

	/** The device itself says that it is out of reach. */
	cut(): void {
		if (this.#isOn) this.#break();
	}

	/** Perhaps it works again: try at once. */
	retry(): void {
		if (!this.#isOn || this.#state === 'live') return;
		[this.#missed, this.#broken] = [0, 0];
		clearTimeout(this.#asking);
		this.#asking = undefined;
		this.#listen();
		void this.#ask();
	}

	#listen() {
		this.#hush();
		const heard: Heard<News> = {
			news: (news) => {
				if (stop !== this.#stop) return;
				this.#alive();
				this.#do.tell(news);
			},
			beat: () => stop === this.#stop && this.#alive(),
			gone: () => stop === this.#stop && this.#over(),
			broken: () => stop === this.#stop && this.#break()
		};
		const stop = (this.#stop = this.#do.listen(heard));
		this.#silence = setTimeout(() => this.#quiet(), patienceForFirst);
	}

	#alive() {
		[this.#broken, this.#missed] = [0, 0];
		clearTimeout(this.#asking);
		this.#asking = undefined;
		clearTimeout(this.#silence);
		this.#silence = setTimeout(() => this.#quiet(), patienceForBeat);
		this.#become('live');
	}

	/** It may still begin to speak; until then we ask. */
	#quiet() {
		if (this.#state === 'live') return this.#break();
		if (!this.#asking) void this.#ask();
		this.#silence = setTimeout(() => this.#break(), patienceForBeat);
	}

	#break() {
		this.#hush();
		if (this.#state === 'live') this.#become('starting');
		const pause = pauseOf(listenPauses, this.#broken++);
		this.#listening = setTimeout(() => this.#listen(), pause);
		if (!this.#asking) void this.#ask();
	}

	async #ask() {
		// Taken, so that nobody asks beside it.
		this.#asking = setTimeout(() => {}, 0);
		const answer = await this.#do.ask();
		if (!this.#isOn || this.#state === 'live') return;
		if (answer === 'gone') return this.#over();
		if (answer === 'unreachable') {
			this.#missed++;
			this.#become('offline');
		} else {
			this.#missed = 0;
			this.#become('polling');
			this.#do.tell(answer);
		}
		this.#asking = setTimeout(() => void this.#ask(), pauseOf(askPauses, this.#missed));
	}

	#over() {
		this.rest();
		this.#become('over');
		this.#do.gone();
	}

	#hush() {
		clearTimeout(this.#silence);
		clearTimeout(this.#listening);
		const stop = this.#stop;
		this.#stop = undefined;
		stop?.();
	}

	#become(state: FollowState) {
		if (this.#state === state) return;
		this.#state = state;
		this.#do.become(state);
	}
}

type Timer = ReturnType<typeof setTimeout> | undefined;

const pauseOf = (pauses: readonly number[], times: number) => pauses[Math.min(times, pauses.length - 1)]!;
