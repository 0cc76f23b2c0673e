import { Agent, request } from 'node:http';
import { writeTime } from '#modules/cycle/booking.input.ts';
import { cookiesOf } from './sign-in.ts';
import type { Town } from './town.ts';

const atOnce = 10;
const warmUp = 200;
const most = 2500;

/** Confirmed bookings a second through a form post with its own session. @throws when one of them is refused */
export async function measureHttpBookings(origin: string, owner: string, { free }: Town): Promise<number> {
	const asked = free.slice(0, most);
	const persons = asked.map(({ family }) => ({ school: family.school, person: family.guardian }));
	const cookies = await cookiesOf(owner, persons);
	const posts = asked.map(({ family, round, time }, at) => ({
		path: `/afspreken/${round}?/book`,
		body: new URLSearchParams({ pupil: family.pupil, time: writeTime(time) }).toString(),
		cookie: cookies[at]!
	}));
	const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
	await postAll(origin, agent, posts.splice(0, warmUp));
	const started = performance.now();
	await postAll(origin, agent, posts);
	const taken = performance.now() - started;
	agent.destroy();
	return (posts.length / taken) * 1000;
}

type Post = { path: string; body: string; cookie: string };

async function postAll(origin: string, agent: Agent, posts: Post[]) {
	const waiting = [...posts].reverse();
	const worker = async () => {
		for (let one = waiting.pop(); one; one = waiting.pop()) {
			const status = await post(origin, agent, one);
			if (status !== 303) throw new Error(`A booking over HTTP was answered with ${status}.`);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}

function post(origin: string, agent: Agent, { path, body, cookie }: Post) {
	return new Promise<number>((done, fail) => {
		const headers = { cookie, origin, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
		const asked = request(origin + path, { method: 'POST', agent, headers }, (answer) => {
			answer.resume();
			answer.on('end', () => done(answer.statusCode ?? 0));
		});
		asked.on('error', fail);
		asked.end(body);
	});
}
