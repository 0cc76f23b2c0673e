import * as families from '#modules/people/families.server.ts';
import { isStaff, type Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { isInvited } from '#modules/cycle/participant.ts';
import { mayPlan } from '#modules/cycle/round.access.ts';
import { groupDayOf, type Round } from '#modules/cycle/round.ts';
import * as rounds from '#modules/cycle/round.store.server.ts';
import { talksIn } from '#modules/cycle/rounds.server.ts';
import { wishesIn } from '#modules/cycle/wishes/wishes.server.ts';
import { count, hide, standingOf, standings, weekOf, type Row } from './figure.ts';
import * as store from './figure.store.server.ts';

/** How a round stands in numbers, by group and by week: office and leadership see the school, a teacher the own groups. */
export function figures(ctx: Ctx, id: RoundId) {
	return read(ctx, async (db) => {
		const round = await rounds.find(db, ctx, id);
		const seen = round && (await groupsFor(db, ctx, round));
		if (!round || !seen?.length) return no('missing');
		const talks = await standingsIn(db, ctx, { ...round, groups: seen.map(({ id }) => id) });
		const byGroup = count(
			talks.map(({ group, standing }) => ({ of: group, standing })),
			seen.map(({ name }) => name),
			''
		);
		return ok({
			round,
			mayAim: mayPlan(ctx),
			target: await store.findTarget(db, ctx, round.kind),
			groups: hide(byGroup, standings),
			weeks: hide(byWeek(talks), ['held', 'planned'])
		});
	});
}
export type Figures = Extract<Awaited<ReturnType<typeof figures>>, { ok: true }>['value'];

/** What the school strives for in rounds of this kind. */
export function aim(ctx: Ctx, id: RoundId, percent: number) {
	return change(ctx, async (db) => {
		const round = mayPlan(ctx) ? await rounds.find(db, ctx, id) : undefined;
		if (!round) return no('missing');
		await store.setTarget(db, ctx, round.kind, percent);
		recordFact(db, ctx, 'round.aimed', id, { round: id });
		return ok(undefined);
	});
}

async function groupsFor(db: Db, ctx: Ctx, round: Round) {
	if (!isStaff(ctx)) return [];
	const all = (await families.groupsIn(db, ctx)).filter(({ id }) => round.groups.includes(id));
	if (mayPlan(ctx)) return all;
	const teaching = await families.teachersOf(db, ctx, round.groups, groupDayOf(round, ctx.now));
	const own = teaching.filter(({ teacher }) => teacher === ctx.person.id).map(({ group }) => group);
	return all.filter(({ id }) => own.includes(id));
}

async function standingsIn(db: Db, ctx: Ctx, round: Round) {
	const talks = await talksIn(db, ctx, round);
	const held = await store.findHeld(db, ctx, round.id);
	const spoken = await store.findSpoken(db, ctx, round.id);
	const wishes = round.mode === 'wishes' ? await wishesIn(db, ctx, round) : [];
	const answers = new Map(wishes.flatMap(({ children }) => children).map(({ pupil, answer }) => [pupil, answer]));
	return talks.map(({ pupil, booking }) => ({
		group: pupil.group.name,
		startsAt: booking?.startsAt,
		standing: standingOf({
			hasTime: Boolean(booking),
			isHeld: Boolean(booking && held.has(booking.id)),
			noneNeeded: spoken.get(pupil.id) === true || answers.get(pupil.id) === 'none-needed',
			isReached: spoken.has(pupil.id) || answers.has(pupil.id) || !isInvited(round, pupil.part, ctx.now)
		})
	}));
}

function byWeek(talks: Awaited<ReturnType<typeof standingsIn>>): Row<'held' | 'planned'>[] {
	const timed = talks.flatMap(({ startsAt, standing }) =>
		startsAt ? [{ of: weekOf(startsAt) as string, standing }] : []
	);
	const weeks = [...new Set(timed.map(({ of }) => of))].toSorted();
	return count(timed, weeks, '').map(({ name, total, held, planned }) => ({ name, total, held, planned }));
}
