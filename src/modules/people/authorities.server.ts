import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import type { Check } from './authority.input.ts';
import * as store from './authority.store.server.ts';
import { footingOf, type Footing } from './authority.ts';
import { changeOf, type Change } from './change.ts';
import { namesIn } from './people.server.ts';
import { byName, fullNameOf, nameOf } from './person.ts';
import { findRestrictions, type Restriction } from './restriction.store.server.ts';
import { mayKeepSchool } from './school.access.ts';
import { settleSignInIn } from './sign-ins.server.ts';

export type AuthorityReason = 'missing' | 'in-the-future' | 'ends-before' | 'barred-already' | 'alone-already';
type Asked = Promise<Outcome<undefined, AuthorityReason>>;

export type GuardianFile = store.GuardianRow & {
	name: string;
	footing: Footing;
	checkedByName: string | null;
	restrictions: Restriction[];
};
/** A change with the names of who made it and whom it is about. */
export type ToldChange = Change & { name: string; byName: string };

const collator = new Intl.Collator('nl', { numeric: true });

/** Whose authority nobody knows yet, first; then every child, by group. For the office and for leadership. */
export function list(ctx: Ctx) {
	return read(ctx, async (db) => {
		if (!mayKeepSchool(ctx)) return no('missing');
		const pupils = new Map((await store.findPupils(db, ctx)).map((pupil) => [pupil.id, pupil]));
		const unknown = (await store.findGuardians(db, ctx)).flatMap((row) => {
			const pupil = pupils.get(row.pupil);
			return pupil ? [{ pupil, name: nameOf(row) }] : [];
		});
		const groups = Map.groupBy([...pupils.values()].sort(byName), ({ group }) => group);
		return ok({
			unknown: unknown
				.sort((a, b) => byName(a.pupil, b.pupil))
				.map(({ pupil, name }) => ({ ...asLine(pupil), guardian: name })),
			groups: [...groups]
				.sort(([a], [b]) => collator.compare(a ?? '\uFFFF', b ?? '\uFFFF'))
				.map(([group, children]) => ({ group, children: children.map(asLine) }))
		});
	});
}

/** One child with its homes and guardians, what school knows of their authority, and all that was changed about it. */
export function get(ctx: Ctx, pupil: PersonId) {
	return read(ctx, async (db) => {
		if (!mayKeepSchool(ctx)) return no('missing');
		const child = (await store.findPupils(db, ctx)).find(({ id }) => id === pupil);
		if (!child) return no('missing');
		const rows = await store.findGuardians(db, ctx, pupil);
		const restrictions = await findRestrictions(db, ctx, pupil);
		const names = await namesIn(
			db,
			ctx,
			rows.flatMap(({ checkedBy }) => checkedBy ?? [])
		);
		const guardians = rows.map((row): GuardianFile => ({
			...row,
			name: nameOf(row),
			footing: footingOf(row),
			checkedByName: (row.checkedBy && names.get(row.checkedBy)) ?? null,
			restrictions: restrictions.filter(({ guardian }) => guardian === row.guardian)
		}));
		const homes = Map.groupBy(guardians, ({ household }) => household);
		const history = await toldIn(
			db,
			ctx,
			pupil,
			rows.map(({ guardian }) => guardian)
		);
		return ok({
			pupil: asLine(child),
			homes: [...homes].map(([household, there]): Home => ({ household, guardians: there })),
			history
		});
	});
}
export type Home = { household: HouseholdId; guardians: GuardianFile[] };

/** Somebody at school has seen proof of who has authority (standards §5.4): kept with the day and who checked. */
export function checkAuthority(ctx: Ctx, pupil: PersonId, check: Check): Asked {
	return changeTie(ctx, pupil, check.guardian, async (db) => {
		const { guardian, authority, institution, proof, proofOn } = check;
		if (proofOn > dayOf(ctx.now)) return no('in-the-future');
		await store.saveAuthority(db, ctx, { pupil, guardian, authority, institution, checkedOn: proofOn });
		await store.addChange(
			db,
			ctx,
			changeOf({ guardian, pupil, what: 'authority' }, { authority, institution, proof, proofOn })
		);
		recordFact(db, ctx, 'authority.checked', pupil, { guardian, authority });
		return ok(undefined);
	});
}

/** Change what ties a guardian to a child: the child is held meanwhile, and afterwards the guardian can do what is left. */
export function changeTie<Reason extends string>(
	ctx: Ctx,
	pupil: PersonId,
	guardian: PersonId,
	work: (db: Db) => Promise<Outcome<undefined, Reason>>,
	refusals: Record<string, Reason> = {}
): Promise<Outcome<undefined, Reason | 'missing'>> {
	return change<undefined, Reason | 'missing', Reason>(
		ctx,
		async (db) => {
			if (!mayKeepSchool(ctx) || !(await store.holdPupils(db, ctx, [pupil]))) return no('missing');
			const here = await store.findGuardians(db, ctx, pupil);
			if (!here.some((row) => row.guardian === guardian)) return no('missing');
			const done = await work(db);
			if (done.ok) await settleSignInIn(db, ctx, guardian);
			return done;
		},
		refusals
	);
}

/** What was changed about these guardians, newest first, with names. */
export async function toldIn(db: Db, ctx: Ctx, pupil: PersonId, guardians: readonly PersonId[]): Promise<ToldChange[]> {
	const changes = await store.findChanges(db, ctx, pupil, guardians);
	const names = await namesIn(
		db,
		ctx,
		changes.flatMap(({ guardian, by }) => [guardian, by])
	);
	return changes.map((each) => ({
		...each,
		name: names.get(each.guardian) ?? '',
		byName: names.get(each.by) ?? ''
	}));
}

function asLine({ id, group, ...name }: store.PupilLine) {
	return { id, group, fullName: fullNameOf(name), callName: name.givenName };
}
