import type { Audience } from '#modules/people/audience.ts';
import type { Profile } from '#modules/people/profile.ts';
import { wishesIn } from '#modules/people/profiles.server.ts';
import { isSecondaryIn } from '#modules/people/schools.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import { madeBy, type Attachment } from './attachment.ts';
import * as attachments from './attachment.store.server.ts';
import { can } from './conversation.ts';
import type { ConversationReason } from './conversations.server.ts';
import { confirmsAloudIn } from './dictations.server.ts';
import * as talks from './conversation.store.server.ts';
import * as entries from './entry.store.server.ts';
import { planOf } from './kinds.ts';
import type { Note, NoteId } from './note.ts';
import { notesIn, useIn } from './notes.server.ts';
import * as rules from './preparation.ts';
import * as store from './preparation.store.server.ts';
import { preparingIn, type Preparing, type Whose } from './preparing.server.ts';
import * as sheets from './sheet.store.server.ts';
import { levelOf, standpointOf, type Level, type Standpoint } from './standpoint.ts';

export type PreparationReason = ConversationReason | 'nothing-to-share';

export function get(ctx: Ctx, id: ConversationId, whose: Whose) {
	return read(ctx, async (db): Promise<Outcome<Preparing & Prepared, PreparationReason>> => {
		const opened = await preparingIn(db, ctx, id, whose);
		if (!opened) return no('missing');
		const { talk, circle, speaker, reader, preparer, isChild } = opened;
		const where = { secondary: await isSecondaryIn(db, ctx), birthDate: circle.birthDate, today: dayOf(ctx.now) };
		return ok({
			...opened,
			standpoint: standpointOf(talk, speaker, where),
			level: levelOf(isChild, where),
			taps: prefersTaps((await wishesIn(db, ctx, [reader.person])).get(reader.person)),
			preparation: await store.find(db, ctx, preparer),
			aloud: typeof whose === 'object' && (await confirmsAloudIn(db, ctx, whose.guardian)),
			attachments: (await attachments.findOf(db, ctx, id)).filter((one) => madeBy(one, preparer)),
			// Of who prepares, and never between the words of a child or of somebody on the phone.
			notes: whose === 'own' ? await notesIn(db, ctx, talk.pupil) : []
		});
	});
}

/** Save one answer. What another wrote since stays: the answer then holds both, and says so with `conflict`. */
export function save(
	ctx: Ctx,
	id: ConversationId,
	whose: Whose,
	given: rules.Written & { question: string; notes?: readonly NoteId[] }
): Promise<Outcome<rules.Written & { conflict: boolean }, PreparationReason>> {
	return change(ctx, async (db) => {
		const opened = await preparingIn(db, ctx, id, whose);
		const question = opened?.questions.find((each) => each === given.question);
		if (!opened || !question) return no('missing');
		if (!rules.canWrite(opened.talk)) return no('wrong-state');

		await store.hold(db, ctx, opened.preparer);
		const { answers } = await store.find(db, ctx, opened.preparer);
		const stored = answers.find((each) => each.question === question);
		const merged = rules.merge(stored ?? { text: '', version: 0 }, given);
		if (merged.version !== stored?.version) await store.saveAnswer(db, ctx, opened.preparer, { question, ...merged });
		await useIn(db, ctx, opened.talk.pupil, given.notes ?? []);
		return ok(merged);
	});
}

/** For whom adults' words are; whether a child did it by itself on the device of who sat beside it. */
export type Sharing = { audience?: Extract<Audience, 'adults' | 'circle'>; alone?: boolean };

/**
 * Give the answers to the others: each becomes the sharer's words on the shared page. Can be done again after adding. What was
 * taken down on the phone is not the writer's to share.
 */
export function share(ctx: Ctx, id: ConversationId, whose: 'own' | 'child', { audience, alone = false }: Sharing = {}) {
	return change(ctx, async (db): Promise<Outcome<undefined, PreparationReason>> => {
		const opened = await preparingIn(db, ctx, id, whose);
		if (!opened) return no('missing');
		if (!can('hold', opened.talk)) return no('wrong-state');

		const { preparer, isChild, talk } = opened;
		await store.hold(db, ctx, preparer);
		const preparation = await store.find(db, ctx, preparer);
		const fresh = rules.unshared(preparation);
		const attached = (await attachments.findOf(db, ctx, id)).filter((one) => madeBy(one, preparer) && !one.audience);
		if (!fresh.length && !attached.length) return no('nothing-to-share');

		const readers = isChild ? 'circle' : (audience ?? planOf(talk.kind).audience);
		const words = fresh.map(({ question, text }) => {
			return { question, text, section: rules.sectionOf(question, isChild) };
		});
		if (words.length) await entries.putFromAnswers(db, ctx, preparer, readers, words);
		await attachments.share(db, ctx, preparer, readers);
		await store.share(db, ctx, preparer, alone && isChild && preparer.helper !== preparer.person);
		recordFact(db, ctx, 'preparation.shared', id, { pupil: talk.pupil });
		return ok(undefined);
	});
}

/**
 * A talk takes the place of others that were cancelled. Each of its people goes on with what they themselves had written for
 * the last of those they would have come to: preparation, drafts and sheets included, and words on the page. What others wrote does
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
		await attachments.carry(db, ctx, from, to, { writers, people });
		await entries.carry(db, ctx, from, to, { writers, people });
		await sheets.carry(
			db,
			ctx,
			from,
			to,
			{ writers },
			people.every((person) => came.includes(person))
		);
	}
}

type Prepared = {
	standpoint: Standpoint;
	level: Level;
	/** Who would rather look and listen than read begins with sentences to tap. */
	taps: boolean;
	preparation: rules.Preparation;
	/** The guardian on the phone says at the table that it is right, and has no other way. */
	aloud: boolean;
	attachments: Attachment[];
	notes: Note[];
};

function prefersTaps(wishes: Pick<Profile, 'pictures' | 'readAloud'> | undefined): boolean {
	return Boolean(wishes?.pictures || wishes?.readAloud);
}

/** Who has shared their preparation of this talk. */
export function preparedIn(db: Db, ctx: Ctx, id: ConversationId) {
	return store.findShared(db, ctx, id);
}
