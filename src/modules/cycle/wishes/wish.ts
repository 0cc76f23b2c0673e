import type { HouseholdId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { addDays, dayOf, momentOf, wallClock, type Day, type Time } from '#platform/time.ts';
import { isInWindow, isOver, takesWishes, type Round } from '#modules/cycle/round.ts';

/** 0: can't; 1: could; 2: suits well. */
export const likings = [2, 1, 0] as const;
export type Liking = (typeof likings)[number];

export const timings = ['early', 'late'] as const;
export type Timing = (typeof timings)[number];

export const wishPlaces = ['school', 'phone', 'online', 'home'] as const;
export type WishPlace = (typeof wishPlaces)[number];

export type Span = { startsAt: Date; endsAt: Date };
export type WishTime = Span & { liking: Liking };

export type ChildWish = {
	pupil: PersonId;
	answer: 'talk' | 'none-needed';
	/** What the home would like school to know instead of a talk, or with it. */
	note: string | null;
	/** In a round per teacher: with whom. */
	teachers: PersonId[];
};

/** What a home wishes of a round: when, how, and for whom. */
export type Wish = {
	/** Part by part of the days on offer. What stands in none of them they could: they have not said otherwise. */
	times: WishTime[];
	/** On no day before this, or after that. */
	earliest: Time | null;
	latest: Time | null;
	timing: Timing | null;
	place: WishPlace;
	/** The language of the interpreter. */
	interpreter: string | null;
	/** On how many days they come at most. */
	visits: number;
	/** The children's talks in one visit. */
	together: boolean;
	children: ChildWish[];
};

/** The answer of one home, as it stands. */
export type FamilyWish = Wish & {
	household: HouseholdId;
	answeredBy: PersonId;
	answeredAt: Date;
	/** Typed in at school for a home that answers on paper or by phone. */
	bySchool: boolean;
	version: number;
};

export type WishRefusal =
	'wishes-closed' | 'changed' | 'outside-round' | 'talk-needed' | 'too-many-teachers' | 'not-a-teacher';

/** In a round per teacher a family talks with so many teachers of a child at most (handbook §3.3, issue 6). */
export const mostTeachers = 4;

/** What is known when somebody answers: what stands already, and who teaches each child. */
export type KnownOfHome = { version: number; teachers: ReadonlyMap<PersonId, readonly PersonId[]> };

/**
 * May a home say this now? Who answers late counts as much as who was early, until a plan stands; `seen` is the version
 * that was on the screen, so that nobody overwrites what somebody else at home just said.
 */
export function answer(
	round: Round,
	wish: Wish,
	seen: number,
	known: KnownOfHome,
	now: Date
): Outcome<Wish, WishRefusal> {
	if (!takesWishes(round) || isOver(round, now)) return no('wishes-closed');
	if (seen !== known.version) return no('changed');
	if (!wish.times.every(({ startsAt }) => isInWindow(round, startsAt))) return no('outside-round');
	for (const child of wish.children) {
		if (child.answer === 'none-needed' && !round.noneNeeded) return no('talk-needed');
		if (child.teachers.length > mostTeachers) return no('too-many-teachers');
		const teachers = known.teachers.get(child.pupil) ?? [];
		if (!child.teachers.every((teacher) => teachers.includes(teacher))) return no('not-a-teacher');
	}
	const children = wish.children.map((child) => ({ ...child, teachers: round.perTeacher ? child.teachers : [] }));
	return ok({ ...wish, children });
}

export const dayParts = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof dayParts)[number];
const bounds: Record<DayPart, [Time, Time]> = {
	morning: ['00:00', '12:00'] as [Time, Time],
	afternoon: ['12:00', '18:00'] as [Time, Time],
	evening: ['18:00', '00:00'] as [Time, Time]
};

/** A part of a day, whole: also for what school offers in it later. */
export function spanOf(day: Day, part: DayPart): Span {
	const [from, to] = bounds[part];
	return { startsAt: momentOf(day, from), endsAt: momentOf(part === 'evening' ? addDays(day, 1) : day, to) };
}

export type OfferedPart = Span & {
	day: Day;
	part: DayPart;
	/** When school really offers, within the part: from the first time to the last. */
	offered: Span;
};

/** The parts of days in which these blocks offer anything, soonest first. */
export function partsOf(blocks: readonly Span[]): OfferedPart[] {
	const days = [...new Set(blocks.map(({ startsAt }) => dayOf(startsAt)))].sort();
	return days.flatMap((day) =>
		dayParts.flatMap((part) => {
			const span = spanOf(day, part);
			const within = blocks.map((block) => meet(block, span)).filter((one) => one !== undefined);
			if (!within.length) return [];
			const startsAt = new Date(Math.min(...within.map((one) => one.startsAt.getTime())));
			const endsAt = new Date(Math.max(...within.map((one) => one.endsAt.getTime())));
			return [{ ...span, day, part, offered: { startsAt, endsAt } }];
		})
	);
}

/** The times of a wish with what is before its earliest and after its latest taken out: there they can't. */
export function cut({ times, earliest, latest }: Pick<Wish, 'times' | 'earliest' | 'latest'>): WishTime[] {
	return times.flatMap((time) => {
		if (time.liking === 0) return [time];
		const { day } = wallClock(time.startsAt);
		const from = earliest ? clamp(momentOf(day, earliest), time) : time.startsAt;
		const to = latest ? clamp(momentOf(day, latest), time) : time.endsAt;
		const pieces: WishTime[] = [
			{ startsAt: time.startsAt, endsAt: from < to ? from : time.endsAt, liking: 0 },
			{ startsAt: from, endsAt: to, liking: time.liking },
			{ startsAt: from < to ? to : time.endsAt, endsAt: time.endsAt, liking: 0 }
		];
		return pieces.filter(({ startsAt, endsAt }) => startsAt < endsAt);
	});
}

/** How well a slot suits: as well as the worst part of it. */
export function likingOf(times: readonly WishTime[], slot: Span): Liking {
	const touched = times.filter((time) => meet(time, slot)).map(({ liking }) => liking);
	return touched.length ? (Math.min(...touched) as Liking) : 1;
}

function meet(a: Span, b: Span): Span | undefined {
	const startsAt = a.startsAt > b.startsAt ? a.startsAt : b.startsAt;
	const endsAt = a.endsAt < b.endsAt ? a.endsAt : b.endsAt;
	return startsAt < endsAt ? { startsAt, endsAt } : undefined;
}

function clamp(moment: Date, { startsAt, endsAt }: Span) {
	return moment < startsAt ? startsAt : moment > endsAt ? endsAt : moment;
}
