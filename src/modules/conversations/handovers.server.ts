import { talkersOf, type Circle, type Member } from '#modules/people/circle.ts';
import { personsIn } from '#modules/people/people.server.ts';
import { wishesIn } from '#modules/people/profiles.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { mayReadRecord } from './conversation.access.ts';
import { openedIn } from './conversations.server.ts';
import { findEditions } from './edition.store.server.ts';
import { addHandover } from './handover.store.server.ts';
import { mayHandOver } from './record.access.ts';
import type { Asked } from './records.server.ts';

/** Note that school gave this guardian the newest record on paper. */
export function handOver(ctx: Ctx, id: ConversationId, to: PersonId): Asked<undefined> {
	return change(ctx, async (db): Asked<undefined> => {
		const opened = await openedIn(db, ctx, id, mayReadRecord);
		if (!opened) return no('missing');
		const { talk, circle, reader } = opened;
		if (!mayHandOver(talk, reader) || circle.visitor === reader) return no('refused');
		const edition = (await findEditions(db, ctx, id)).at(-1);
		if (!edition) return no('wrong-state');
		if (!talkersOf(circle).some(({ person }) => person === to)) return no('missing');
		await addHandover(db, ctx, id, edition.number, to);
		recordFact(db, ctx, 'record.handed-over', id, { pupil: talk.pupil, to });
		return ok(undefined);
	});
}

/** To look through the eyes of a guardian who gets it on paper: what is the other home's is not on their sheet. */
export async function asReaderIn(db: Db, ctx: Ctx, id: ConversationId, to: PersonId): Promise<Ctx | undefined> {
	const opened = await openedIn(db, ctx, id, mayReadRecord);
	if (!opened || !mayHandOver(opened.talk, opened.reader) || opened.circle.visitor) return undefined;
	if (!talkersOf(opened.circle).some(({ person }) => person === to)) return undefined;
	const { school, now, language } = ctx;
	return { school, now, language, person: { id: to, role: 'guardian', tasks: [] } };
}

/** Who gets the record on paper: who wishes so, and whom no mail reaches. For staff who may hand it over. */
export async function onPaperIn(db: Db, ctx: Ctx, circle: Circle, reader: Member): Promise<Member[]> {
	if (reader.role !== 'staff') return [];
	const guardians = talkersOf(circle);
	const ids = guardians.map(({ person }) => person);
	const [wishes, persons] = [await wishesIn(db, ctx, ids), await personsIn(db, ctx, ids)];
	return guardians.filter(({ person }) => wishes.get(person)?.channel === 'paper' || !persons.get(person)?.email);
}
