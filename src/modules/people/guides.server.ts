import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { Circle } from './circle.ts';
import { circleIn } from './circles.server.ts';
import { mayAdapt, mayAdaptSchool } from './guide.access.ts';
import * as store from './guide.store.server.ts';
import { cardOf, sources, type Guide, type Sentence, type Source } from './guide.ts';
import { childrenIn } from './people.server.ts';
import { nameOf } from './person.ts';
import { onlyReads } from './say.ts';

/** Whom the family of this child can go to. Staff also sees whom the card leaves out, to put them back. */
export function get(ctx: Ctx, pupil: PersonId) {
	return read(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		if (!circle) return no('missing');
		const guides = await guidesIn(db, ctx, circle);
		const adapts = mayAdapt(ctx);
		return ok({
			pupil: { id: pupil, callName: circle.callName },
			guides: guides.filter(({ shown }) => shown),
			hidden: adapts ? guides.filter(({ shown }) => !shown) : [],
			adapts,
			asks: !onlyReads(circle, ctx.person.id)
		});
	});
}

/** For Today of a guardian at a secondary school, where parents don't know where to begin (handbook §2): the card of each child. */
export function ofSecondary(ctx: Ctx): Promise<{ pupil: PersonId; callName: string; guides: Guide[] }[]> {
	return read(ctx, async (db) => {
		if (ctx.person.role !== 'guardian' || (await store.findKind(db, ctx)) !== 'vo') return [];
		const cards = [];
		for (const { id, callName } of await childrenIn(db, ctx)) {
			const circle = await circleIn(db, ctx, id);
			const guides = circle ? await guidesIn(db, ctx, circle) : [];
			cards.push({ pupil: id, callName, guides: guides.filter(({ shown }) => shown) });
		}
		return cards.filter(({ guides }) => guides.length);
	});
}

/** Say it differently for this child: for what, how, or not at all. Nothing said: as for everybody. */
export function adapt(
	ctx: Ctx,
	pupil: PersonId,
	person: PersonId,
	said: Sentence
): Promise<Outcome<undefined, Reason>> {
	return change<undefined, Reason>(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		if (!circle) return no('missing');
		if (!mayAdapt(ctx)) return no('refused');
		const guides = await guidesIn(db, ctx, circle);
		if (!guides.some((guide) => guide.person === person)) return no('missing');
		await store.saveSentence(db, ctx, pupil, person, said);
		recordFact(db, ctx, 'guide.adapted', pupil, { person });
		return ok(undefined);
	});
}
type Reason = 'missing' | 'refused';

/** What school says of everybody of a kind. */
export function ofSchool(ctx: Ctx) {
	return read(ctx, async (db) => {
		if (!mayAdaptSchool(ctx)) return no('missing');
		const said = await store.findSchoolSentences(db, ctx);
		return ok(sources.map((source) => ({ source, ...(said.get(source) ?? { forWhat: '', how: '', shown: true }) })));
	});
}

export function adaptSchool(ctx: Ctx, source: Source, said: Sentence): Promise<Outcome<undefined, 'missing'>> {
	return change(ctx, async (db) => {
		if (!mayAdaptSchool(ctx)) return no('missing');
		await store.saveSchoolSentence(db, ctx, source, said);
		recordFact(db, ctx, 'guide.school-adapted', ctx.school);
		return ok(undefined);
	});
}

async function guidesIn(db: Db, ctx: Ctx, circle: Circle): Promise<Guide[]> {
	const around = circle.members.filter(({ role }) => role === 'staff').map(({ person }) => person);
	const staff = await store.findStaff(db, ctx, circle.pupil, around);
	const candidates = staff.map(({ id, given_name, prefix, surname, called, email, tasks, teaches }) => {
		const name = nameOf({ role: 'staff', givenName: given_name, prefix, surname, called });
		return { person: id, name, givenName: given_name, surname, email, tasks, teaches };
	});
	const [ofSchool, ofChild] = [
		await store.findSchoolSentences(db, ctx),
		await store.findSentences(db, ctx, circle.pupil)
	];
	return cardOf(candidates, ofSchool, ofChild);
}
