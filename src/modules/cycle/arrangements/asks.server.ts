import { openedIn, openedToChangeIn, type ConversationReason } from '#modules/conversations/conversations.server.ts';
import { canBeAsked, planAgreedIn, requestIn } from '#modules/conversations/plans.server.ts';
import { memberOf } from '#modules/people/circle.ts';
import { circleIn, wholeCirclesIn } from '#modules/people/circles.server.ts';
import { childrenIn, namesIn } from '#modules/people/people.server.ts';
import { isStaff, type Ctx } from '#platform/ctx.ts';
import { change, conflicts, read } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import { mayAgree, mayAnswer } from './ask.access.ts';
import * as store from './ask.store.server.ts';
import * as rules from './ask.ts';
import { afterSchoolDays } from './moment.ts';
import { yearIn } from './years.server.ts';

export type AskReason = ConversationReason | rules.AskRefusal;
type Asking = Parameters<typeof requestIn>[2] & { of?: PersonId };
type Done<T = undefined> = Promise<Outcome<T, AskReason>>;

/** Ask for a talk at short notice, of somebody or of who teaches the child. An answer is promised at once, for a day. */
export function ask(ctx: Ctx, { of, ...request }: Asking): Done<ConversationId> {
	return change<ConversationId, AskReason>(ctx, async (db): Done<ConversationId> => {
		const circle = await circleIn(db, ctx, request.pupil);
		if (!circle || (of && !canBeAsked(circle, of))) return no('missing');
		const asked = await requestIn(db, ctx, request);
		if (!asked.ok) return asked;
		const days = (await store.daysOf(db, ctx)) ?? rules.houseDays;
		const answerBy = afterSchoolDays(dayOf(ctx.now), days, await yearIn(db, ctx));
		await store.add(db, ctx, { talk: asked.value, pupil: request.pupil, of: of ?? null, answerBy, answer: null });
		return asked;
	});
}

/** School would suit at this time, or calls that day. Planning the talk is an answer as well, and the whole one. */
export function answer(ctx: Ctx, id: ConversationId, given: Pick<rules.Answer, 'kind' | 'at'>): Done {
	return change<undefined, AskReason>(ctx, async (db): Done => {
		const opened = await openedToChangeIn(db, ctx, id);
		const [asked] = await store.find(db, ctx, [id]);
		if (!opened || !asked) return no('missing');
		if (!mayAnswer(opened.reader)) return no('refused');
		if (opened.talk.state !== 'requested') return no('wrong-state');
		const answered = rules.answer(asked, { ...given, by: ctx.person.id }, ctx.now);
		if (!answered.ok) return answered;
		await store.saveAnswer(db, ctx, id, answered.value.answer!);
		recordFact(db, ctx, 'ask.answered', id, { pupil: asked.pupil, answer: given.kind });
		return ok(undefined);
	});
}

/** The time suits who asked: the talk is planned, with who offered it. */
export function agree(ctx: Ctx, id: ConversationId): Done {
	return change<undefined, AskReason, 'taken'>(
		ctx,
		async (db): Done => {
			const opened = await openedToChangeIn(db, ctx, id);
			const [asked] = await store.find(db, ctx, [id]);
			if (!opened || !asked) return no('missing');
			if (!mayAgree(opened.talk, opened.reader)) return no('refused');
			const agreed = rules.timeAgreedOn(asked, ctx.now);
			if (!agreed.ok) return agreed;
			const { by } = agreed.value;
			if (!canBeAsked(opened.circle, by)) return no('wrong-state');
			return planAgreedIn(db, ctx, opened.talk, { chair: agreed.value.by, startsAt: agreed.value.at });
		},
		{ [conflicts.overlap]: 'taken' }
	);
}

/** The ask behind a talk, for who may see its page: its clock for who asked, and for school whether it is over. */
export function ofTalk(ctx: Ctx, id: ConversationId) {
	return read(ctx, async (db) => {
		const opened = await openedIn(db, ctx, id);
		const [asked] = opened ? await store.find(db, ctx, [id]) : [];
		if (!opened || !asked || opened.talk.state !== 'requested') return undefined;
		const named = [asked.of, asked.answer?.by].flatMap((person) => person ?? []);
		const names = await namesIn(db, ctx, named);
		const { of, answerBy, answer: given } = asked;
		const answers = mayAnswer(opened.reader);
		return {
			of: of && (names.get(of) ?? ''),
			answerBy,
			answer:
				given && rules.stands(asked, ctx.now)
					? { kind: given.kind, at: given.at, by: names.get(given.by) ?? '' }
					: null,
			overdue: answers && rules.isOverdue(asked, dayOf(ctx.now), ctx.now),
			may: { answer: answers, agree: mayAgree(opened.talk, opened.reader) }
		};
	});
}

/** What `ctx.person` asked and has no moment yet: until when an answer is promised, or what school offers. */
export function openOf(ctx: Ctx) {
	return read(ctx, async (db) => {
		const all = await store.findOpenBy(db, ctx, ctx.person.id);
		const circles = await wholeCirclesIn(db, ctx, [...new Set(all.map(({ pupil }) => pupil))]);
		return all.flatMap((one) => {
			const circle = circles.get(one.pupil);
			const reader = circle && memberOf(circle, ctx.person.id);
			if (!circle || !reader || reader.outsideTalks) return [];
			const answer = rules.stands(one, ctx.now) ? one.answer : null;
			const about = { callName: circle.callName, isReader: one.pupil === ctx.person.id };
			return [
				{ talk: one.talk, ...about, answerBy: one.answerBy, answer: answer && { kind: answer.kind, at: answer.at } }
			];
		});
	});
}

/** The clocks of what was asked, for Today of who must answer. */
export function clocksOf(ctx: Ctx, asked: readonly ConversationId[]) {
	return read(ctx, async (db) => {
		const mine = new Set((await childrenIn(db, ctx)).map(({ id }) => id));
		const all = isStaff(ctx) ? await store.find(db, ctx, asked) : [];
		return all
			.filter(({ pupil }) => mine.has(pupil))
			.map((one) => ({
				talk: one.talk,
				answerBy: one.answerBy,
				mine: one.of === ctx.person.id,
				answered: rules.stands(one, ctx.now),
				overdue: rules.isOverdue(one, dayOf(ctx.now), ctx.now)
			}));
	});
}
