import { circleIn } from '#modules/people/circles.server.ts';
import { personsIn } from '#modules/people/people.server.ts';
import { wishesIn } from '#modules/people/profiles.server.ts';
import { isStaff, type Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import type { AgreementId, PersonId } from '#platform/ids.ts';
import { no, type Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import { householdOf, tellersOf } from './agreement.access.ts';
import type { Agreement, Owner } from './agreement.ts';
import * as store from './agreement.store.server.ts';
import * as rules from './follow-up.ts';
import type { Scene } from './card.ts';
import { move, moveIn } from './moves.server.ts';
import { scenesIn } from './scene.server.ts';

export function note(ctx: Ctx, id: AgreementId, said: rules.Said) {
	return move(ctx, id, (turn) => rules.note(turn, said));
}

/** Write down what a guardian told who hears from school by phone or on paper; everybody reads so. */
export function noteFor(ctx: Ctx, id: AgreementId, { teller, ...said }: rules.Said & { teller: PersonId }) {
	return change(ctx, async (db): Promise<Outcome<Agreement, 'missing' | rules.FollowUpRefusal>> => {
		const [scene] = await scenesIn(db, ctx, { ids: [id] });
		if (!scene) return no('missing');
		const tellers = await tellersIn(db, ctx, scene);
		if (!tellers.some(({ person }) => person === teller)) return no('refused');
		return moveIn(db, ctx, id, (turn) => rules.noteFor(turn, teller, said));
	});
}

/** Of whom this reader may write down how it went: guardians who are called, get paper, or have no mail. */
export async function tellersIn(db: Db, ctx: Ctx, { agreement, circle, persons }: Scene) {
	if (agreement.state !== 'agreed') return [];
	const tellers = tellersOf(agreement, circle, ctx.person.id, dayOf(ctx.now));
	if (!tellers.length) return [];
	const ids = tellers.map(({ person }) => person);
	const [wishes, known] = [await wishesIn(db, ctx, ids), await personsIn(db, ctx, ids)];
	const isByHand = (person: PersonId) =>
		['phone', 'paper'].includes(wishes.get(person)?.channel ?? '') ||
		!(known.get(person) ?? persons.get(person))?.email;
	return tellers.filter(({ person }) => isByHand(person)).map(({ person, name }) => ({ person, name }));
}

/** "That was not me", or not so: what was told last stands no longer. */
export function takeBack(ctx: Ctx, id: AgreementId) {
	return move(ctx, id, rules.takeBack);
}

export function remind(ctx: Ctx, id: AgreementId) {
	return move(ctx, id, (turn, bench) => rules.remind(turn, bench.ownerVoice));
}

export function repair(ctx: Ctx, id: AgreementId, said: { words: string }) {
	return move(ctx, id, (turn) => rules.repair(turn, said));
}

/** Is it time that school thinks of another form for this home? Only staff of the circle get the thought. */
export function anotherFormFor(ctx: Ctx, { pupil, owner }: { pupil: PersonId; owner: Owner }): Promise<boolean> {
	return read(ctx, async (db) => {
		const circle = isStaff(ctx) ? await circleIn(db, ctx, pupil) : undefined;
		const home = circle && householdOf(owner, circle);
		if (!circle || !home) return false;
		const agreements = await store.find(db, ctx, { pupils: [pupil] });
		return rules.asksAnotherForm(agreements.filter((agreement) => householdOf(agreement.owner, circle) === home));
	});
}
