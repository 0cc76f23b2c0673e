import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Follower, type FollowState, type Heard } from './follower.ts';

type News = { version: number };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The other side: what it hears, and how it answers who asks. */
function setUp(answer: News | 'gone' | 'unreachable' = { version: 1 }) {
	const [states, told]: [FollowState[], number[]] = [[], []];
	const lines: Heard<News>[] = [];
	const world = { answer, asked: 0, open: 0 };
	const follower = new Follower<News>({
		listen: (heard) => {
			lines.push(heard);
			world.open++;
			return () => void world.open--;
		},
		ask: async () => {
			world.asked++;
			return world.answer;
		},
		tell: ({ version }) => void told.push(version),
		gone: () => void told.push(-1),
		become: (state) => void states.push(state)
	});
	follower.start();
	const line = () => lines.at(-1)!;
	return { follower, states, told, lines, line, world };
}

test('it listens, tells what it hears, and asks nothing as long as it hears', async () => {
	const { line, told, states, world } = setUp();
	line().news({ version: 3 });
	await vi.advanceTimersByTimeAsync(30_000);
	line().beat();
	await vi.advanceTimersByTimeAsync(30_000);
	expect([told, states, world.asked, world.open]).toEqual([[3], ['live'], 0, 1]);
});

test('a stream that breaks: it asks at once, and goes on listening a little later', async () => {
	const { line, lines, told, states, world } = setUp();
	line().news({ version: 3 });
	world.answer = { version: 4 };
	line().broken();
	await vi.advanceTimersByTimeAsync(0);
	expect(told).toEqual([3, 4]);
	await vi.advanceTimersByTimeAsync(3_000);
	expect(lines).toHaveLength(2);
	line().news({ version: 5 });
	const before = world.asked;
	await vi.advanceTimersByTimeAsync(30_000);
	expect([told, states.at(-1), world.asked]).toEqual([[3, 4, 5], 'live', before]);
});

test('a proxy that keeps the stream back: after four seconds it asks, and the first word of the stream ends that', async () => {
	const { line, states, world } = setUp();
	await vi.advanceTimersByTimeAsync(4_000);
	expect([world.asked, states.at(-1)]).toEqual([1, 'polling']);
	line().news({ version: 1 });
	await vi.advanceTimersByTimeAsync(20_000);
	expect([world.asked, states.at(-1)]).toEqual([1, 'live']);
});

test('a stream that fell silent is taken for broken', async () => {
	const { line, lines, world } = setUp();
	line().news({ version: 1 });
	await vi.advanceTimersByTimeAsync(40_000);
	expect(world.asked).toBe(1);
	await vi.advanceTimersByTimeAsync(3_000);
	expect([lines.length, world.open]).toEqual([2, 1]);
});

test('nobody answers: it says so, and asks ever less often', async () => {
	const { line, states, world } = setUp('unreachable');
	line().broken();
	await vi.advanceTimersByTimeAsync(0);
	expect(states.at(-1)).toBe('offline');
	await vi.advanceTimersByTimeAsync(120_000);
	expect(world.asked).toBeLessThan(8);
	world.answer = { version: 9 };
	await vi.advanceTimersByTimeAsync(30_000);
	expect(states.at(-1)).toBe('polling');
});

test('nobody looks: it leaves the network alone, and goes on where it was', async () => {
	const { follower, line, lines, world } = setUp();
	line().news({ version: 1 });
	follower.rest();
	await vi.advanceTimersByTimeAsync(300_000);
	expect([world.open, world.asked]).toEqual([0, 0]);
	follower.start();
	expect([world.open, lines.length]).toEqual([1, 2]);
});

test('what is not there any more for this reader is over, once', async () => {
	const { follower, line, told, states, world } = setUp();
	line().gone();
	follower.start();
	follower.retry();
	await vi.advanceTimersByTimeAsync(300_000);
	expect([told, states.at(-1), world.open, world.asked]).toEqual([[-1], 'over', 0, 0]);
});

test('what an old stream still says is not heard', () => {
	const { line, lines, told } = setUp();
	const old = line();
	old.broken();
	old.news({ version: 7 });
	expect([told, lines.length]).toEqual([[], 1]);
});
