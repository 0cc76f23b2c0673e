import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { all } from './asking.ts';
import { attemptsOn, type Attempt } from './fuzz.ts';
import { prepareGround, type Ground } from './furnished-school.ts';
import { children } from './personas.ts';

const [seed, numRuns] = [20261122, 10_000];

let ground: Ground;
beforeAll(async () => {
	ground = await prepareGround(inject('template'));
});
afterAll(() => ground?.leave());

/**
 * Guards `memberOf` (circle.ts), which everything that tells of a child looks at: with everybody in the circle it leaks. And the
 * first redirect in `handle` of hooks.server.ts, without which pages fall over for who is not signed in.
 */
test(
	'ten thousand guessed ids and tampered forms find nothing of another, and nothing falls over',
	{ timeout: 300_000 },
	async () => {
		const attempts = fc.sample(attemptsOn(ground), { seed, numRuns });
		const wrong: string[] = [];
		const statuses = new Map<string, number>();
		await all(8, attempts, async (attempt) => {
			const { status, page } = await send(attempt);
			statuses.set(`${status}`, (statuses.get(`${status}`) ?? 0) + 1);
			if (status >= 500) wrong.push(`${status} ${told(attempt)}`);
			if (tellsOfAnother(attempt, page)) wrong.push(`a leak: ${told(attempt)}`);
		});
		expect(wrong).toEqual([]);
		expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(numRuns);
		// Who tries is still signed in: else this would have knocked at the front door only.
		expect(statuses.get('200')).toBeGreaterThan(numRuns / 10);
	}
);

async function send({ who, path, action, form }: Attempt) {
	const caller = ground.callerOf(who);
	const script = !action || !/^[A-Z]+$/.test(action);
	const response = await (action ? caller.send(path, action, form, { script }) : caller.look(path));
	const page = await response.text();
	// To a script the answer comes as data, with the status inside.
	const inside = action && script && response.ok ? (JSON.parse(page) as { status?: number }).status : undefined;
	return { status: inside ?? response.status, page };
}

/** An id of a child of whose circle this person is not, which was not in what was sent. */
function tellsOfAnother({ who, path, form }: Attempt, page: string) {
	const sent = path + JSON.stringify(form);
	const leads = who.who?.tasks.some((task) => task === 'office' || task === 'leadership');
	return children.some((child) => {
		const { family, marks } = ground.objects[child];
		if (who.ties[child] || (leads && family.school === who.school)) return false;
		return marks.some((mark) => mark && leadsTo(mark).test(page) && !sent.includes(mark));
	});
}

/** Ids are sent as words too, and come back as words; what is told of a child has its address. */
const leadsTo = (id: string) => new RegExp(`/(leerlingen|gesprekken|afspraken|afspreken/tijd)/${id}`);

const told = ({ who, path, action, form }: Attempt) =>
	`${who.name}: ${path.slice(0, 200)} ${action ?? ''} ${JSON.stringify(form).slice(0, 300)}`;
