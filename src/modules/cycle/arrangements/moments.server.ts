import { circleIn, wholeCirclesIn } from '#modules/people/circles.server.ts';
import { onlyReads } from '#modules/people/say.ts';
import { memberOf, type Circle } from '#modules/people/circle.ts';
import { childrenIn, personsIn } from '#modules/people/people.server.ts';
import { nameOf } from '#modules/people/person.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { addMinutes, dayOf, type Day } from '#platform/time.ts';
import { maySee, mayNote } from './arrangement.access.ts';
import type { Arrangement, ArrangementId, Form } from './arrangement.ts';
import * as arrangements from './arrangement.store.server.ts';
import { askingOn, isServedBy, momentsOf, type Moment } from './moment.ts';
import * as store from './moment.store.server.ts';
import { apartIn, sceneIn } from './scene.server.ts';
import { foundBy, maybe, shownTo, startersOf, type Shown } from './shown.ts';
import { yearIn } from './year.store.server.ts';

type Asked = { id: ArrangementId; form: Form; fallsOn: Day };
type Reason = 'missing' | 'refused';

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
	const those = circle.members.filter(({ role, outsideTalks }) => (role === 'guardian' && !outsideTalks) || role === 'pupil');
	return those.map(({ person, name, household }) => ({ person, name, household }));
}

/** It has been: one tap of either side, and nothing asks any more. */
export function note(ctx: Ctx, pupil: PersonId, asked: Asked): Promise<Outcome<undefined, Reason>> {
	return press(ctx, pupil, asked, store.note, 'contact.noted');
}

/** Said by mistake. */
export function takeBack(ctx: Ctx, pupil: PersonId, asked: Asked): Promise<Outcome<undefined, Reason>> {
	return press(ctx, pupil, asked, store.takeBack, 'contact.taken-back');
}

function press(ctx: Ctx, pupil: PersonId, { id, form, fallsOn }: Asked, write: typeof store.note, fact: string) {
	return change<undefined, Reason>(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		const member = circle && memberOf(circle, ctx.person.id);
		const [arrangement] = await arrangements.find(db, ctx, { ids: [id], pupils: [pupil] });
		if (!circle || !member || !arrangement || !maySee(arrangement, member)) return no('missing');
		if (!mayNote(arrangement, circle, member)) return no('refused');
		const moments = momentsOf(arrangement, await yearIn(db, ctx));
		if (!moments.some((moment) => moment.form === form && moment.fallsOn === fallsOn)) return no('missing');
		// The other side was there first: it has been all the same.
		if (await write(db, ctx, id, form, fallsOn)) recordFact(db, ctx, fact, id, { pupil, form });
		return ok(undefined);
	});
}

/** A contact moment that waits for the first step of somebody. */
export type Waiting = Pick<Moment, 'form' | 'due' | 'fallsOn'> & {
	id: ArrangementId;
	pupil: PersonId;
	callName: string;
	isReader: boolean;
};

/** For Today: what asks the first step of `ctx.person`; one for each child, the first one. */
export function waitingFor(ctx: Ctx): Promise<Waiting[]> {
	return read(ctx, async (db) => {
		const children = await childrenIn(db, ctx);
		const pupils = children.filter(({ outsideTalks }) => !outsideTalks).map(({ id }) => id);
		const asking = await askingIn(db, ctx, pupils);
		const mine = asking.filter(({ to, circle }) => to.includes(ctx.person.id) && !onlyReads(circle, ctx.person.id));
		return mine
			.filter(({ pupil }, at) => mine.findIndex((one) => one.pupil === pupil) === at)
			.map(({ arrangement, pupil, circle, moment: { form, due, fallsOn } }) => ({
				...{ id: arrangement.id, pupil, form, due, fallsOn },
				...{ callName: circle.callName, isReader: pupil === ctx.person.id }
			}));
	});
}

/** Arrangements that wait for the yes of `ctx.person`, for Today. */
export function answersOf(ctx: Ctx): Promise<{ pupil: PersonId; callName: string }[]> {
	return read(ctx, async (db) => {
		const children = await childrenIn(db, ctx);
		const waiting: { pupil: PersonId; callName: string }[] = [];
		const year = await yearIn(db, ctx);
		const kept = await arrangements.find(db, ctx, { pupils: children.map(({ id }) => id), year: year.name });
		const offered = kept.filter((one) => one.offered);
		const circles = await wholeCirclesIn(db, ctx, [...new Set(offered.map(({ pupil }) => pupil))]);
		for (const arrangement of offered) {
			const circle = circles.get(arrangement.pupil);
			if (!circle || waiting.some(({ pupil }) => pupil === arrangement.pupil)) continue;
			const apart = apartIn(kept.filter(({ pupil }) => pupil === arrangement.pupil));
			const shown = shownTo(arrangement, {
				...{ circle, apart, year, names: new Map(), reader: ctx.person.id, now: ctx.now, been: [] }
			});
			if (shown.offered?.waitsForMe) waiting.push({ pupil: arrangement.pupil, callName: circle.callName });
		}
		return waiting;
	});
}

type Asking = { arrangement: Arrangement; pupil: PersonId; circle: Circle; moment: Moment; to: PersonId[] };

/** Every moment that asks today and has not been: for the house's own work, and for Today. */
export async function askingIn(db: Db, ctx: Ctx, pupils?: readonly PersonId[]): Promise<Asking[]> {
	const today = dayOf(ctx.now);
	const year = await yearIn(db, ctx);
	const kept = await arrangements.find(db, ctx, { year: year.name, ...(pupils && { pupils }) });
	const asking = kept.flatMap((arrangement) =>
		askingOn(arrangement, year, today).map((moment) => ({ arrangement, moment }))
	);
	if (!asking.length) return [];
	const been = await store.findBeen(db, ctx, [...new Set(asking.map(({ arrangement }) => arrangement.id))]);
	const about = [...new Set(asking.map(({ arrangement }) => arrangement.pupil))];
	const talks = await store.findTalks(db, ctx, about, addMinutes(ctx.now, -60 * 24 * 30));
	const circles = await wholeCirclesIn(db, ctx, about);
	return asking.flatMap(({ arrangement, moment }) => {
		const { id, pupil, home, agreed } = arrangement;
		const circle = circles.get(pupil);
		const isOver =
			been.some((one) => one.arrangement === id && one.form === moment.form && one.fallsOn === moment.fallsOn) ||
			talks.some((talk) => talk.pupil === pupil && isServedBy(moment, { ...talk, day: dayOf(talk.day) }));
		if (!circle || isOver) return [];
		return [{ arrangement, pupil, circle, moment, to: startersOf(moment.starter, agreed!.terms, circle, home) }];
	});
}
