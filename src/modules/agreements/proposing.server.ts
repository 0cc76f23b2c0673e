import { circleIn } from '#modules/people/circles.server.ts';
import { householdsOf, memberOf, voiceOf, type Circle, type Voice } from '#modules/people/circle.ts';
import { onlyReads } from '#modules/people/say.ts';
import { isSecondaryIn } from '#modules/people/schools.server.ts';
import { isStaff, type Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import { householdOf, isYoungChild } from './agreement.access.ts';
import type { Owner } from './agreement.ts';
import * as store from './agreement.store.server.ts';
import type { Card } from './card.ts';
import { nextLookBack } from './evaluation.ts';
import { asksAnotherForm } from './follow-up.ts';

/** Somebody, or some home, that can be asked for something. */
export type Askable = {
	owner: Owner;
	voice: Voice;
	called: Card['owner'];
	/** A thought for school: twice it didn't fit this home; think of another form, or of a personal contact. */
	anotherForm: boolean;
};

/** What a proposer must know about this child before asking anybody for anything. */
export function whoCanBeAsked(ctx: Ctx, pupil: PersonId) {
	return read(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		if (!circle || onlyReads(circle, ctx.person.id)) return no('missing');
		const today = dayOf(ctx.now);
		const agreements = isStaff(ctx) ? await store.find(db, ctx, { pupils: [pupil] }) : [];
		const isSetBack = (owner: Owner) => {
			const home = householdOf(owner, circle);
			return !!home && asksAnotherForm(agreements.filter((one) => householdOf(one.owner, circle) === home));
		};
		return ok({
			callName: circle.callName,
			group: circle.group?.name ?? null,
			secondary: await isSecondaryIn(db, ctx),
			reader: voiceOf(memberOf(circle, ctx.person.id)!),
			besideChild: ctx.person.role === 'guardian' && isYoungChild(pupil, circle, today),
			lookBackOn: nextLookBack(today),
			askable: askableIn(circle, ctx).map((one) => ({ ...one, anotherForm: isSetBack(one.owner) }))
		});
	});
}

/** Myself first: school's part first, and one's own. Then the homes, the child and who else is around it. */
function askableIn(circle: Circle, ctx: Ctx): Omit<Askable, 'anotherForm'>[] {
	const persons = circle.members.map((member) => ({
		owner: { person: member.person },
		voice: voiceOf(member),
		called: { names: [member.name], home: false, isReader: member.person === ctx.person.id }
	}));
	const homes = householdsOf(circle).map(({ household, guardians }) => ({
		owner: { household },
		voice: 'home' as const,
		called: {
			names: [...guardians.map(({ name }) => name), circle.callName],
			home: true,
			isReader: guardians.some(({ person }) => person === ctx.person.id)
		}
	}));
	const me = persons.filter(({ called }) => called.isReader);
	return [...me, ...homes, ...persons.filter(({ called }) => !called.isReader)];
}
