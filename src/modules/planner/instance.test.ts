import { describe, expect, it } from 'vitest';
import { readInstance, readPlan } from './instance.input.ts';
import { planInSteps } from './plan.ts';
import { sampleRound } from './sample.ts';

const good = () => JSON.parse(JSON.stringify(sampleRound({ teachers: 3, families: 6, days: 2, seed: 2 })));

/** The sample with one thing changed. */
function withChange(change: (file: ReturnType<typeof good>) => void) {
	const file = good();
	change(file);
	return readInstance(file);
}

describe('the reader', () => {
	it('reads what is sound', () => {
		expect(readInstance(good())).toEqual({
			ok: true,
			value: sampleRound({ teachers: 3, families: 6, days: 2, seed: 2 })
		});
	});

	it.each<[string, Parameters<typeof withChange>[0], string, RegExp]>([
		['another format', (file) => (file.format = 'talkplan/9'), 'format', /"talkplan\/1"/],
		['unknown staff', (file) => (file.requests[1].staff = ['T99']), 'requests[1].staff[0]', /`staff`/],
		['an unknown party', (file) => (file.requests[0].parties = ['H0']), 'requests[0].parties[0]', /`parties`/],
		['a window that ends early', (file) => (file.staff[0].windows[0].to = 800), 'staff[0].windows[0].to', /from 901/],
		['negative minutes', (file) => (file.requests[2].minutes = -15), 'requests[2].minutes', /from 1/],
		['half minutes', (file) => (file.requests[2].minutes = 7.5), 'requests[2].minutes', /whole/],
		['an id twice', (file) => (file.parties[1].id = file.parties[0].id), 'parties[1].id', /once/],
		['a day that is not there', (file) => (file.parties[0].windows[0].day = 7), 'parties[0].windows[0].day', /0 to 1/],
		['nobody at the table', (file) => (file.requests[0].staff = []), 'requests[0].staff', /list/],
		['no list', (file) => (file.requests = {}), 'requests', /list/],
		[
			'an unknown lock',
			(file) => (file.locks = [{ request: 'Q0', day: 0, start: 900 }]),
			'locks[0].request',
			/request/
		],
		['a crooked walk', (file) => (file.zones.walk = [[5]]), 'zones.walk', /2 rows/]
	])('names the field: %s', (_, change, field, expected) => {
		const reading = withChange(change);
		expect(reading).toMatchObject({ ok: false, field });
		expect(!reading.ok && reading.expected).toMatch(expected);
	});

	it('says what it expects of something else altogether', () => {
		for (const file of [null, 7, 'plan', []])
			expect(readInstance(file)).toMatchObject({ ok: false, expected: 'an object' });
	});

	it('reads a plan, and names what is wrong with it', () => {
		const plan = planInSteps(sampleRound({ teachers: 2, families: 3, days: 2, seed: 1 }), { steps: 1, seed: 1 });
		expect(readPlan(JSON.parse(JSON.stringify(plan)))).toEqual({ ok: true, value: plan });
		const crooked = { ...plan, talks: [{ request: 'Q1', day: 0, start: 'nine' }] };
		expect(readPlan(crooked)).toMatchObject({ ok: false, field: 'talks[0].start' });
	});

	it('plans ten thousand requests', () => {
		const instance = sampleRound({ teachers: 60, families: 100, days: 3, seed: 5 });
		const requests = Array.from({ length: 10_000 }, (_, i) => ({
			...instance.requests[i % instance.requests.length]!,
			id: `Q${i}`
		}));
		const plan = planInSteps({ ...instance, requests }, { steps: 1, seed: 1 });
		expect(plan.talks.length).toBeGreaterThan(100);
	}, 60_000);
});
