import { checkPlan, type Fault, type HardRule } from '#modules/planner/check.ts';
import type { Instance, Placed } from '#modules/planner/instance.ts';
import { indexOf, offeredStarts } from '#modules/planner/starts.ts';
import type { TalkKey } from './talk-key.ts';

/** Why a talk cannot be somewhere. */
export type Obstacle =
	| 'unknown'
	| 'not-offered'
	| 'family-cannot'
	| 'taken'
	| 'family-elsewhere'
	| 'no-break'
	| 'too-many-days'
	| 'full-day';

const obstacleOf: Record<HardRule, Obstacle> = {
	H0: 'unknown',
	H1: 'unknown',
	H2: 'not-offered',
	H3: 'not-offered',
	H4: 'family-cannot',
	H5: 'taken',
	H6: 'family-elsewhere',
	H7: 'no-break',
	H8: 'too-many-days',
	H9: 'taken',
	H10: 'full-day'
};

/** What keeps this talk from being there, by the checker's word; undefined: nothing. */
export function judge(instance: Instance, placed: readonly Placed[], at: Placed): Obstacle | undefined {
	return judgeIn(aroundTalk(instance, placed, at.request), at);
}

/** Every start that its teacher offers for a talk, with what keeps it from being there. */
export function spotsFor(instance: Instance, placed: readonly Placed[], talk: TalkKey) {
	const around = aroundTalk(instance, placed, talk);
	const request = instance.requests.find(({ id }) => id === talk);
	if (!request) return [];
	const { windows: _windows, ...anyTime } = request;
	return offeredStarts(indexOf(around.instance), anyTime).map(({ day, start }) => ({
		day,
		start,
		obstacle: judgeIn(around, { request: talk, day, start })
	}));
}

type Around = { instance: Instance; placed: Placed[] };

/** Only the people of this talk and what they have: all that can be in its way, and quick to look at. */
function aroundTalk(instance: Instance, placed: readonly Placed[], talk: string): Around {
	const asked = new Map(instance.requests.map((request) => [request.id, request]));
	const own = asked.get(talk);
	const meets = (a: string[], b: string[]) => a.some((one) => b.includes(one));
	const near = placed.filter(({ request }) => {
		const other = asked.get(request);
		return own && other && request !== talk && (meets(own.staff, other.staff) || meets(own.parties, other.parties));
	});
	const requests = [...new Set([talk, ...near.map(({ request }) => request)])].flatMap((id) => asked.get(id) ?? []);
	const staff = new Set(requests.flatMap((request) => request.staff));
	const parties = new Set(requests.flatMap((request) => request.parties));
	return {
		instance: {
			...instance,
			requests,
			staff: instance.staff.filter(({ id }) => staff.has(id)),
			parties: instance.parties.filter(({ id }) => parties.has(id)),
			locks: [],
			previous: null
		},
		placed: near
	};
}

function judgeIn({ instance, placed }: Around, at: Placed): Obstacle | undefined {
	const request = instance.requests.find(({ id }) => id === at.request);
	if (!request) return 'unknown';
	const { faults } = checkPlan(instance, { talks: [...placed, at] });
	const people = [...request.staff, ...request.parties];
	const mine = faults.find(({ rule, about, day }) => {
		if (about.includes(at.request)) return true;
		const isSum = rule === 'H7' || rule === 'H8' || rule === 'H10';
		return isSum && people.includes(about[0]!) && (day === undefined || day === at.day);
	});
	return mine && obstacleOf[mine.rule];
}

/** Talks that cannot stand where they are any more, each with why: somebody's time changed since they were put there. */
export function stuckIn(faults: readonly Fault[], placed: readonly Placed[], { requests }: Instance) {
	const stuck = new Map<string, Obstacle>();
	const asked = new Map(requests.map((request) => [request.id, request]));
	for (const { rule, about, day } of faults) {
		const named = about.filter((id) => asked.has(id));
		const theirs = named.length
			? named
			: placed
					.filter((talk) => day === undefined || talk.day === day)
					.filter(({ request }) => {
						const { staff = [], parties = [] } = asked.get(request) ?? {};
						return [...staff, ...parties].includes(about[0]!);
					})
					.map(({ request }) => request);
		for (const id of theirs) if (!stuck.has(id)) stuck.set(id, obstacleOf[rule]);
	}
	return stuck;
}
