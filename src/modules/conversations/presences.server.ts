import type { Ctx } from '#platform/ctx.ts';
import { worldTime } from '#platform/clock.server.ts';
import { read } from '#platform/db.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { log } from '#platform/log.server.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { changesOf } from './changes.server.ts';
import { openedIn } from './conversations.server.ts';
import { maySpeak } from './entry.access.ts';
import { canSpeak } from './entry.ts';
import type { Section } from './steps.ts';
import * as rules from './presence.ts';
import * as seats from './seats.server.ts';
import type { News, Watcher } from './seats.server.ts';

export type { News };

/** Asked anew of an open stream: who holds its session now, if anybody. */
type Again = () => Promise<Ctx | undefined>;
type Hears = Pick<Watcher, 'tell' | 'beat' | 'gone'>;

/**
 * Hear of every change to this page, from the one after what `tell` says first; and be seen there, until the answer is
 * called. Access is asked anew at every beat: who lost it is told so by `gone`, and nothing more.
 */
export async function watch(
	ctx: Ctx,
	id: ConversationId,
	hears: Hears,
	again: Again
): Promise<Outcome<() => void, 'missing'>> {
	const { person } = ctx;
	const place = await seats.placeOf(ctx, id);
	try {
		const seen = await look(ctx, id);
		const watcher: Watcher = { ...hears, person: person.id, role: person.role, check };
		return seen.ok ? ok(seats.sit(place, watcher, seen.value)) : seen;
	} finally {
		seats.release(place);
	}

	async function check() {
		try {
			const now = await again();
			const still = now?.person.id === person.id ? await look(now, id) : undefined;
			if (!still?.ok) return hears.gone();
			seats.noteVersion(place, still.value);
			hears.beat();
		} catch (error) {
			log.warn({ error }, 'a stream could not be looked at again');
		}
	}
}

/** How far the page is and who is there, for a device that asks now and then; it counts as being there. */
export async function glance(ctx: Ctx, id: ConversationId): Promise<Outcome<News, 'missing'>> {
	const seen = await look(ctx, id);
	if (!seen.ok) return seen;
	const place = await seats.placeOf(ctx, id);
	seats.seen(place, (all) => rules.glance(all, ctx.person.id, worldTime().getTime()));
	seats.release(place);
	return ok(seats.newsFor(place, ctx.person, seen.value));
}

/** Somebody begins to write in a part of the page, or stops: the others see where, and not what. */
export async function write(
	ctx: Ctx,
	id: ConversationId,
	section: Section | null
): Promise<Outcome<undefined, 'missing' | 'refused' | 'wrong-state'>> {
	const opened = await read(ctx, (db) => openedIn(db, ctx, id));
	if (!opened) return no('missing');
	if (!maySpeak(opened.talk, opened.reader)) return no('refused');
	if (!canSpeak(opened.talk)) return no('wrong-state');
	const place = await seats.placeOf(ctx, id);
	seats.seen(place, (all) => rules.write(all, ctx.person.id, section, worldTime().getTime()));
	seats.release(place);
	return ok(undefined);
}

/** How often the page changed, for who may see it. */
function look(ctx: Ctx, id: ConversationId): Promise<Outcome<number, 'missing'>> {
	return read(ctx, async (db) => {
		const opened = await openedIn(db, ctx, id);
		return opened && opened.talk.state !== 'requested' ? ok(await changesOf(db, ctx, id)) : no('missing');
	});
}
