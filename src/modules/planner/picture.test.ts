import { expect, it } from 'vitest';
import { planInSteps } from './plan.ts';
import { drawPlan } from './picture.ts';
import { sampleRound } from './sample.ts';

const words = {
	title: (honoured: number, asked: number) => `${honoured} of ${asked}`,
	liking: ['preferred', 'fine', 'only if needed'] as [string, string, string],
	offered: 'offered',
	unmet: (count: number) => `${count} unmet`,
	none: 'none'
};

it('draws each talk once for each member of staff, and lists what is unmet', () => {
	const instance = sampleRound({ teachers: 2, families: 30, days: 2, seed: 3 });
	const plan = planInSteps(instance, { steps: 64, seed: 1 });
	const svg = drawPlan(instance, plan, words);
	const people = plan.talks.map((talk) => instance.requests.find(({ id }) => id === talk.request)!.staff.length);
	expect(svg.match(/<title>/g)).toHaveLength(people.reduce((a, b) => a + b, 0));
	const unmet = instance.requests.length - plan.talks.length;
	expect(svg).toContain(`${unmet} unmet`);
});

it('lets no name break the drawing', () => {
	const instance = { ...sampleRound({ teachers: 1, families: 1, days: 1, seed: 1 }), requests: [] };
	const staff = instance.staff.map((one) => ({ ...one, id: `<b>"${one.id}"&` }));
	expect(drawPlan({ ...instance, staff }, { talks: [] }, words)).toContain('&lt;b&gt;&quot;T1&quot;&amp;');
});
