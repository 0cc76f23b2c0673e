import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Saver, type SaveAnswer, type SaveState } from './saver.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that gives these answers one by one, then keeps saying yes. */
function server(...answers: SaveAnswer[]) {
	const told: SaveState[] = [];
	const send = vi.fn(async () => answers.shift() ?? ('saved' as const));
	return { saver: new Saver(send, (state) => told.push(state), 900), send, told };
}

describe('saving while typing', () => {
	it('waits for a pause in the typing and then saves once', async () => {
		const { saver, send, told } = server();
		saver.touch();
		await vi.advanceTimersByTimeAsync(500);
		saver.touch();
		await vi.advanceTimersByTimeAsync(899);
		expect(send).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(1);
		expect(send).toHaveBeenCalledTimes(1);
		expect(told.at(-1)).toBe('saved');
		expect(saver.unsaved).toBe(false);
	});

	it('keeps trying while the server cannot be reached, and loses nothing', async () => {
		const { saver, send, told } = server('unreachable', 'unreachable');
		saver.touch();
		await vi.advanceTimersByTimeAsync(900);
		expect(told.at(-1)).toBe('offline');
		expect(saver.unsaved).toBe(true);
		await vi.advanceTimersByTimeAsync(2_000 + 5_000);
		expect(send).toHaveBeenCalledTimes(3);
		expect(told.at(-1)).toBe('saved');
	});

	it('tries at once when asked to', async () => {
		const { saver, send } = server('unreachable');
		saver.touch();
		await saver.flush();
		await saver.flush();
		expect(send).toHaveBeenCalledTimes(2);
		expect(saver.unsaved).toBe(false);
	});

	it('saves again what was typed during a save, never two at once', async () => {
		let answer: (said: SaveAnswer) => void = () => undefined;
		const send = vi.fn(() => new Promise<SaveAnswer>((resolve) => (answer = resolve)));
		const saver = new Saver(send, () => undefined, 900);
		saver.touch();
		await vi.advanceTimersByTimeAsync(900);
		saver.touch();
		await vi.advanceTimersByTimeAsync(5_000);
		expect(send).toHaveBeenCalledTimes(1);
		answer('saved');
		await vi.advanceTimersByTimeAsync(900);
		expect(send).toHaveBeenCalledTimes(2);
	});

	it('does not repeat what the server refused until something else is typed', async () => {
		const { saver, send, told } = server('conflict');
		saver.touch();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(send).toHaveBeenCalledTimes(1);
		expect(told.at(-1)).toBe('conflict');
		saver.touch();
		await vi.advanceTimersByTimeAsync(900);
		expect(told.at(-1)).toBe('saved');
	});

	it('stands aside for a press on the button', async () => {
		const { saver, send } = server();
		saver.touch();
		await saver.standAside();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(send).not.toHaveBeenCalled();
		saver.acknowledge(saver.here);
		expect(saver.unsaved).toBe(false);
	});

	it('holds on to what was typed while the button was at it', async () => {
		const { saver, send } = server();
		saver.touch();
		await saver.standAside();
		const { here } = saver;
		saver.touch();
		saver.acknowledge(here);
		expect(saver.unsaved).toBe(true);
		await saver.flush();
		expect(send).toHaveBeenCalledTimes(1);
		expect(saver.unsaved).toBe(false);
	});

	it('saves once when two ask for it during a save', async () => {
		let answer: (said: SaveAnswer) => void = () => undefined;
		const send = vi.fn(() => new Promise<SaveAnswer>((resolve) => (answer = resolve)));
		const saver = new Saver(send, () => undefined, 900);
		saver.touch();
		const first = saver.flush();
		saver.touch();
		const both = [saver.flush(), saver.flush()];
		answer('saved');
		await first;
		await vi.advanceTimersByTimeAsync(1);
		answer('saved');
		await Promise.all(both);
		expect(send).toHaveBeenCalledTimes(2);
	});

	it('takes over again when the button could not reach the server', async () => {
		const { saver, send, told } = server();
		await saver.standAside();
		saver.missed();
		expect(told).toEqual(['offline']);
		await vi.advanceTimersByTimeAsync(2_000);
		expect(send).toHaveBeenCalledTimes(1);
		expect(told.at(-1)).toBe('saved');
	});
});
