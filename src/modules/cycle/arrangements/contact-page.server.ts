import { memberOf, type Circle } from '#modules/people/circle.ts';
import { personsIn } from '#modules/people/people.server.ts';
import { nameOf } from '#modules/people/person.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read, type Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { foundBy, maybe } from './found.ts';
import * as store from './moment.store.server.ts';
import { sceneIn } from './scene.server.ts';
import { shownTo, type Shown } from './shown.ts';

/** How one child and school keep in touch this year, as `ctx.person` sees it. */
export function get(ctx: Ctx, pupil: PersonId) {
	return read(ctx, async (db) => {
		const found = await pageIn(db, ctx, pupil);
		return found ? ok(found) : no('missing');
	});
}

async function pageIn(db: Db, ctx: Ctx, pupil: PersonId) {
	const scene = await sceneIn(db, ctx, pupil);
	if (!scene) return undefined;
	const { circle, year, kept, apart } = scene;
	const found = foundBy(kept, circle, ctx.person.id);
	const home = memberOf(circle, ctx.person.id)?.household ?? null;
	const been = await store.findBeen(
		db,
		ctx,
		found.map(({ id }) => id)
	);
	const mentioned = found.flatMap(({ steps, terms }) => [
		...steps.map(({ person }) => person),
		...[...terms.values()].flatMap(({ people }) => people)
	]);
	const persons = await personsIn(db, ctx, [...new Set(mentioned)]);
	const names = new Map([...persons].map(([id, person]) => [id, nameOf(person)]));
	const shown = found.map((arrangement): Shown => {
		const own = been.filter((one) => one.arrangement === arrangement.id);
		return shownTo(arrangement, { circle, apart, year, names, reader: ctx.person.id, now: ctx.now, been: own });
	});
	return {
		...{ pupil, callName: circle.callName, isReader: ctx.person.id === pupil, shown },
		year: { lastDay: year.lastDay },
		may: maybe(kept, circle, ctx.person.id, apart),
		choices: partakersOf(circle),
		ownChoices: partakersOf(circle).filter(({ household, person }) => person === pupil || household === home)
	};
}
export type ContactPage = NonNullable<Awaited<ReturnType<typeof pageIn>>>;

/** Who can take part, beside school. */
function partakersOf(circle: Circle) {
	const those = circle.members.filter(
		({ role, outsideTalks }) => (role === 'guardian' && !outsideTalks) || role === 'pupil'
	);
	return those.map(({ person, name, household }) => ({ person, name, household }));
}
