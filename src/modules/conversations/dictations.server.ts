import { personsIn } from '#modules/people/people.server.ts';
import { wishesIn } from '#modules/people/profiles.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { can } from './conversation.ts';
import type { ConversationReason } from './conversations.server.ts';
import * as entries from './entry.store.server.ts';
import { planOf } from './kinds.ts';
import { confirmsAloud } from './preparation.access.ts';
import * as rules from './preparation.ts';
import * as store from './preparation.store.server.ts';
import { preparingIn, type Preparing } from './preparing.server.ts';
import { speakersIn } from './speakers.server.ts';

export type DictationReason = ConversationReason | 'nothing-to-share' | 'not-started' | 'own-way';
type Asked = Promise<Outcome<undefined, DictationReason>>;

/** What somebody of school wrote down for me on the phone, and I have not read through yet. */
export function forMe(ctx: Ctx, id: ConversationId) {
	return read(ctx, async (db) => {
		const opened = await preparingIn(db, ctx, id, 'own');
		if (!opened) return no('missing');
		const found = await openFor(db, ctx, opened);
		const speakers = await speakersIn(
			db,
			ctx,
			found.map(({ helper }) => helper)
		);
		return ok(found.map((one) => ({ ...one, by: speakers[one.helper]?.name ?? '…' })));
	});
}

/** Ask the guardian to read it: until they say it is theirs nobody else gets it. */
export function offer(ctx: Ctx, id: ConversationId, guardian: PersonId): Asked {
	return change(ctx, async (db): Asked => {
		const opened = await preparingIn(db, ctx, id, { guardian });
		if (!opened) return no('missing');
		if (!can('hold', opened.talk)) return no('wrong-state');
		const taken = await store.find(db, ctx, opened.preparer);
		if (!rules.unconfirmed(taken).length) return no('nothing-to-share');
		recordFact(db, ctx, 'preparation.offered', id, { pupil: opened.talk.pupil, guardian });
		return ok(undefined);
	});
}

/**
 * It is mine, in the words I made of it: they stand with my own answers from now on, beside what I had written myself. An answer
 * that was emptied is gone. Sharing is a step of its own.
 */
export function confirm(
	ctx: Ctx,
	id: ConversationId,
	helper: PersonId,
	words: Readonly<Record<string, string>>
): Asked {
	return change(ctx, async (db): Asked => {
		const opened = await preparingIn(db, ctx, id, 'own');
		if (!opened || opened.reader.role !== 'guardian') return no('missing');
		if (!rules.canWrite(opened.talk)) return no('wrong-state');
		const { preparer } = opened;
		const dictated = { ...preparer, helper };
		await store.hold(db, ctx, preparer);
		const taken = (await openFor(db, ctx, opened)).find((one) => one.helper === helper);
		if (!taken) return no('missing');
		await store.hold(db, ctx, dictated);
		const { answers: mine } = await store.find(db, ctx, preparer);
		for (const { question, text } of rules.unconfirmed(taken)) {
			const stored = mine.find((each) => each.question === question) ?? { text: '', version: 0 };
			const given = (words[question] ?? text).trim();
			// Written by nobody on the newest version: what I had written stays, and this stands under it.
			const merged = rules.merge(stored, { text: given, version: stored.text ? -1 : stored.version });
			if (given) await store.saveAnswer(db, ctx, preparer, { question, ...merged });
		}
		await store.confirm(db, ctx, dictated, ctx.person.id);
		recordFact(db, ctx, 'preparation.confirmed', id, { pupil: opened.talk.pupil, helper });
		return ok(undefined);
	});
}

/** Read aloud when the talk begins, for who has no way of their own to confirm it: on the page with who noted so, and when. */
export function confirmAtTable(ctx: Ctx, id: ConversationId, guardian: PersonId): Asked {
	return change(ctx, async (db): Asked => {
		const opened = await preparingIn(db, ctx, id, { guardian });
		if (!opened) return no('missing');
		const { talk, preparer } = opened;
		if (!can('hold', talk)) return no('wrong-state');
		if (!(await confirmsAloudIn(db, ctx, guardian))) return no('own-way');
		if (!talk.startedAt) return no('not-started');
		await store.hold(db, ctx, preparer);
		const fresh = rules.unconfirmed(await store.find(db, ctx, preparer));
		if (!fresh.length) return no('nothing-to-share');
		const said = fresh.map(({ question, text }) => ({ question, text, section: rules.sectionOf(question, false) }));
		await entries.putFromAnswers(db, ctx, preparer, planOf(talk.kind).audience, said);
		await store.share(db, ctx, preparer, false);
		await store.confirm(db, ctx, preparer, ctx.person.id);
		recordFact(db, ctx, 'preparation.confirmed', id, { pupil: talk.pupil, helper: ctx.person.id });
		return ok(undefined);
	});
}

export async function confirmsAloudIn(db: Db, ctx: Ctx, guardian: PersonId): Promise<boolean> {
	const wished = (await wishesIn(db, ctx, [guardian])).get(guardian)?.channel;
	return confirmsAloud(wished, (await personsIn(db, ctx, [guardian])).get(guardian)?.email);
}

/** For the mail that asks for it: is there still something to read through? */
export async function openToConfirmIn(db: Db, ctx: Ctx, id: ConversationId): Promise<boolean> {
	const opened = await preparingIn(db, ctx, id, 'own');
	return !!opened && can('hold', opened.talk) && (await openFor(db, ctx, opened)).length > 0;
}

async function openFor(db: Db, ctx: Ctx, { talk, reader, preparer }: Preparing) {
	if (reader.role !== 'guardian') return [];
	const taken = await store.findTakenDown(db, ctx, talk.id, preparer.person);
	return taken.filter((one) => rules.unconfirmed(one).length);
}
