import { afterEach, expect, test, vi } from 'vitest';
import { mostEach, mostOfSchool, openStream, type Stream } from './event-stream.server.ts';

const opened: Stream[] = [];
afterEach(() => {
	for (const stream of opened.splice(0)) stream.end();
});

function open(person: string, school = 'De Linde', ended = () => {}) {
	return openStream({ person, school }, async (stream) => {
		opened.push(stream);
		return ended;
	});
}

/** Guards `mine.size >= mostEach`. */
test('one person has as many streams as they use at once, and room again when one ends', () => {
	for (let at = 0; at < mostEach; at++) expect(open('Samira')).toBeInstanceOf(Response);
	expect(open('Samira')).toBeUndefined();
	expect(open('Anke')).toBeInstanceOf(Response);
	expect(open('Samira', 'De Eik')).toBeInstanceOf(Response);
	opened[0]!.end();
	expect(open('Samira')).toBeInstanceOf(Response);
	expect(open('Samira')).toBeUndefined();
});

/** Guards `ofSchool >= mostOfSchool` and `letGo`: one school never takes the room of another. */
test('a school has as many as its tables use; another school is not in its way', () => {
	for (let at = 0; at < mostOfSchool; at++) expect(open(`person ${at}`)).toBeInstanceOf(Response);
	expect(open('one more')).toBeUndefined();
	expect(open('Milan', 'De Eik')).toBeInstanceOf(Response);
	opened[0]!.end();
	opened[0]!.end();
	expect(open('one more')).toBeInstanceOf(Response);
	expect(open('and another')).toBeUndefined();
});

test('a device that closes its stream makes room, and whoever began it hears that it ended', async () => {
	const ended = vi.fn();
	const answer = open('Samira', 'De Linde', ended)!;
	await answer.body!.cancel();
	await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
	for (let at = 0; at < mostEach; at++) expect(open('Samira')).toBeInstanceOf(Response);
});

test('what cannot begin ends at once and keeps no room', async () => {
	for (let at = 0; at < mostEach + 2; at++) {
		const answer = openStream({ person: 'Samira', school: 'De Linde' }, () => Promise.reject(new Error('no table')));
		expect(await answer?.text()).toMatch(/^retry:/);
	}
});
