import { planOf, type Instance, type Party, type Placed, type Request, type Staff } from '#modules/planner/instance.ts';
import { weightsWith } from '#modules/planner/objective.ts';
import type { Block } from '#modules/cycle/offer.ts';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import { addMinutes, dayOf, type Day } from '#platform/time.ts';
import { talksAsked, type Asked } from './asked.ts';
import { busyOf, offeredBy, windowsOf } from './availability.ts';
import { leadsOf } from './lead.ts';
import type { Pace, Situation, Standing, TalkKey } from './situation.ts';
import { merged, minuteOf, momentAt, spansOf, without, type Span } from './span.ts';

/** A talk to be planned, with the teacher who leads it. */
export type Talk = Asked & { lead: PersonId };

/** A round as the planner sees it, with the way back. */
export type Problem = {
	instance: Instance;
	talks: Map<TalkKey, Talk>;
	days: Day[];
	blocks: readonly Block[];
};

const walkMinutes = 5;
const travelMinutes = 15;
const leastGrid = 5;
const noPace: Pace = { maxRun: 0, breakMinutes: 0, maxPerDay: 0 };

/** Everything that is known of a round, as a problem for the planner. Pure: the same situation, the same problem. */
export function problemOf(situation: Situation): Problem {
	const { round, blocks, standing } = situation;
	const days = [...new Set([...blocks, ...standing].map(({ startsAt }) => dayOf(startsAt)))].sort();
	const busy = busyOf(situation, days);
	const offered = new Map<PersonId, Span[]>();
	const offeredOf = (teacher: PersonId) => {
		if (!offered.has(teacher)) offered.set(teacher, offeredBy(teacher, blocks, days, busy));
		return offered.get(teacher)!;
	};
	const all = [...new Set(blocks.map(({ teacher }) => teacher))].flatMap(offeredOf);
	const asked = talksAsked(situation);
	const parties = partiesOf(situation, asked, all, days, busy);
	const canCome = ({ homes }: Asked) => parties.get(homes[0]!)!.windows;
	const leads = leadsOf(asked, standing, offeredOf, canCome);
	const talks = new Map(
		asked.flatMap((talk): [TalkKey, Talk][] => {
			const lead = leads.get(talk.key);
			return lead ? [[talk.key, { ...talk, lead }]] : [];
		})
	);
	const staff = staffOf(situation, [...talks.values()], days, busy);
	const instance: Instance = {
		format: 'talkplan/1',
		id: round.id,
		days: days.map((date, i) => ({ id: `d${i}`, date })),
		zones: { names: ['school'], walk: [[round.perTeacher ? walkMinutes : 0]] },
		staff,
		parties: [...parties.values()],
		requests: [...talks.values()].map((talk) => requestOf(situation, talk, days, busy)),
		weights: weightsWith(situation.sliders),
		locks: [],
		previous: null
	};
	const problem = { instance: conceded(situation, talks, days, instance), talks, days, blocks };
	const locks = placedIn(
		problem,
		standing.filter(({ locked }) => locked)
	);
	return { ...problem, instance: { ...problem.instance, locks } };
}

function partiesOf(
	situation: Situation,
	asked: readonly Asked[],
	offered: readonly Span[],
	days: readonly Day[],
	busy: (who: string) => Span[]
): Map<HouseholdId, Party> {
	const said = new Map(situation.homes.map((home) => [home.household, home]));
	const adults = new Map<HouseholdId, Set<PersonId>>();
	const homes = new Set(asked.flatMap((talk) => talk.homes));
	for (const { guardians } of situation.pupils)
		for (const { id, household } of guardians)
			if (homes.has(household)) adults.set(household, (adults.get(household) ?? new Set()).add(id));
	return new Map(
		[...adults].map(([household, people]) => {
			const home = said.get(household);
			const windows = windowsOf(home, offered, [...people].flatMap(busy), days);
			return [household, { id: household, household, maxDays: home?.visits ?? Math.max(1, days.length), windows }];
		})
	);
}

