import { mayPlan } from '#modules/cycle/round.access.ts';
import * as roundStore from '#modules/cycle/round.store.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import * as m from '#words/compiled/messages.js';
import { metBy } from './band.ts';
import { calendarIn } from './calendars.server.ts';
import { findMoments } from './moment.store.server.ts';
import { canTake, copyOf, patternOf, type Proposal } from './proposal.ts';
import type { Chosen } from './proposal.input.ts';
import { yearBefore, yearNamed, type SchoolYear } from './school-year.ts';
import { weeksOf } from './school-week.ts';
import * as store from './year.store.server.ts';
import { roundsIn } from './years.server.ts';

/** From the rounds of last year, or from the pattern that is usual. */
export type Origin = 'last-year' | 'pattern';
export type ProposalReason = 'missing' | 'gone';

/** Rounds as they could be in this year, to look over: nothing is made. */
export function propose(ctx: Ctx, year: string, origin: Origin) {
	return read(ctx, async (db) => {
		if (!mayPlan(ctx)) return no('missing');
		const { proposals, holidays, names } = await proposedIn(db, ctx, year, origin);
		return ok({
			year,
			from: yearBefore(year),
			proposals: proposals.map((proposal) => ({
				...proposal,
				of: proposal.round.groups.flatMap((group) => names.get(group) ?? []),
				met:
					proposal.firstDay && proposal.lastDay
						? metBy({ firstDay: proposal.firstDay, lastDay: proposal.lastDay }, holidays)
						: null
			}))
		});
	});
}

/** Make drafts of those that were taken along, all or none; nobody hears of them. */
export function planAll(
	ctx: Ctx,
	year: string,
	origin: Origin,
	chosen: readonly Chosen[]
): Promise<Outcome<RoundId[], ProposalReason>> {
	return change<RoundId[], ProposalReason>(ctx, async (db) => {
		if (!mayPlan(ctx)) return no('missing');
		const { proposals } = await proposedIn(db, ctx, year, origin);
		const made: RoundId[] = [];
		for (const { key, firstDay, lastDay } of chosen) {
			const proposal = proposals.find((one) => one.key === key);
			if (!proposal || !canTake(proposal)) return no('gone');
			const id = newId<RoundId>();
			await roundStore.add(db, ctx, { ...proposal.round, id, state: 'draft', firstUntil: null, firstDay, lastDay });
			recordFact(db, ctx, 'round.planned', id, { round: id });
			made.push(id);
		}
		return ok(made);
	});
}

async function proposedIn(db: Db, ctx: Ctx, name: string, origin: Origin) {
	const known = await store.findYears(db, ctx);
	const to = await reckonedIn(db, ctx, yearNamed(name, known));
	const names = new Map(to.groups.map((group) => [group.id, group.name]));
	const found = async (): Promise<Proposal[]> => {
		if (origin === 'pattern') {
			const moments = await findMoments(db, ctx, name);
			const invitation = m.cycle_new_invitation_example({}, { locale: ctx.language });
			return patternOf(to, to.groups, moments, invitation).map((proposal) => isThere(proposal, to.rounds));
		}
		const from = await reckonedIn(db, ctx, yearNamed(yearBefore(name), known));
		return from.rounds.map((round) => copyOf(round, from, to));
	};
	return { proposals: await found(), holidays: to.off, names };
}

async function reckonedIn(db: Db, ctx: Ctx, year: SchoolYear) {
	const { holidays } = await calendarIn(db, ctx, year);
	return {
		weeks: weeksOf(year, holidays),
		off: holidays,
		groups: await store.findGroupsOf(db, ctx, year.name),
		rounds: await roundsIn(db, ctx, year)
	};
}

function isThere(proposal: Proposal, rounds: readonly { kind: string }[]): Proposal {
	const there = rounds.some(({ kind }) => kind === proposal.round.kind);
	return there ? { ...proposal, hitch: 'already-there' } : proposal;
}
