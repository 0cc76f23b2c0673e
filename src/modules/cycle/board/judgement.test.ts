import { expect, test } from 'vitest';
import { checkPlan } from '#modules/planner/check.ts';
import { planInSteps } from '#modules/planner/plan.ts';
import { sampleRound } from '#modules/planner/sample.ts';
import { judge, spotsFor, stuckIn } from './judgement.ts';
import type { TalkKey } from './talk-key.ts';

const instance = sampleRound({ teachers: 4, families: 30, days: 2, seed: 7 });
const { talks } = planInSteps(instance, { steps: 3000, seed: 1 });

// Red when `aroundTalk` leaves out the talks of a party, or of a third person.
test('what is said of one talk and its people is what the whole plan says', () => {
	for (const talk of talks.slice(0, 25)) {
		const others = talks.filter((each) => each !== talk);
		const spots = spotsFor(instance, others, talk.request as TalkKey);
		expect(spots.length).toBeGreaterThan(0);
		for (const { day, start, obstacle } of spots) {
			const { faults } = checkPlan(
				{ ...instance, locks: [] },
				{ talks: [...others, { request: talk.request, day, start }] }
			);
			expect(obstacle !== undefined, `${talk.request} ${day} ${start} ${obstacle} ${JSON.stringify(faults)}`).toBe(
				faults.length > 0
			);
		}
	}
});

test('where a talk stands, nothing is in its way', () => {
	for (const talk of talks.slice(0, 25)) {
		const others = talks.filter((each) => each !== talk);
		expect(judge(instance, others, talk)).toBeUndefined();
	}
});

test('what nobody asked for is unknown, also to the judge', () => {
	expect(judge(instance, talks, { request: 'nobody', day: 0, start: 900 })).toBe('unknown');
});

test('a teacher who takes a day back leaves the talks of that day stuck, and no others', () => {
	const [teacher] = instance.requests.find(({ id }) => id === talks[0]!.request)!.staff;
	const staff = instance.staff.map((one) => (one.id === teacher ? { ...one, windows: [] } : one));
	const changed = { ...instance, staff };
	const stuck = stuckIn(checkPlan(changed, { talks }).faults, talks, changed);
	const hers = talks.filter(({ request }) =>
		instance.requests.find(({ id }) => id === request)!.staff.includes(teacher!)
	);
	expect([...stuck.keys()].sort()).toEqual(hers.map(({ request }) => request).sort());
	expect(new Set(stuck.values())).toEqual(new Set(['not-offered']));
});