/** Teachers who lead, and who of school joins them: at the times they offer, or else whenever somebody does. */
function staffOf(
	{ blocks, paces, round }: Situation,
	talks: readonly Talk[],
	days: Day[],
	busy: (who: string) => Span[]
) {
	const thirds = new Set(talks.flatMap(({ third }) => third ?? []));
	const people = new Set([...talks.map(({ lead }) => lead), ...thirds]);
	return [...people].map((id): Staff => {
		const led = talks.filter(({ lead }) => lead === id).map(({ minutes }) => minutes);
		const slot = led.reduce(divisor, led[0] ?? round.minutes);
		const own = offeredBy(id, blocks, days, busy, slot);
		const anywhere = days.flatMap((_, day) => without({ day, from: 0, to: 24 * 60 }, busy(id)));
		const { maxRun, breakMinutes, maxPerDay } = paces.get(id) ?? noPace;
		return {
			id,
			role: led.length ? 'teacher' : 'ib',
			room: own[0]?.block.location?.id ?? id,
			zone: 0,
			windows: (led.length || own.length ? own : anywhere).map(({ day, from, to }) => ({ day, from, to })),
			slot,
			changeover: 0,
			maxRun,
			breakMin: breakMinutes,
			maxPerDay: maxPerDay ? Math.max(1, Math.floor(maxPerDay / (led[0] ?? round.minutes))) : 0
		};
	});
}

function requestOf({ blocks }: Situation, talk: Talk, days: readonly Day[], busy: (who: string) => Span[]): Request {
	const own = blocks.filter(({ teacher }) => teacher === talk.lead);
	const fitting = own.filter((block) => suits(block, talk));
	const taken = busy(talk.pupil);
	const narrow = taken.length > 0 || fitting.length < own.length;
	const windows = merged(fitting.flatMap((block) => spansOf(block, days))).flatMap((span) => without(span, taken));
	return {
		id: talk.key,
		pupil: talk.pupil,
		staff: [talk.lead, ...(talk.third && talk.third !== talk.lead ? [talk.third] : [])],
		parties: talk.homes,
		minutes: talk.minutes,
		place: talk.place === 'school' ? 'room' : talk.place === 'home' ? 'home' : 'online',
		travel: talk.place === 'home' ? travelMinutes : 0,
		priority: talk.priority,
		...(narrow ? { windows } : {})
	};
}

/** Who talks by phone or screen offers that; a visit at home is made in any time that is offered. */
function suits({ places }: Block, { place }: Asked) {
	return place === 'home' || places.includes(place);
}

function conceded(
	{ conceded }: Situation,
	talks: Map<TalkKey, Talk>,
	days: readonly Day[],
	instance: Instance
): Instance {
	const parties = new Map(instance.parties.map((party) => [party.id, { ...party }]));
	const requests = new Map(instance.requests.map((request) => [request.id, request]));
	for (const { talk: key, kind, staff, startsAt } of conceded) {
		const talk = talks.get(key);
		const request = requests.get(key);
		if (!talk || !request) continue;
		if (kind === 'by-phone') requests.set(key, { ...request, staff: request.staff.filter((id) => id !== staff) });
		const extra = spansOf({ startsAt, endsAt: addMinutes(startsAt, talk.minutes) }, days);
		for (const home of kind === 'by-phone' ? [] : talk.homes) {
			const party = parties.get(home)!;
			if (kind === 'second-visit') party.maxDays += 1;
			else party.windows = [...party.windows, ...extra.map((span) => ({ ...span, cost: 2 as const }))];
		}
	}
	return { ...instance, parties: [...parties.values()], requests: [...requests.values()] };
}

/** What stands, as the planner says it; what is no talk of this round any more is left out. */
export function placedIn({ talks, days }: Pick<Problem, 'talks' | 'days'>, standing: readonly Standing[]): Placed[] {
	return standing.flatMap(({ talk, startsAt, teacher }) => {
		const day = days.indexOf(dayOf(startsAt));
		if (day < 0 || talks.get(talk)?.lead !== teacher) return [];
		return [{ request: talk, day, start: minuteOf(startsAt) }];
	});
}

/** And back: who talks when, from the planner's answer. */
export function standingOf(
	{ talks, days }: Problem,
	placed: readonly Placed[],
	locked: ReadonlySet<string>
): Standing[] {
	return placed.flatMap(({ request, day, start }) => {
		const talk = talks.get(request as TalkKey);
		if (!talk) return [];
		return [
			{
				talk: talk.key,
				teacher: talk.lead,
				startsAt: momentAt(days[day]!, start),
				locked: locked.has(request)
			}
		];
	});
}

/** The block in which a talk stands, if its teacher still offers that. */
export function blockOf(
	{ blocks }: Pick<Problem, 'blocks'>,
	talk: Talk,
	{ startsAt, teacher }: Standing
): Block | undefined {
	const endsAt = addMinutes(startsAt, talk.minutes);
	return blocks.find(
		(block) => block.teacher === teacher && block.startsAt <= startsAt && endsAt <= block.endsAt && suits(block, talk)
	);
}

export function planIn(problem: Problem, standing: readonly Standing[]) {
	return planOf(problem.instance, placedIn(problem, standing));
}

function divisor(a: number, b: number): number {
	while (b) [a, b] = [b, a % b];
	return Math.max(leastGrid, a);
}
