import { expect, test } from 'vitest';
import { answerInTurn, calm, places } from './rush.server.ts';

/** An answer that is made until it is told to be ready. */
function slow() {
	const { promise, resolve } = Promise.withResolvers<void>();
	return { make: () => promise, ready: resolve };
}
const soon = () => new Promise((wake) => setTimeout(wake, 0));

test('of one page a few are made at once, the others in order of coming; another page and a form do not wait', async () => {
	const [first, second] = [slow(), slow()];
	const busy = [first, second, ...Array.from({ length: places.page - 2 }, slow)];
	const made = busy.map(({ make }) => answerInTurn('page', '/afspreken', make));
	const done: string[] = [];
	const noted = (name: string) => async () => void done.push(name);
	const later = ['third', 'fourth'].map((name) => answerInTurn('page', '/afspreken', noted(name)));
	await answerInTurn('page', '/vandaag', noted('another page'));
	await answerInTurn('form', '/afspreken form', noted('a form'));
	await soon();
	expect(done).toEqual(['another page', 'a form']);
	first.ready();
	await Promise.all(later);
	expect(done.slice(2)).toEqual(['third', 'fourth']);
	for (const { ready } of busy) ready();
	await Promise.all(made);
});

test('a page that fails gives its place on', async () => {
	const failing = Array.from({ length: places.page }, () =>
		answerInTurn('page', '/fails', () => Promise.reject(new Error('x')))
	);
	const next = answerInTurn('page', '/fails', async () => 'made');
	await Promise.allSettled(failing);
	expect(await next).toBe('made');
});

test('what can wait does so while many wait for an answer, and never for ever', async () => {
	await calm();
	const many = Array.from({ length: 5 }, slow);
	const made = many.map(({ make }) => answerInTurn('page', undefined, make));
	let isCalm = false;
	const waited = calm().then(() => (isCalm = true));
	await soon();
	expect(isCalm).toBe(false);
	many[0]!.ready();
	await waited;
	const again = answerInTurn('page', undefined, slow().make);
	void again;
	const began = performance.now();
	await calm();
	expect(performance.now() - began).toBeGreaterThan(2_900);
	for (const { ready } of many) ready();
	await Promise.all(made);
});
