import { checkPlan } from '#modules/planner/check.ts';
import { explainPlan, type Explanation } from '#modules/planner/explain.ts';
import type { Figures } from '#modules/planner/figures.ts';
import * as rounds from '#modules/cycle/round.store.server.ts';
import { mayPlan } from '#modules/cycle/round.access.ts';
import { can } from '#modules/cycle/round.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read, type Db } from '#platform/db.server.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { addMinutes, dayOf, type Day } from '#platform/time.ts';
import { difference } from './board.ts';
import * as store from './board.store.server.ts';
import { spotsFor, stuckIn, type Obstacle } from './judgement.ts';
import { placedIn, planIn, problemOf } from './problem.ts';
import { stateNow } from './run.ts';
import * as runs from './run.store.server.ts';
import type { TalkKey, TalkPlace } from './situation.ts';
import { laidOutIn, type Laid } from './situations.server.ts';
import { minuteOf, momentAt } from './span.ts';
import * as steps from './step.store.server.ts';

/** A talk on one day of the board, as little of it as a page needs: there may be hundreds. */
export type BoardTalk = {
	id: TalkKey;
	name: string;
	/** Minutes after midnight. */
	at: number;
	minutes: number;
	locked: boolean;
	place: TalkPlace;
	stuck?: Obstacle;
};
export type Row = {
	teacher: PersonId;
	name: string;
	windows: { from: number; to: number; room: string | null }[];
	talks: BoardTalk[];
};
export type Unmet = { id: TalkKey; name: string; teacher: string; explained?: Explanation };

/** So many talks without a time are explained at once; of more, the one that is asked for. */
const explainedAtOnce = 20;

/** The board of a round on one day: who talks when, what has no time and why, and how good the plan is. */
export function look(ctx: Ctx, id: RoundId, asked?: Day, chosen?: TalkKey) {
	return read(ctx, async (db) => {
		const laid = await findIn(db, ctx, id);
		if (!laid) return no('missing');
		const { round, board, problem, standing } = laid;
		const plan = planIn(problem, standing);
		const { faults, figures } = checkPlan({ ...problem.instance, locks: [] }, plan);
		const placed = new Set<string>(plan.talks.map(({ request }) => request));
		const stuck = stuckIn(faults, plan.talks, problem.instance);
		for (const { talk } of standing) if (!placed.has(talk)) stuck.set(talk, 'unknown');
		const day = asked && problem.days.includes(asked) ? asked : (problem.days[0] ?? null);
		const run = await runs.findLast(db, ctx, id);
		const last = await steps.findLastPlan(db, ctx, board);
		const running = run && { ...run, state: stateNow(run, ctx.now) };
		return ok({
			round,
			version: board.version,
			sliders: board.sliders,
			days: problem.days.map((each) => ({
				day: each,
				talks: standing.filter((one) => dayOf(one.startsAt) === each).length
			})),
			day,
			rows: day ? rowsOf(laid, day, stuck) : [],
			unmet: unmetOf(laid, figures, chosen),
			stuck: standing
				.filter(({ talk }) => stuck.has(talk))
				.map((each) => ({ ...nameOf(laid, each.talk), ...each, why: stuck.get(each.talk)! })),
			names: Object.fromEntries(laid.names),
			figures: figuresOf(figures),
			run: running ?? null,
			compared: last ? sayable(laid, difference(last)) : null,
			canUndo: board.step > 0,
			canRedo: (await steps.findLength(db, ctx, id)) > board.step,
			canPlan: round.state === 'open' && running?.state !== 'running',
			canPublish: can('publish', round) && running?.state !== 'running' && standing.length > 0,
			chosen: chosen ? chosenIn(laid, chosen) : null
		});
	});
}
export type BoardPage = Extract<Awaited<ReturnType<typeof look>>, { ok: true }>['value'];

/** Where a talk could go, and what keeps it from the other times. */
export function spots(ctx: Ctx, id: RoundId, talk: TalkKey) {
	return read(ctx, async (db) => {
		const laid = await findIn(db, ctx, id);
		return laid?.problem.talks.has(talk) ? ok(spotsIn(laid, talk)) : no('missing');
	});
}
export type FreeSpot = { teacher: PersonId; day: Day; at: number; startsAt: string; obstacle?: Obstacle };

function spotsIn({ situation, standing, problem }: Laid, talk: TalkKey): FreeSpot[] {
	const others = standing.filter((each) => each.talk !== talk);
	const known = problem.talks.get(talk);
	return (known?.leads ?? []).flatMap((teacher) => {
		const stands = { talk, teacher, startsAt: situation.now, locked: false };
		const own = teacher === known?.lead ? problem : problemOf({ ...situation, standing: [...others, stands] });
		return spotsFor(own.instance, placedIn(own, others), talk).map(({ day, start, obstacle }) => ({
			teacher,
			day: own.days[day]!,
			at: start,
			startsAt: momentAt(own.days[day]!, start).toISOString(),
			...(obstacle ? { obstacle } : {})
		}));
	});
}

async function findIn(db: Db, ctx: Ctx, id: RoundId): Promise<Laid | undefined> {
	const round = mayPlan(ctx) ? await rounds.find(db, ctx, id) : undefined;
	if (!round || round.mode !== 'wishes') return undefined;
	return laidOutIn(db, ctx, round, await store.find(db, ctx, id));
}

