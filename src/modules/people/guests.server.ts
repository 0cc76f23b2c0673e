import { asEmail } from '#platform/accounts.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, conflicts, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { addDays, dayOf, type Day } from '#platform/time.ts';
import { toldIn } from './authorities.server.ts';
import { addChange, findGuardians, holdPupils, type GuardianRow } from './authority.store.server.ts';
import { footingOf, type Footing } from './authority.ts';
import { changeOf } from './change.ts';
import { memberOf, type Circle, type Member } from './circle.ts';
import { circleIn, wholeCircleIn } from './circles.server.ts';
import { mayInvite } from './guest.access.ts';
import * as store from './guest.store.server.ts';
import { namesIn } from './people.server.ts';
import { nameOf } from './person.ts';
import { findContacts } from './pupil.store.server.ts';
import { findOpen } from './say.store.server.ts';
import { settleSignInIn } from './sign-ins.server.ts';

export type GuestReason = 'missing' | 'refused' | 'court' | 'in-already' | 'is-guardian' | 'until-wrong';
type Asked = Promise<Outcome<undefined, GuestReason>>;

/** Who is in the circle, as what, since when and what each may; and how far the pupil's own say reaches. */
export function circlePage(ctx: Ctx, pupil: PersonId) {
	return read(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		const reader = circle && memberOf(circle, ctx.person.id);
		if (!circle || !reader) return no('missing');
		const today = dayOf(ctx.now);
		const invites = mayInvite(circle, reader, today);
		const since = new Map((await store.findSince(db, ctx, pupil)).map((row) => [row.person, row]));
		const guardians = new Map((await findGuardians(db, ctx, pupil)).map((row) => [row.guardian, row]));
		const open = await findOpen(db, ctx, pupil);
		const names = await namesIn(
			db,
			ctx,
			[...since.values()].flatMap(({ invitedBy }) => invitedBy ?? [])
		);
		const aboutAuthority = reader.role === 'guardian' || reader.role === 'staff';
		const members = circle.members.map((member) => ({
			...member,
			since: since.get(member.person)?.since ?? null,
			...guestOf(member, since.get(member.person), names),
			footing: footingFor(guardians.get(member.person), aboutAuthority)
		}));
		const outside = [...guardians.values()].filter((row) => footingOf(row) === 'without');
		return ok({
			circle,
			reader,
			members,
			mayInvite: invites,
			outside: invites ? outside.map((row) => ({ person: row.guardian, name: nameOf(row) })) : [],
			open,
			history: reader.role === 'guardian' ? await toldIn(db, ctx, pupil, [reader.person]) : []
		});
	});
}

function footingFor(row: GuardianRow | undefined, shown: boolean): Footing | null {
	return row && shown ? footingOf(row) : null;
}

function guestOf({ role, authority }: Member, row: store.Since | undefined, names: Map<PersonId, string>) {
	const isGuest = (role === 'other' || (role === 'guardian' && authority === 'no')) && row?.invitedBy;
	return isGuest
		? { until: row.until && addDays(row.until, -1), invitedBy: names.get(row.invitedBy!) ?? '' }
		: { until: null, invitedBy: null };
}

/** For who was let in: into whose circle, by whom, until and with which day. Undefined: not any more. */
export async function guestForMessage(db: Db, ctx: Ctx, pupil: PersonId, person: PersonId) {
	const circle = await wholeCircleIn(db, ctx, pupil);
	const member = circle && memberOf(circle, person);
	const row = member && (await store.findSince(db, ctx, pupil)).find((each) => each.person === person);
	if (!row?.invitedBy) return undefined;
	const names = await namesIn(db, ctx, [row.invitedBy]);
	return { callName: circle!.callName, ...guestOf(member!, row, names) };
}

/** Let a parent without authority into the circle, until and with a day; not when a judge forbids it (handbook §2). */
export function inviteGuardian(ctx: Ctx, pupil: PersonId, input: { guardian: PersonId; until: Day }): Asked {
	return inviting(ctx, pupil, input.until, async (db) => {
		const row = (await findGuardians(db, ctx, pupil)).find(({ guardian }) => guardian === input.guardian);
		if (!row) return no('missing');
		const footing = footingOf(row);
		if (footing === 'barred') return no('court');
		if (footing !== 'without' && footing !== 'invited') return no('in-already');
		await store.saveInvitation(db, ctx, pupil, input.guardian, ctx.person.id, addDays(input.until, 1));
		const told = changeOf({ guardian: input.guardian, pupil, what: 'invited' }, { until: input.until });
		await addChange(db, ctx, told);
		await settleSignInIn(db, ctx, input.guardian);
		recordFact(db, ctx, 'guest.invited', pupil, { person: input.guardian });
		return ok(undefined);
	});
}

/** Let somebody in the child's life into the circle: they read what is for the child too, and no more. */
export function inviteOther(ctx: Ctx, pupil: PersonId, { until, ...other }: store.NewOther & { until: Day }): Asked {
	return inviting(ctx, pupil, until, async (db) => {
		const email = asEmail(other.email);
		const guardian = (await findContacts(db, ctx, pupil)).find((each) => each.email && asEmail(each.email) === email);
		const row = guardian && (await findGuardians(db, ctx, pupil)).find((each) => each.guardian === guardian.guardian);
		if (row) return no(footingOf(row) === 'barred' ? 'court' : 'is-guardian');
		const person = await store.putOther(db, ctx, { ...other, email });
		await store.addGuest(db, ctx, pupil, person, addDays(until, 1));
		await settleSignInIn(db, ctx, person);
		recordFact(db, ctx, 'guest.invited', pupil, { person });
		return ok(undefined);
	});
}

/** From now on this guest is no longer in the circle. */
export function endInvitation(ctx: Ctx, pupil: PersonId, person: PersonId): Asked {
	return inviting(ctx, pupil, dayOf(ctx.now), async (db, circle) => {
		const member = memberOf(circle, person);
		const isGuardian = member?.role === 'guardian' && member.authority === 'no';
		if (isGuardian) {
			await store.saveInvitation(db, ctx, pupil, person, null, null);
			await addChange(db, ctx, changeOf({ guardian: person, pupil, what: 'invitation-ended' }));
		} else if (member?.role !== 'other' || !(await store.endGuest(db, ctx, pupil, person))) return no('missing');
		await settleSignInIn(db, ctx, person);
		recordFact(db, ctx, 'guest.invitation-ended', pupil, { person });
		return ok(undefined);
	});
}

const daysAtMost = 366;

function inviting(ctx: Ctx, pupil: PersonId, until: Day, work: (db: Db, circle: Circle) => Asked): Asked {
	return change<undefined, GuestReason, GuestReason>(
		ctx,
		async (db) => {
			await holdPupils(db, ctx, [pupil]);
			const circle = await wholeCircleIn(db, ctx, pupil);
			const reader = circle && memberOf(circle, ctx.person.id);
			const today = dayOf(ctx.now);
			if (!circle || !reader) return no('missing');
			if (!mayInvite(circle, reader, today)) return no('refused');
			if (until < today || until > addDays(today, daysAtMost)) return no('until-wrong');
			return work(db, circle);
		},
		{ [conflicts.overlap]: 'in-already' }
	);
}
