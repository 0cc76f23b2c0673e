import { Agent, request, type ClientRequest } from 'node:http';
import type { ConversationId } from '#platform/ids.ts';

/** A browser with the table before it: it listens, reads the page anew when that changed, and says things. */
export type Device = {
	say: (words: string) => Promise<boolean>;
	/** The moment at which these words stood on this device; undefined when they did not come in time. */
	has: (words: string, patienceMs: number) => Promise<number | undefined>;
	close: () => void;
};

type Waiting = { words: string; found: (at: number) => void };

/** Opens the page and its stream; resolves when the stream has spoken. */
export async function openDevice(origin: string, talk: ConversationId, cookie: string): Promise<Device> {
	const page = `/gesprekken/${talk}/tafel`;
	// Let go of a quiet connection before the server does, so that nothing is sent into one that is closing.
	const agent = new Agent({ keepAlive: true, maxSockets: 6, timeout: 3_000 });
	const waiting = new Set<Waiting>();
	let [known, wanted, isReading] = [0, 0, false];

	const ask = (path: string, headers: Record<string, string>, body?: string) =>
		new Promise<{ status: number; text: string }>((done, fail) => {
			const method = body === undefined ? 'GET' : 'POST';
			const asked = request(origin + path, { method, agent, headers: { cookie, ...headers } }, (answer) => {
				let text = '';
				answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
				answer.on('end', () => done({ status: answer.statusCode ?? 0, text }));
			});
			asked.on('error', fail);
			asked.end(body);
		});

	/** What `invalidate` of the page asks for: the page's own part, and nothing of what stands around it. */
	async function read() {
		const { text } = await ask(`${page}/__data.json?stap=overzicht&x-sveltekit-invalidated=001`, {});
		const at = performance.now();
		for (const one of waiting) if (text.includes(one.words)) one.found(at);
	}

	async function catchUp() {
		if (isReading) return;
		isReading = true;
		while (wanted > known) {
			const until = wanted;
			// A reading that failed is done again, as a browser does.
			if (
				await read().then(
					() => true,
					() => false
				)
			)
				known = until;
		}
		isReading = false;
	}

	const stream = await listen(`${origin}${page}/live`, cookie, (version) => {
		wanted = Math.max(wanted, version);
		void catchUp();
	});
	return {
		async say(words) {
			const form = new URLSearchParams({ section: 'hard', voice: 'me', audience: 'adults', text: words });
			const { status, text } = await ask(
				`${page}?/say&stap=overzicht`,
				{
					...{ origin, accept: 'application/json', 'x-sveltekit-action': 'true' },
					'content-type': 'application/x-www-form-urlencoded'
				},
				form.toString()
			);
			// As a browser does after its own words.
			await read().catch(() => {});
			return status === 200 && text.includes('"redirect"');
		},
		has: (words, patienceMs) =>
			new Promise((done) => {
				const one: Waiting = { words, found: (at) => end(at) };
				const timer = setTimeout(() => end(undefined), patienceMs);
				const end = (at: number | undefined) => {
					clearTimeout(timer);
					waiting.delete(one);
					done(at);
				};
				waiting.add(one);
			}),
		close: () => {
			stream.destroy();
			agent.destroy();
		}
	};
}

function listen(address: string, cookie: string, hear: (version: number) => void) {
	return new Promise<ClientRequest>((opened, fail) => {
		const headers = { cookie, accept: 'text/event-stream' };
		const asked = request(address, { headers }, (answer) => {
			if (answer.statusCode !== 200) return fail(new Error(`The stream was answered with ${answer.statusCode}.`));
			let rest = '';
			answer.setEncoding('utf8').on('data', (piece: string) => {
				const events = (rest + piece).split('\n\n');
				rest = events.pop()!;
				for (const event of events) {
					const version = /^event: news\ndata: {"version":(\d+)/m.exec(event)?.[1];
					if (!version) continue;
					hear(Number(version));
					opened(asked);
				}
			});
		});
		asked.on('error', fail);
		asked.end();
	});
}
