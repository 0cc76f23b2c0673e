import { memberOf, type Circle, type Member } from '#modules/people/circle.ts';
import type { Audience } from '#modules/people/audience.ts';
import { onlyReads } from '#modules/people/say.ts';
import { isSecondaryIn } from '#modules/people/schools.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import { can, type Conversation } from './conversation.ts';
import { openedIn, type ConversationReason } from './conversations.server.ts';
import * as talks from './conversation.store.server.ts';
import * as entries from './entry.store.server.ts';
import { planOf } from './kinds.ts';
import { mayHelpChild, mayPrepare } from './preparation.access.ts';
import * as rules from './preparation.ts';
import * as store from './preparation.store.server.ts';
import { standpointOf, type Standpoint } from './standpoint.ts';

/** `own`: the reader's answers (a pupil's are the child's three); `child`: the child's, filled in with the reader. */
export type Whose = 'own' | 'child';
export type PreparationReason = ConversationReason | 'nothing-to-share';

export function get(ctx: Ctx, id: ConversationId, whose: Whose) {
	return read(ctx, async (db): Promise<Outcome<Opened & Prepared, PreparationReason>> => {
		const opened = await openIn(db, ctx, id, whose);
		if (!opened) return no('missing');
		const { talk, circle, child, reader, isChild } = opened;
		const where = { secondary: await isSecondaryIn(db, ctx), birthDate: circle.birthDate, today: dayOf(ctx.now) };
		return ok({
			...opened,
			standpoint: standpointOf(talk, isChild ? child : reader, where),
			preparation: await store.find(db, ctx, opened.preparer)
		});
	});
}

/** Save one answer. What another wrote since stays: the answer then holds both, and says so with `conflict`. */
export function save(
	ctx: Ctx,
	id: ConversationId,
	whose: Whose,
	given: rules.Written & { question: string }
): Promise<Outcome<rules.Written & { conflict: boolean }, PreparationReason>> {
	return change(ctx, async (db) => {
		const opened = await openIn(db, ctx, id, whose);
		const question = opened?.questions.find((each) => each === given.question);
		if (!opened || !question) return no('missing');
		if (!rules.canWrite(opened.talk)) return no('wrong-state');

		await store.hold(db, ctx, opened.preparer);
		const { answers } = await store.find(db, ctx, opened.preparer);
		const stored = answers.find((each) => each.question === question);
		const merged = rules.merge(stored ?? { text: '', version: 0 }, given);
		if (merged.version !== stored?.version) await store.saveAnswer(db, ctx, opened.preparer, { question, ...merged });
		return ok(merged);
	});
}

/** Give the answers to the others: each becomes the sharer's words on the shared page. Can be done again after adding. */
export function share(ctx: Ctx, id: ConversationId, whose: Whose, audience?: Extract<Audience, 'adults' | 'circle'>) {
	return change(ctx, async (db): Promise<Outcome<undefined, PreparationReason>> => {
		const opened = await openIn(db, ctx, id, whose);
		if (!opened) return no('missing');
		if (!can('hold', opened.talk)) return no('wrong-state');

		const { preparer, isChild, talk } = opened;
		await store.hold(db, ctx, preparer);
		const preparation = await store.find(db, ctx, preparer);
		if (!rules.unshared(preparation).length) return no('nothing-to-share');

		await entries.putFromAnswers(
			db,
			ctx,
			preparer,
			isChild ? 'circle' : (audience ?? planOf(talk.kind).audience),
			rules
				.unshared(preparation)
				.map(({ question, text }) => ({ question, text, section: rules.sectionOf(question, isChild) }))
		);
		await store.share(db, ctx, preparer);
		recordFact(db, ctx, 'preparation.shared', id, { pupil: talk.pupil });
		return ok(undefined);
	});
}

/**
 * A talk takes the place of others that were cancelled. Each of its people goes on with what they themselves had written for
 * the last of those they would have come to: preparation, drafts included, and words on the page. What others wrote does
 * not come along: the other home keeps its own for its own talk (handbook §3.1, §16).
 */
export async function carryIn(db: Db, ctx: Ctx, cancelled: readonly ConversationId[], to: ConversationId) {
	const people = (await talks.find(db, ctx, to))?.people ?? [];
	const left = new Set(people);
	for (const from of cancelled.toReversed()) {
		const came = (await talks.find(db, ctx, from))?.people ?? [];
		const writers = came.filter((person) => left.delete(person));
		if (!writers.length) continue;
		await store.carry(db, ctx, from, to, { writers, people });
		await entries.carry(db, ctx, from, to, { writers, people });
	}
}

type Prepared = { standpoint: Standpoint; preparation: rules.Preparation };
type Opened = {
	talk: Conversation;
	circle: Circle;
	child: Member;
	reader: Member;
	preparer: rules.Preparer;
	isChild: boolean;
	questions: readonly rules.AnyQuestion[];
};

async function openIn(db: Db, ctx: Ctx, id: ConversationId, whose: Whose): Promise<Opened | undefined> {
	const opened = await openedIn(db, ctx, id, whose === 'child' ? mayHelpChild : mayPrepare);
	if (!opened) return undefined;
	const { talk, circle, reader } = opened;
	if (onlyReads(circle, reader.person)) return undefined;
	const isChild = whose === 'child' || reader.role === 'pupil';
	return {
		talk,
		circle,
		reader,
		child: memberOf(circle, talk.pupil)!,
		isChild,
		preparer: { conversation: id, person: isChild ? talk.pupil : reader.person, helper: reader.person },
		questions: rules.questionsFor(talk.kind, isChild)
	};
}

/** Who has shared their preparation of this talk. */
export function preparedIn(db: Db, ctx: Ctx, id: ConversationId) {
	return store.findShared(db, ctx, id);
}
