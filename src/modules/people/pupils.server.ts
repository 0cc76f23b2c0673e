import { isStaff, type Ctx } from '#platform/ctx.ts';
import { change, conflicts, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { householdsOf, readerOf, type Circle, type Member } from './circle.ts';
import { circleIn, wholeCircleIn } from './circles.server.ts';
import { maySeeContact } from './contact.access.ts';
import type { Relation } from './guardian.ts';
import { childrenIn, type Child } from './people.server.ts';
import * as store from './pupil.store.server.ts';

export type HomeGuardian = Member & {
	relation: Relation;
	email: string | null;
	mobile: string | null;
	/** For school: there is an address, and it is secret. */
	isSecret: boolean;
};
export type PupilPage = {
	circle: Circle;
	homes: { household: HouseholdId; guardians: HomeGuardian[] }[];
};

/** The children whose circle this person is in, by group; groups in the order of the school. */
export async function list(ctx: Ctx): Promise<{ group: string | null; children: Child[] }[]> {
	const children = await read(ctx, (db) => childrenIn(db, ctx));
	const groups = new Map<string | null, Child[]>();
	for (const child of children) {
		const group = child.group?.name ?? null;
		groups.set(group, [...(groups.get(group) ?? []), child]);
	}
	const inOrder = [...groups].sort(([a], [b]) => collator.compare(a ?? '\uFFFF', b ?? '\uFFFF'));
	return inOrder.map(([group, children]) => ({ group, children }));
}

/** The child's page: the same for all of its circle, but for the addresses and numbers of the other home. */
export function get(ctx: Ctx, pupil: PersonId): Promise<Outcome<PupilPage, 'missing'>> {
	return read(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		const reader = circle && readerOf(circle, ctx.person.id);
		if (!circle || !reader) return no('missing');
		const contacts = new Map((await store.findContacts(db, ctx, pupil)).map((contact) => [contact.guardian, contact]));
		const homes = householdsOf(circle).map(({ household, guardians }) => ({
			household,
			guardians: guardians.map((guardian): HomeGuardian => {
				const contact = contacts.get(guardian.person);
				const shown = maySeeContact(reader, { ...guardian, secretFor: contact?.secretFor });
				return {
					...guardian,
					relation: contact?.relation ?? 'other',
					email: (shown && contact?.email) || null,
					mobile: (shown && contact?.mobile) || null,
					isSecret: reader.role === 'staff' && Boolean(contact?.secretFor)
				};
			})
		}));
		return ok({ circle, homes });
	});
}

export type TieReason = 'missing' | 'refused' | 'tied-already';

/** Bring a colleague into the circle of one child. */
export function tie(ctx: Ctx, pupil: PersonId, person: PersonId): Promise<Outcome<undefined, TieReason>> {
	return change(
		ctx,
		async (db): Promise<Outcome<undefined, TieReason>> => {
			const refusal = await refusalToTie(db, ctx, pupil, person);
			if (refusal) return no(refusal);
			await store.addTie(db, ctx, pupil, person);
			recordFact(db, ctx, 'person.tied', pupil, { person });
			return ok(undefined);
		},
		{ [conflicts.overlap]: 'tied-already' }
	);
}

export function untie(ctx: Ctx, pupil: PersonId, person: PersonId): Promise<Outcome<undefined, TieReason>> {
	return change(ctx, async (db): Promise<Outcome<undefined, TieReason>> => {
		const refusal = await refusalToTie(db, ctx, pupil, person);
		if (refusal) return no(refusal);
		if (!(await store.endTie(db, ctx, pupil, person))) return no('missing');
		recordFact(db, ctx, 'person.untied', pupil, { person });
		return ok(undefined);
	});
}

/** Office and leadership arrange who works with whom; staff of the child's own circle may too. */
async function refusalToTie(db: Db, ctx: Ctx, pupil: PersonId, person: PersonId) {
	const arranges = isStaff(ctx, 'office') || isStaff(ctx, 'leadership');
	const circle = arranges ? await wholeCircleIn(db, ctx, pupil) : await circleIn(db, ctx, pupil);
	if (!circle || !(await store.findColleague(db, ctx, person))) return 'missing';
	return isStaff(ctx) ? undefined : 'refused';
}

const collator = new Intl.Collator('nl', { numeric: true });
