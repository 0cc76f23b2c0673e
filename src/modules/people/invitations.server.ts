import { change, conflicts, read, type Db } from '#platform/db.server.ts';
import { isStaff, type Ctx } from '#platform/ctx.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { InvitationId, PersonId, SchoolId } from '#platform/ids.ts';
import { endCodeIn, makeCodeIn } from '#platform/invitation-code.server.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { maySend } from './invitation.access.ts';
import type { Invitees } from './invitation.input.ts';
import * as store from './invitation.store.server.ts';
import { expiryOf, isOpen, mayBeInvited, type InvitationChannel } from './invitation.ts';
import { inviteesIn, isToInvite, type Invitee } from './invitees.server.ts';
import { findSchool, holdSchool } from './school.store.server.ts';

export type InvitationReason = 'missing' | 'nobody-left' | 'without-mail' | 'known' | 'changed';

/** A letter to be printed: its code is on this paper alone. */
export type Letter = Pick<Invitee, 'person' | 'role' | 'name' | 'fullName' | 'language' | 'children'> & {
	code: string;
	until: Date;
};

/** Who is in, who was invited, and whom school may still invite, by group. */
export function list(ctx: Ctx) {
	return read(ctx, async (db) => {
		const groups = await inviteesIn(db, ctx);
		if (!isStaff(ctx)) return no('missing');
		return ok({ groups, maySend: maySend(ctx), phone: (await findSchool(db, ctx)).phone });
	});
}

/** Mail an invitation: to one person anew, or to all who have an address and no invitation that is open. */
export function send(ctx: Ctx, to: Invitees): Promise<Outcome<number, InvitationReason>> {
	return change(
		ctx,
		async (db): Promise<Outcome<number, InvitationReason>> => {
			if (!maySend(ctx)) return no('missing');
			const chosen = await choose(db, ctx, to);
			if (!chosen.ok) return chosen;
			const reachable = chosen.value.filter(({ email }) => email);
			if (!reachable.length) return no('without-mail');
			for (const { invitation, person } of await invite(db, ctx, reachable, 'mail')) {
				recordFact(db, ctx, 'invitation.sent', invitation, { to: person });
			}
			return ok(reachable.length);
		},
		{ [conflicts.double]: 'changed' }
	);
}

/** Make letters, each with a new code: for one person, or for all who have no invitation that is open. */
export function print(
	ctx: Ctx,
	to: Invitees
): Promise<Outcome<{ school: School; letters: Letter[] }, InvitationReason>> {
	return change(
		ctx,
		async (db): Promise<Outcome<{ school: School; letters: Letter[] }, InvitationReason>> => {
			const chosen = await choose(db, ctx, to);
			if (!chosen.ok) return chosen;
			const letters: Letter[] = [];
			const until = expiryOf('letter', ctx.now);
			const byPerson = new Map(chosen.value.map((invitee) => [invitee.person, invitee]));
			for (const { invitation, person } of await invite(db, ctx, chosen.value, 'letter')) {
				recordFact(db, ctx, 'invitation.printed', invitation, { to: person });
				const code = await makeCodeIn(db, ctx.school, invitation, until);
				letters.push({ ...byPerson.get(person)!, code, until });
			}
			const { name, phone } = await findSchool(db, ctx);
			return ok({ school: { name, phone }, letters });
		},
		{ [conflicts.double]: 'changed' }
	);
}
type School = { name: string; phone: string | null };

/** The code is of no use any more. */
export function withdraw(ctx: Ctx, person: PersonId): Promise<Outcome<undefined, InvitationReason>> {
	return change(ctx, async (db): Promise<Outcome<undefined, InvitationReason>> => {
		if (!maySend(ctx)) return no('missing');
		const ended = await end(db, ctx, [person]);
		if (!ended.length) return no('missing');
		for (const invitation of ended) recordFact(db, ctx, 'invitation.withdrawn', invitation);
		return ok(undefined);
	});
}

/** The code for the mail, when that is made: the one before it, of a mail that may not have come, ends. */
export async function codeForMailIn(db: Db, school: SchoolId, id: InvitationId, now: Date) {
	const invitation = await store.find(db, { school }, id);
	if (!invitation || !isOpen(invitation, now)) return undefined;
	return { code: await makeCodeIn(db, school, id, invitation.expiresAt), until: invitation.expiresAt };
}

async function choose(db: Db, ctx: Ctx, to: Invitees): Promise<Outcome<Invitee[], InvitationReason>> {
	await holdSchool(db, ctx);
	const groups = await inviteesIn(db, ctx);
	const all = new Map(groups.flatMap(({ invitees }) => invitees.map((one) => [one.person, one] as const)));
	if (to !== 'school' && 'person' in to) {
		const one = all.get(to.person);
		if (!one) return no('missing');
		return mayBeInvited(one.standing) ? ok([one]) : no('known');
	}
	if (to !== 'school' && !groups.some(({ id }) => id === to.group)) return no('missing');
	if (!groups.length) return no('missing');
	const meant = to === 'school' ? [...all.values()] : groups.find(({ id }) => id === to.group)!.invitees;
	const left = meant.filter((one) => isToInvite(one, ctx.now));
	return left.length ? ok(left) : no('nobody-left');
}

async function invite(db: Db, ctx: Ctx, invitees: readonly Invitee[], channel: InvitationChannel) {
	const persons = invitees.map(({ person }) => person);
	await end(db, ctx, persons);
	const made = persons.map((person) => ({
		...{ id: newId<InvitationId>(), person, channel },
		...{ madeAt: ctx.now, expiresAt: expiryOf(channel, ctx.now) }
	}));
	await store.add(db, ctx, made);
	return made.map(({ id, person }) => ({ invitation: id, person }));
}

async function end(db: Db, ctx: Ctx, persons: readonly PersonId[]) {
	const ended = await store.withdraw(db, ctx, persons, ctx.now);
	for (const invitation of ended) await endCodeIn(db, ctx.school, invitation);
	return ended;
}
