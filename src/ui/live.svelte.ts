import type { Attachment } from 'svelte/attachments';
import { Follower, type FollowState } from './follower.ts';

type News = { version: number };
type Options<Told extends News> = {
	/** Where it is listened to, asked, and told where somebody writes. */
	address: string;
	/** How far the page that stands here is. */
	version: () => number;
	/** Read the page anew. */
	refresh: () => Promise<void>;
	/** Where the form in which somebody types belongs. */
	field?: string;
	first: Told;
};

const writingEvery = 4_000;

/**
 * A page that keeps up with what others do to it. It hears that something changed and who is there, never words: those it
 * reads anew, with the access of the reader. Nothing that is being typed is touched.
 */
export class Live<Told extends News> {
	state: FollowState = $state('starting');
	told: Told;
	#options: Options<Told>;
	#follower: Follower<Told>;
	#isReading = false;
	#wanted = 0;

	constructor(options: Options<Told>) {
		this.#options = options;
		this.told = $state.raw(options.first);
		this.#follower = new Follower<Told>({
			listen: (heard) => listenAt<Told>(options.address, heard),
			ask: () => askAt<Told>(options.address),
			tell: (news) => this.#hear(news),
			gone: () => void options.refresh(),
			become: (state) => (this.state = state)
		});
	}

	/** On what holds the forms: while it is there and looked at, the page keeps up, and the others see who writes where. */
	attach: Attachment<HTMLElement> = (node) => {
		const follower = this.#follower;
		const looked = () => (document.visibilityState === 'visible' ? follower.start() : follower.rest());
		const [away, back] = [() => follower.cut(), () => follower.retry()];
		let wroteAt = 0;
		const wrote = (event: Event) => {
			const part = partOf(event, this.#options.field ?? 'section');
			if (!part || Date.now() - wroteAt < writingEvery) return;
			wroteAt = Date.now();
			void say(this.#options.address, part);
		};
		document.addEventListener('visibilitychange', looked);
		addEventListener('offline', away);
		addEventListener('online', back);
		node.addEventListener('input', wrote);
		looked();
		return () => {
			follower.rest();
			document.removeEventListener('visibilitychange', looked);
			removeEventListener('offline', away);
			removeEventListener('online', back);
			node.removeEventListener('input', wrote);
		};
	};

	#hear(news: Told) {
		this.told = news;
		this.#wanted = Math.max(this.#wanted, news.version);
		if (!this.#isReading) void this.#catchUp();
	}

	/** One reading at a time; what changed meanwhile is read by the next. */
	async #catchUp() {
		this.#isReading = true;
		try {
			for (let tries = 0; this.#wanted > this.#options.version() && tries < 3; tries++) await this.#options.refresh();
		} finally {
			this.#isReading = false;
		}
	}
}

function listenAt<Told>(
	address: string,
	heard: Parameters<ConstructorParameters<typeof Follower<Told>>[0]['listen']>[0]
) {
	if (typeof EventSource === 'undefined') {
		queueMicrotask(heard.broken);
		return () => {};
	}
	const source = new EventSource(address);
	source.addEventListener('news', ({ data }) => heard.news(JSON.parse(data) as Told));
	source.addEventListener('beat', () => heard.beat());
	source.addEventListener('gone', () => heard.gone());
	source.addEventListener('error', () => heard.broken());
	return () => source.close();
}

async function askAt<Told>(address: string): Promise<Told | 'gone' | 'unreachable'> {
	try {
		const answer = await fetch(address, {
			headers: { accept: 'application/json' },
			signal: AbortSignal.timeout(10_000)
		});
		if (answer.redirected || answer.status === 404) return 'gone';
		return answer.ok ? ((await answer.json()) as Told) : 'unreachable';
	} catch {
		return 'unreachable';
	}
}

async function say(address: string, section: string) {
	await fetch(address, { method: 'POST', body: new URLSearchParams({ section }) }).catch(() => {});
}

function partOf({ target }: Event, field: string): string | undefined {
	const form = target instanceof Element ? target.closest('form') : null;
	const part = form && new FormData(form).get(field);
	return typeof part === 'string' ? part : undefined;
}
