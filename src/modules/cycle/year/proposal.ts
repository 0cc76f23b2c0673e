import type { GroupId, RoundId } from '#platform/ids.ts';
import { plain, type Round } from '#modules/cycle/round.ts';
import type { Day } from '#platform/time.ts';
import type { DaysOff } from './holiday.ts';
import type { YearMoment } from './moment.ts';
import { dayAt, placeOf, weeksLater, type SchoolWeek } from './school-week.ts';

/** A group with what it can be found by in another year. */
export type YearGroup = { id: GroupId; name: string; key: string; yearGroup: string | null };
/** A school year with all that days are reckoned by. */
export type Reckoned = { weeks: readonly SchoolWeek[]; off: readonly DaysOff[] };

/** Why a proposal cannot become a round as it is. */
export type ProposalHitch = 'no-week' | 'no-report' | 'no-groups' | 'already-there';

export type ProposalDraft = Omit<Round, 'id' | 'state' | 'firstDay' | 'lastDay' | 'firstUntil'>;
/** A round as it could be in a year, not yet made. */
export type Proposal = {
	/** The round it was copied from, or the piece of the pattern. */
	key: RoundId | 'start' | 'after-report';
	round: ProposalDraft;
	firstDay: Day | null;
	lastDay: Day | null;
	/** The week of school in which it begins. */
	week: number | null;
	was: (DaysOff & { week: number | null }) | null;
	/** Groups of last year without one this year. */
	unmapped: string[];
	hitch: ProposalHitch | null;
};

/** The groups of a round, in another year: by name, else by the administration's key, else all of the same year group. */
export function mapGroups(was: readonly YearGroup[], next: readonly YearGroup[]) {
	const found = was.map((group) => {
		const same = (one: YearGroup) => one.name.toLowerCase() === group.name.toLowerCase();
		const byName = next.filter(same);
		const byKey = byName.length ? byName : next.filter(({ key }) => key === group.key);
		const byYear = byKey.length ? byKey : next.filter((one) => one.yearGroup && one.yearGroup === group.yearGroup);
		return { group, to: byYear.map(({ id }) => id) };
	});
	return {
		to: new Map(found.flatMap(({ group, to }) => (to.length ? [[group.id, to] as const] : []))),
		unmapped: found.filter(({ to }) => !to.length).map(({ group }) => group.name)
	};
}

/** Last year's round in the same weeks of this one; its days move past holidays and days off, its groups to those of this year. */
export function copyOf(
	round: Round,
	from: Reckoned & { groups: readonly YearGroup[] },
	to: Reckoned & { groups: readonly YearGroup[]; rounds: readonly Round[] }
): Proposal {
	const [begins, ends] = [placeOf(round.firstDay, from.weeks, 'from'), placeOf(round.lastDay, from.weeks, 'to')];
	const first = begins && dayAt(begins, to.weeks, to.off, 'from');
	const last = ends && dayAt(ends, to.weeks, to.off, 'to');
	const fits = first && last && first <= last;
	const mapped = mapGroups(
		from.groups.filter(({ id }) => round.groups.includes(id)),
		to.groups
	);
	const groups = [...new Set([...mapped.to.values()].flat())];
	const groupMinutes = Object.fromEntries(
		[...mapped.to].flatMap(([was, now]) => {
			const minutes = round.groupMinutes[was];
			return minutes ? now.map((group) => [group, minutes]) : [];
		})
	);
	const { id, state: _state, firstDay, lastDay, firstUntil: _until, ...same } = round;
	const draft = { ...same, groups, groupMinutes };
	const isThere = to.rounds.some(
		(other) =>
			other.kind === round.kind &&
			other.groups.some((group) => groups.includes(group)) &&
			fits &&
			other.firstDay <= last &&
			first <= other.lastDay
	);
	return {
		key: id,
		round: draft,
		firstDay: fits ? first : null,
		lastDay: fits ? last : null,
		week: begins?.week ?? null,
		was: { firstDay, lastDay, week: begins?.week ?? null },
		unmapped: mapped.unmapped,
		hitch: isThere ? 'already-there' : !groups.length ? 'no-groups' : fits ? null : 'no-week'
	};
}

const startWeeks = [3, 4] as const;
const weeksAfterReport = 2;

/**
 * The described pattern (handbook §3.1): start talks of a quarter in weeks 3 and 4 for every child, and two
 * conversation weeks from two weeks after the first report card on, for whom arrangements and questions ask it.
 */
export function patternOf(
	{ weeks, off }: Reckoned,
	groups: readonly YearGroup[],
	moments: readonly Pick<YearMoment, 'kind' | 'day'>[],
	invitation: string
): Proposal[] {
	const report = moments.find(({ kind }) => kind === 'report-1')?.day;
	const after = report && weeksLater(report, weeks, weeksAfterReport);
	const starts = (week: number) => dayAt({ week, day: 1 }, weeks, off, 'from');
	const ends = (week: number) => dayAt({ week, day: 5 }, weeks, off, 'to');
	const place = after && placeOf(after, weeks, 'from');
	const all = { ...plain, noticeHours: 24, groups: groups.map(({ id }) => id) };
	const spans = [
		{
			...{ key: 'start' as const, round: { ...all, kind: 'start' as const, minutes: 15, invitation } },
			...{ firstDay: starts(startWeeks[0]), lastDay: ends(startWeeks[1]), week: startWeeks[0] as number | null }
		},
		{
			key: 'after-report' as const,
			round: { ...all, kind: 'report-card' as const, minutes: 15, invitation: '', noneNeeded: true },
			firstDay: place && starts(place.week),
			lastDay: place && ends(place.week + 1),
			week: place?.week ?? null
		}
	];
	return spans.map(({ firstDay, lastDay, ...proposal }) => ({
		...proposal,
		firstDay: firstDay ?? null,
		lastDay: lastDay ?? null,
		...{ was: null, unmapped: [] },
		hitch: !groups.length
			? 'no-groups'
			: proposal.key === 'after-report' && !report
				? 'no-report'
				: firstDay && lastDay
					? null
					: 'no-week'
	}));
}

/** Can be made into a round, with days of one's own where it has none. */
export function canTake({ hitch }: Pick<Proposal, 'hitch'>) {
	return hitch === null || hitch === 'no-week';
}
