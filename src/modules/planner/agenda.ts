import type { Talk } from './check.ts';
import { longestRun } from './check-days.ts';
import type { Instance, Placed, Request } from './instance.ts';
import { indexOf, likingOf, offeredStarts, startsOf, travelOf, type Index, type Start } from './starts.ts';
import { minutesBetween, pauseNeeded, whereabouts } from './whereabouts.ts';

/** A plan as the agendas of the people in it, to ask "could this talk be there, as things are?". */
export type Agenda = {
	instance: Instance;
	index: Index;
	talkOf: Map<string, Talk>;
	starts(request: Request): Start[];
	/** Talks of the staff of a request that leave it no room at that time; undefined when leaving would not help. */
	inTheWay(request: Request, at: Moment): Talk[] | undefined;
	/** Whether the parties have time for it beside their other talks, and may come that day. */
	familyCan(request: Request, at: Moment, moreDays?: number): boolean;
	add(talk: Placed): void;
	remove(request: string): void;
};

export type Moment = { day: number; start: number };

export function agendaOf(instance: Instance, talks: Placed[]): Agenda {
	const index = indexOf(instance);
	const talkOf = new Map<string, Talk>();
	const staffDays = new Map<string, Talk[]>();
	const partyTalks = new Map<string, Talk[]>();
	const known = new Map<string, Start[]>();
	const where = (request: Request) => whereabouts(request, index.staff.get(request.staff[0]!)!);
	const begin = (talk: Talk) => talk.start - travelOf(talk.asked);
	const end = (talk: Talk) => talk.end + travelOf(talk.asked);

	function add(placed: Placed) {
		const asked = index.request.get(placed.request)!;
		const talk = { ...placed, asked, end: placed.start + asked.minutes };
		talkOf.set(asked.id, talk);
		for (const id of asked.staff) {
			const key = `${id}:${talk.day}`;
			staffDays.set(
				key,
				[...(staffDays.get(key) ?? []), talk].sort((a, b) => begin(a) - begin(b))
			);
		}
		for (const id of asked.parties) partyTalks.set(id, [...(partyTalks.get(id) ?? []), talk]);
	}

	function remove(id: string) {
		const talk = talkOf.get(id)!;
		talkOf.delete(id);
		for (const staff of talk.asked.staff) {
			const key = `${staff}:${talk.day}`;
			staffDays.set(
				key,
				staffDays.get(key)!.filter((one) => one !== talk)
			);
		}
		for (const party of talk.asked.parties)
			partyTalks.set(
				party,
				partyTalks.get(party)!.filter((one) => one !== talk)
			);
	}

	function inTheWay(request: Request, { day, start }: Moment) {
		const mine = { request: request.id, day, start, asked: request, end: start + request.minutes };
		const blocking = new Set<Talk>();
		for (const id of request.staff) {
			const person = index.staff.get(id)!;
			const list = staffDays.get(`${id}:${day}`) ?? [];
			const rest = list.filter((talk) => {
				const first = begin(talk) < begin(mine) ? talk : mine;
				const next = first === talk ? mine : talk;
				const gap = begin(next) - end(first);
				if (gap >= 60) return true;
				const role = (one: Talk) => ({
					at: where(one.asked),
					leads: one.asked.staff[0] === id,
					home: one.asked.place === 'home'
				});
				if (gap >= pauseNeeded(instance.zones.walk, person, role(first), role(next))) return true;
				blocking.add(talk);
				return false;
			});
			if (person.maxPerDay && rest.length >= person.maxPerDay) return undefined;
			const whole = [...rest, mine].sort((a, b) => begin(a) - begin(b));
			if (person.maxRun && longestRun(person, whole) > person.maxRun) return undefined;
		}
		return [...blocking];
	}

	function familyCan(request: Request, { day, start }: Moment, moreDays = 0) {
		const until = start + request.minutes;
		return request.parties.every((id) => {
			const others = (partyTalks.get(id) ?? []).filter((talk) => talk.request !== request.id);
			const days = new Set([...others.map((talk) => talk.day), day]);
			if (days.size > index.party.get(id)!.maxDays + moreDays) return false;
			return others.every((talk) => {
				if (talk.day !== day) return true;
				const walk = minutesBetween(instance.zones.walk, where(talk.asked), where(request));
				return talk.end + walk <= start || until + walk <= talk.start;
			});
		});
	}

	for (const talk of talks) add(talk);
	return {
		instance,
		index,
		talkOf,
		starts(request) {
			if (!known.has(request.id)) known.set(request.id, startsOf(index, request));
			return known.get(request.id)!;
		},
		inTheWay,
		familyCan,
		add,
		remove
	};
}

/** Starts that staff offer at times the family did not give, nearest to a time it did give first. */
export function timesBeside(agenda: Agenda, request: Request): Moment[] {
	const parties = request.parties.map((id) => agenda.index.party.get(id)!);
	const distance = ({ day, start }: Moment) =>
		Math.max(
			...parties.map((party) =>
				party.windows.reduce((least, window) => {
					const late = Math.max(window.from - start, start + request.minutes - window.to, 0);
					return Math.min(least, window.day === day ? late : 1440);
				}, 2880)
			)
		);
	return offeredStarts(agenda.index, request)
		.filter(({ day, start }) => parties.some((one) => likingOf(one, day, start, start + request.minutes) === undefined))
		.map((moment) => ({ moment, far: distance(moment) }))
		.sort((a, b) => a.far - b.far)
		.map(({ moment }) => moment);
}
