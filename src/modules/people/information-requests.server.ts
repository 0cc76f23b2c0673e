import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import { toldIn } from './authorities.server.ts';
import { footingOf, hasAuthority, may } from './authority.ts';
import { memberOf, type Circle } from './circle.ts';
import * as rules from './information-request.ts';
import * as store from './information-request.store.server.ts';
import { namesIn } from './people.server.ts';
import { mayKeepSchool } from './school.access.ts';

export type InformationReason = 'missing' | 'wrong-state' | 'words-missing' | 'asked-already';
type Request = rules.InformationRequest & { callName: string; askerName: string };

/** The page of a parent without authority: about whom they may ask, what they asked, and what school noted about them. */
export function mine(ctx: Ctx) {
	return read(ctx, async (db) => {
		if (ctx.person.role !== 'guardian') return no('missing');
		const ties = await store.findTies(db, ctx, ctx.person.id);
		const askable = ties.filter((tie) => may('ask', tie));
		const requests = await namedIn(db, ctx, await store.find(db, ctx, { askedBy: ctx.person.id }));
		const barred = ties.some((tie) => !may('see', tie) && !may('ask', tie));
		if (!askable.length && !requests.length && !barred) return no('missing');
		const told = [];
		for (const { pupil } of ties) told.push(...(await toldIn(db, ctx, pupil, [ctx.person.id])));
		return ok({
			children: askable.map(({ pupil, givenName }) => ({ id: pupil, callName: givenName })),
			requests,
			barred,
			history: told
		});
	});
}

/** What a guardian finds behind the front door: the pages of a child, or only the page to ask. All others see. */
export type Door = { sees: boolean; asks: boolean };
export async function doorOf(ctx: Ctx): Promise<Door> {
	if (ctx.person.role !== 'guardian') return { sees: true, asks: false };
	const ties = await read(ctx, (db) => store.findTies(db, ctx, ctx.person.id));
	const sees = !ties.length || ties.some((tie) => may('see', tie));
	return { sees, asks: !sees || ties.some((tie) => footingOf(tie) === 'without') };
}

/** Ask school for important facts about the child; it decides within a month. One question of a child at a time. */
export function ask(
	ctx: Ctx,
	input: { pupil: PersonId; question: string }
): Promise<Outcome<undefined, InformationReason>> {
	return change(ctx, async (db): Promise<Outcome<undefined, InformationReason>> => {
		const tie = (await store.findTies(db, ctx, ctx.person.id)).find(({ pupil }) => pupil === input.pupil);
		if (ctx.person.role !== 'guardian' || !tie || !may('ask', tie)) return no('missing');
		const before = await store.find(db, ctx, { askedBy: ctx.person.id });
		if (before.some(({ pupil, state }) => pupil === input.pupil && state === 'asked')) return no('asked-already');
		const id = newId<rules.InformationRequestId>();
		const undecided = { state: 'asked', ground: null, answer: null, decidedBy: null, decidedAt: null } as const;
		await store.add(db, ctx, {
			...{ id, ...input, ...undecided, askedBy: ctx.person.id, askedAt: ctx.now },
			dueOn: rules.aMonthAfter(dayOf(ctx.now))
		});
		recordFact(db, ctx, 'information.asked', id, { pupil: input.pupil });
		return ok(undefined);
	});
}

/** All that was asked, what waits first: for the office and for leadership. */
export function list(ctx: Ctx) {
	return read(ctx, async (db) => {
		if (!mayKeepSchool(ctx)) return no('missing');
		const all = await namedIn(db, ctx, await store.find(db, ctx, 'all'));
		const waiting = all.filter(({ state }) => state === 'asked').toReversed();
		return ok({ waiting, decided: all.filter(({ state }) => state !== 'asked') });
	});
}

export function get(ctx: Ctx, id: rules.InformationRequestId): Promise<Outcome<Request, 'missing'>> {
	return read(ctx, async (db) => {
		const [found] = mayKeepSchool(ctx) ? await namedIn(db, ctx, await store.find(db, ctx, { id })) : [];
		return found ? ok(found) : no('missing');
	});
}

/** School tells the facts in words. */
export function answer(ctx: Ctx, id: rules.InformationRequestId, decision: rules.Decision) {
	return decide(ctx, id, { ...decision, ground: null }, 'information.answered');
}

/** School says why not: a reason that the law knows, and in words. */
export function refuse(ctx: Ctx, id: rules.InformationRequestId, decision: rules.Decision) {
	return decide(ctx, id, decision, 'information.refused');
}

function decide(ctx: Ctx, id: rules.InformationRequestId, decision: rules.Decision, fact: string) {
	return change(ctx, async (db): Promise<Outcome<undefined, InformationReason>> => {
		const request = mayKeepSchool(ctx) ? await store.findToDecide(db, ctx, id) : undefined;
		if (!request) return no('missing');
		const decided = rules.decide(request, decision, ctx.person.id, ctx.now);
		if (!decided.ok) return decided;
		await store.saveDecision(db, ctx, decided.value);
		recordFact(db, ctx, fact, id, { pupil: request.pupil });
		return ok(undefined);
	});
}

/** Who asked it and whether school decided, for the room that sends messages; what was said stays on the page. */
export async function requestForMessage(db: Db, ctx: Ctx, id: rules.InformationRequestId) {
	const [found] = await store.find(db, ctx, { id });
	return found && { askedBy: found.askedBy, state: found.state };
}

/** For a guardian with authority: that school answered a question of the other parent, and when; no word of it. */
export async function answeredFor(ctx: Ctx, circle: Circle): Promise<Date[]> {
	const reader = memberOf(circle, ctx.person.id);
	if (!reader || !hasAuthority(reader)) return [];
	const all = await read(ctx, (db) => store.find(db, ctx, { pupil: circle.pupil }));
	return all.flatMap(({ state, decidedAt, askedBy }) =>
		state === 'answered' && decidedAt && askedBy !== ctx.person.id ? [decidedAt] : []
	);
}

async function namedIn(db: Db, ctx: Ctx, requests: readonly rules.InformationRequest[]): Promise<Request[]> {
	const names = await namesIn(
		db,
		ctx,
		requests.flatMap(({ pupil, askedBy }) => [pupil, askedBy])
	);
	return requests.map((request) => ({
		...request,
		callName: names.get(request.pupil) ?? '',
		askerName: names.get(request.askedBy) ?? ''
	}));
}
