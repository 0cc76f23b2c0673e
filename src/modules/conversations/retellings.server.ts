import { memberOf, type Circle, type Member } from '#modules/people/circle.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { FileRefusal } from '#platform/file.ts';
import * as files from '#platform/files.server.ts';
import { newId } from '#platform/id.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { recordingFrom } from '#platform/recording.ts';
import * as talks from './conversation.store.server.ts';
import { openedIn } from './conversations.server.ts';
import * as store from './retelling.store.server.ts';
import { mayReadHome, mayUnderstand } from './understanding.access.ts';
import type { Retelling, RetellingId } from './understanding.ts';

export type RetellingReason = 'missing' | 'refused' | FileRefusal;
type Asked = Promise<Outcome<undefined, RetellingReason>>;

const owning = (id: RetellingId) => ({ of: 'conversations.retelling', id }) as const;

/** Tell aloud, in own words, what was agreed; told again, the new telling takes the place of the old one. */
export function retell(ctx: Ctx, id: ConversationId, bytes: Uint8Array): Asked {
	return mine(ctx, id, 'conversation.retold', async (db, before) => {
		const made = recordingFrom(bytes);
		if (!made.ok) return made;
		if (before) await dropIn(db, ctx, before);
		const retelling = newId<RetellingId>();
		const file = await files.keepIn(db, ctx, owning(retelling), made.value);
		await store.addRetold(db, ctx, id, { id: retelling, person: ctx.person.id, file, toldAt: ctx.now });
		return ok(undefined);
	});
}

/** Who told it takes it away again, at any time. */
export function takeBack(ctx: Ctx, id: ConversationId): Asked {
	return mine(ctx, id, 'conversation.untold', async (db, before) => {
		if (!before) return no('missing');
		await dropIn(db, ctx, before);
		return ok(undefined);
	});
}

/** To listen to, for school and for the home it came from. */
export function listen(ctx: Ctx, id: ConversationId, retelling: RetellingId) {
	return read(ctx, async (db): Promise<Outcome<files.Found, 'missing'>> => {
		const opened = await openedIn(db, ctx, id, mayUnderstand);
		if (!opened) return no('missing');
		const one = (await retoldIn(db, ctx, id, opened.circle, opened.reader)).find((each) => each.id === retelling);
		const found = one && (await files.findIn(db, ctx, one.file, owning(one.id)));
		return found ? ok(found) : no('missing');
	});
}

/** What was told aloud, as far as this reader may listen: a guardian to the own home. */
export async function retoldIn(db: Db, ctx: Ctx, id: ConversationId, circle: Circle, reader: Member) {
	return (await store.findRetold(db, ctx, id)).filter(({ person }) => {
		const household = memberOf(circle, person)?.household;
		return person === reader.person || (household ? mayReadHome(household, reader) : reader.role === 'staff');
	});
}

async function dropIn(db: Db, ctx: Ctx, { id, file }: Retelling) {
	await store.dropRetold(db, ctx, id);
	await files.dropIn(db, ctx, file);
}

/** The talk held, so that two devices that tell at once leave one telling. */
function mine(
	ctx: Ctx,
	id: ConversationId,
	fact: string,
	work: (db: Db, before: Retelling | undefined) => Asked
): Asked {
	return change(ctx, async (db): Asked => {
		const opened = await openedIn(db, ctx, id, mayUnderstand, talks.findToChange);
		if (!opened || opened.circle.visitor === opened.reader) return no('missing');
		if (opened.reader.role !== 'guardian') return no('refused');
		const before = (await store.findRetold(db, ctx, id)).find(({ person }) => person === ctx.person.id);
		const done = await work(db, before);
		if (done.ok) recordFact(db, ctx, fact, id, { pupil: opened.talk.pupil });
		return done;
	});
}