function rowsOf(laid: Laid, day: Day, stuck: Map<string, Obstacle>): Row[] {
	const at = laid.problem.days.indexOf(day);
	const today = Map.groupBy(
		laid.standing.filter(({ startsAt }) => dayOf(startsAt) === day),
		({ teacher }) => teacher
	);
	const offering = laid.situation.blocks.filter(({ startsAt }) => dayOf(startsAt) === day);
	const teachers = new Set([...offering.map(({ teacher }) => teacher), ...today.keys()]);
	const rows = [...teachers].map((teacher): Row => ({
		teacher,
		name: laid.names.get(teacher) ?? '',
		windows: offering
			.filter((block) => block.teacher === teacher)
			.map(({ startsAt, endsAt, location }) => ({
				from: minuteOf(startsAt),
				to: minuteOf(startsAt) + (endsAt.getTime() - startsAt.getTime()) / 60_000,
				room: location?.name ?? null
			})),
		talks: (today.get(teacher) ?? []).map(({ talk, startsAt, locked }) => {
			const asked = laid.problem.talks.get(talk);
			const why = stuck.get(talk);
			return {
				id: talk,
				name: nameOf(laid, talk).name,
				at: minuteOf(startsAt),
				minutes: asked?.minutes ?? laid.round.minutes,
				locked,
				place: asked?.place ?? 'school',
				...(why ? { stuck: why } : {})
			};
		})
	}));
	return at < 0 ? [] : rows.sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

function unmetOf(laid: Laid, figures: Figures, chosen: TalkKey | undefined): Unmet[] {
	const { problem, standing } = laid;
	const placed = new Set(standing.map(({ talk }) => talk));
	const open = [...problem.talks.values()].filter(({ key }) => !placed.has(key));
	const few =
		open.length <= explainedAtOnce
			? open.map(({ key }) => key)
			: open.filter(({ key }) => key === chosen).map(({ key }) => key);
	// A board on which nothing stands yet has no reasons: nothing was tried.
	const explained = figures.honoured ? explain(laid, few) : new Map<string, Explanation>();
	return open.map(({ key, lead }) => {
		const why = explained.get(key);
		return {
			id: key,
			name: nameOf(laid, key).name,
			teacher: laid.names.get(lead) ?? '',
			...(why ? { explained: why } : {})
		};
	});
}

/** Only these, on the plan as it stands. */
function explain({ problem, standing }: Laid, talks: readonly TalkKey[]) {
	if (!talks.length) return new Map<string, Explanation>();
	const wanted = new Set<string>([...talks, ...standing.map(({ talk }) => talk)]);
	const instance = { ...problem.instance, requests: problem.instance.requests.filter(({ id }) => wanted.has(id)) };
	const { unmet } = explainPlan(instance, planIn(problem, standing));
	return new Map(unmet.map((one) => [one.request, one]));
}

function chosenIn(laid: Laid, talk: TalkKey) {
	const asked = laid.problem.talks.get(talk);
	if (!asked) return null;
	const stands = laid.standing.find((each) => each.talk === talk);
	return {
		...nameOf(laid, talk),
		id: talk,
		teacher: laid.names.get(stands?.teacher ?? asked.lead) ?? '',
		stands: stands ? { startsAt: stands.startsAt, endsAt: addMinutes(stands.startsAt, asked.minutes) } : null,
		locked: stands?.locked ?? false,
		spots: spotsIn(laid, talk)
			.filter(({ obstacle }) => !obstacle)
			.map((spot) => ({ ...spot, teacherName: laid.names.get(spot.teacher) ?? '' }))
	};
}

function sayable(laid: Laid, { moved, added, lost }: ReturnType<typeof difference>) {
	const named = (changes: typeof moved) => changes.map((each) => ({ ...each, name: nameOf(laid, each.talk).name }));
	return {
		moved: named(moved).slice(0, 50),
		lost: named(lost).slice(0, 50),
		counts: { moved: moved.length, added: added.length, lost: lost.length }
	};
}

function nameOf({ pupils, problem }: Laid, talk: TalkKey) {
	const asked = problem.talks.get(talk);
	const pupil = pupilsBy(pupils).get(asked?.pupil ?? talk.slice(0, talk.indexOf('_')));
	const home = asked?.household
		? (pupil?.guardians.find(({ id }) => asked.guardians.includes(id))?.name ?? null)
		: null;
	return { name: pupil ? (home ? `${pupil.fullName} (${home})` : pupil.fullName) : '' };
}

const byId = new WeakMap<Laid['pupils'], Map<string, Laid['pupils'][number]>>();
function pupilsBy(pupils: Laid['pupils']) {
	let known = byId.get(pupils);
	if (!known) byId.set(pupils, (known = new Map(pupils.map((pupil) => [pupil.id, pupil]))));
	return known;
}

function figuresOf({ requests, honoured, byLiking, byPriority, waiting, idle, staffDays }: Figures) {
	const [well, fine, needed] = byLiking;
	return {
		asked: requests,
		honoured,
		must: byPriority.must,
		likings: { well, fine, needed },
		waitingAverage: Math.round(waiting.average),
		waitingMost: waiting.most,
		idlePerDay: staffDays ? Math.round(idle / staffDays) : 0
	};
}
