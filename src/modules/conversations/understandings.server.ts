import type { Circle, Member } from '#modules/people/circle.ts';
import { childrenIn } from '#modules/people/people.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { ConversationId, HouseholdId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { mayLead } from './conversation.access.ts';
import type { Conversation } from './conversation.ts';
import * as talks from './conversation.store.server.ts';
import { openedIn, type ConversationReason } from './conversations.server.ts';
import * as explanations from './explanation.store.server.ts';
import { merge } from './preparation.ts';
import { homesOf, mayUnderstand } from './understanding.access.ts';
import type { Explained, Saying } from './understanding.input.ts';
import { openQuestion, openTurn, type SaidBack } from './understanding.ts';
import * as store from './understanding.store.server.ts';

export type UnderstandingReason = ConversationReason | 'nothing-changed' | 'already-asked' | 'conflict';
type Asked<T = undefined> = Promise<Outcome<T, UnderstandingReason>>;
type Opened = { talk: Conversation; circle: Circle; reader: Member };

/**
 * Say back to a home what school heard from it. Until the record is shared two who write keep the words of both; after that
 * each saying is a turn of its own, and an earlier one stays as the home read it.
 */
export function sayBack(
	ctx: Ctx,
	id: ConversationId,
	{ household, text, version }: Saying
): Asked<{ version: number }> {
	return step(ctx, id, 'conversation.said-back', async (db, { talk, circle, reader }) => {
		if (!mayLead(talk, reader)) return no('refused');
		const home = homesOf(talk, circle).find((one) => one.household === household);
		if (!home?.spoke.length) return no('missing');
		const said = (await store.findSaid(db, ctx, id)).filter((one) => one.household === household);
		const open = openTurn(said);
		const last = said.at(-1);
		if (!open && last?.text === text) return no('nothing-changed');
		const merged = open ? merge(open, { text, version }) : { text, version: 1, conflict: false };
		const turn = open?.turn ?? (last?.turn ?? 0) + 1;
		const sharedAt = talk.recordedAt ? ctx.now : null;
		const words = { text: merged.text, version: merged.version, saidBy: ctx.person.id, saidAt: ctx.now, sharedAt };
		await store.saveSaid(db, ctx, id, { household, turn, ...words });
		return ok({ version: merged.version });
	});
}

/** "Yes, that is what we said." */
export function confirm(ctx: Ctx, id: ConversationId, turn: number): Asked {
	return hear(ctx, id, turn, 'conversation.confirmed', { confirmed_at: ctx.now });
}

/** "That is not what we meant": beside school's words, never in them. */
export function correct(ctx: Ctx, id: ConversationId, turn: number, correction: string): Asked {
	return hear(ctx, id, turn, 'conversation.corrected', { correction, corrected_at: ctx.now });
}

function hear(
	ctx: Ctx,
	id: ConversationId,
	turn: number,
	fact: string,
	answer: Parameters<typeof store.saveHearing>[4]
) {
	return step(ctx, id, fact, async (db, { reader }): Asked => {
		const heard = (said: SaidBack) => said.turn === turn && said.household === reader.household && said.sharedAt;
		if (reader.role !== 'guardian') return no('refused');
		const said = (await store.findSaid(db, ctx, id)).find(heard);
		if (!said) return no('missing');
		await store.saveHearing(db, ctx, id, said, answer);
		return ok(undefined);
	});
}

/** Tell in own words what was agreed. Told on two devices at once, both stay. */
export function tell(ctx: Ctx, id: ConversationId, given: { text: string; version: number }): Asked {
	return step(ctx, id, 'conversation.told', async (db, { reader }): Asked => {
		if (reader.role !== 'guardian') return no('refused');
		const told = await explanations.findTold(db, ctx, id);
		const mine = told.find(({ person }) => person === reader.person) ?? { text: '', version: 0 };
		const merged = merge(mine, given);
		if (merged.version !== mine.version) await explanations.saveTold(db, ctx, id, merged);
		return ok(undefined);
	});
}

/** Ask school to explain it in another way: a guardian for the own home, or who leads the talk for a home. */
export function askExplanation(
	ctx: Ctx,
	id: ConversationId,
	{ household, unclear }: { household?: HouseholdId; unclear: string }
): Asked {
	return step(ctx, id, 'explanation.asked', async (db, { talk, circle, reader }): Asked => {
		const isHome = reader.role === 'guardian';
		if (!isHome && !mayLead(talk, reader)) return no('refused');
		const asks = isHome ? reader.household : household;
		if (!homesOf(talk, circle).some((home) => home.household === asks)) return no('missing');
		const asked = (await explanations.findAsked(db, ctx, id)).filter((one) => one.household === asks);
		if (openQuestion(asked)) return no('already-asked');
		await explanations.ask(db, ctx, id, { id: newId(), household: asks!, unclear });
		return ok(undefined);
	});
}

/** School explained it: how, and if it likes what. */
export function explain(ctx: Ctx, id: ConversationId, { explanation, way, said }: Explained): Asked {
	return step(ctx, id, 'explanation.given', async (db, { talk, reader }): Asked => {
		if (!mayLead(talk, reader)) return no('refused');
		const asked = (await explanations.findAsked(db, ctx, id)).find((one) => one.id === explanation);
		if (!asked) return no('missing');
		if (asked.explainedAt) return no('wrong-state');
		await explanations.explain(db, ctx, explanation, way, said);
		return ok(undefined);
	});
}

/** For Today of who leads: the talks in which a home waits for another explanation. */
export function waitingFor(ctx: Ctx) {
	return read(ctx, async (db) => {
		const children = new Map((await childrenIn(db, ctx)).map(({ id, callName }) => [id, callName]));
		const waiting = await explanations.findWaiting(db, ctx, ctx.person.id);
		return waiting.flatMap(({ id, pupil, startsAt }) => {
			const callName = children.get(pupil);
			return callName ? [{ conversation: id, callName, startsAt }] : [];
		});
	});
}

/** The talk held, so that two who say something at the same moment come after one another. */
function step<T>(ctx: Ctx, id: ConversationId, fact: string, work: (db: Db, opened: Opened) => Asked<T>) {
	return change(ctx, async (db): Asked<T> => {
		const opened = await openedIn(db, ctx, id, mayUnderstand, talks.findToChange);
		// Who only looks in says nothing.
		if (!opened || opened.circle.visitor === opened.reader) return no('missing');
		const done = await work(db, opened);
		if (done.ok) recordFact(db, ctx, fact, id, { pupil: opened.talk.pupil });
		return done;
	});
}
