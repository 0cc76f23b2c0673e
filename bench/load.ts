import { Agent, request } from 'node:http';

export type Latencies = { p50: number; p99: number; failed: number };

const get = (url: string, cookie: string, agent: Agent) =>
	new Promise<number>((done, fail) => {
		const asked = request(url, { agent, headers: { cookie, 'accept-encoding': 'br' } }, (answer) => {
			answer.resume();
			answer.on('end', () => done(answer.statusCode ?? 0));
		});
		asked.on('error', fail);
		asked.end();
	});

/**
 * Ask for `url` at a fixed `rate` a second for `seconds`, whether or not earlier answers are in, so that a slow server
 * is not spared. Times in milliseconds, from the moment a request was due.
 */
export async function atFixedRate(url: string, cookies: string[], rate: number, seconds: number): Promise<Latencies> {
	const agent = new Agent({ keepAlive: true, maxSockets: 50 });
	const times: number[] = [];
	let failed = 0;
	const start = performance.now();
	const running: Promise<void>[] = [];
	for (let sent = 0; sent < rate * seconds; sent++) {
		const due = start + (sent * 1000) / rate;
		const wait = due - performance.now();
		if (wait > 0) await new Promise((wake) => setTimeout(wake, wait));
		running.push(
			get(url, cookies[sent % cookies.length]!, agent)
				.then((status) => void (status === 200 ? times.push(performance.now() - due) : failed++))
				.catch(() => void failed++)
		);
	}
	await Promise.all(running);
	agent.destroy();
	times.sort((a, b) => a - b);
	return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), failed };
}

/** The most requests a second that `connections` get, each asking again as soon as it is answered. */
export async function atFullSpeed(url: string, cookies: string[], connections: number, seconds: number) {
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	const end = performance.now() + seconds * 1000;
	let answered = 0;
	await Promise.all(
		Array.from({ length: connections }, async (_, at) => {
			while (performance.now() < end) {
				if ((await get(url, cookies[at % cookies.length]!, agent)) === 200) answered++;
			}
		})
	);
	agent.destroy();
	return answered / seconds;
}

/** The value below which a share `at` of the sorted `values` lies; 0 without values. */
export function quantile(values: number[], at: number) {
	return values[Math.min(values.length - 1, Math.floor(values.length * at))] ?? 0;
}
