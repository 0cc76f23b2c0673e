import type { Ctx } from '#platform/ctx.ts';
import { change, read } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { memberOf, type Voice } from './circle.ts';
import { circleIn } from './circles.server.ts';
import { namesIn } from './people.server.ts';
import * as store from './what-works.store.server.ts';
import * as rules from './what-works.ts';

type Reason = rules.WorksRefusal | 'missing';

/** The page of what works for this child: the same for its whole circle, the child too. */
export function get(ctx: Ctx, pupil: PersonId) {
	return read(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		const reader = circle && memberOf(circle, ctx.person.id);
		if (!circle || !reader) return no('missing');
		const entries = await store.findAll(db, ctx, pupil);
		const names = await namesIn(
			db,
			ctx,
			entries.map(({ author }) => author)
		);
		return ok({
			pupil: { id: pupil, callName: circle.callName },
			isReader: pupil === ctx.person.id,
			voices: rules.voicesFor(reader),
			entries: entries.map((entry) => ({
				...entry,
				by: entry.author === pupil ? circle.callName : (names.get(entry.author) ?? ''),
				isMine: entry.author === ctx.person.id,
				isForChild: entry.voice === 'child' && entry.author !== pupil
			}))
		});
	});
}

export function say(
	ctx: Ctx,
	pupil: PersonId,
	said: { kind: rules.WorksKind; voice: Voice; words: string }
): Promise<Outcome<rules.EntryId, Reason>> {
	return change<rules.EntryId, Reason>(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		const author = circle && memberOf(circle, ctx.person.id);
		if (!author || !rules.voicesFor(author).includes(said.voice)) return no('missing');
		const id = await store.add(db, ctx, pupil, said);
		recordFact(db, ctx, 'what-works.said', id, { pupil });
		return ok(id);
	});
}

/** Change one's own words; another version than one saw is never overwritten. */
export function reword(
	ctx: Ctx,
	pupil: PersonId,
	id: rules.EntryId,
	words: string,
	version: number
): Promise<Outcome<undefined, Reason>> {
	return change<undefined, Reason>(ctx, async (db) => {
		const entry = (await circleIn(db, ctx, pupil)) && (await store.findToChange(db, ctx, pupil, id));
		if (!entry) return no('missing');
		const decided = rules.reword(entry, ctx.person.id, words, version, ctx.now);
		if (!decided.ok) return decided;
		await store.save(db, ctx, decided.value);
		recordFact(db, ctx, 'what-works.reworded', id, { pupil });
		return ok(undefined);
	});
}

export function remove(ctx: Ctx, pupil: PersonId, id: rules.EntryId): Promise<Outcome<undefined, Reason>> {
	return change<undefined, Reason>(ctx, async (db) => {
		const entry = (await circleIn(db, ctx, pupil)) && (await store.findToChange(db, ctx, pupil, id));
		if (!entry) return no('missing');
		const decided = rules.remove(entry, ctx.person.id);
		if (!decided.ok) return decided;
		await store.remove(db, ctx, id);
		recordFact(db, ctx, 'what-works.removed', id, { pupil });
		return ok(undefined);
	});
}

/** To take along, to another school or wherever: the family's, or the pupil's own. */
export async function takeAlong(ctx: Ctx, pupil: PersonId) {
	if (ctx.person.role !== 'guardian' && ctx.person.role !== 'pupil') return no('missing');
	const found = await get(ctx, pupil);
	if (!found.ok) return found;
	return ok({
		callName: found.value.pupil.callName,
		takenOn: ctx.now.toISOString(),
		whatWorks: found.value.entries.map(({ kind, voice, words, by, at }) => ({
			...{ kind, voice, words, by },
			writtenOn: at.toISOString()
		}))
	});
}
