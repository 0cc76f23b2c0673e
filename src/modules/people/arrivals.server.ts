import { accountById, membershipsOf, type Membership } from '#platform/accounts.server.ts';
import { change, read } from '#platform/db.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { AccountId } from '#platform/ids.ts';
import { endCodeIn, findCode } from '#platform/invitation-code.server.ts';
import { addAccountWithoutMailIn, adoptIn, holdStandingIn, joinIn, standingsIn } from '#platform/memberships.server.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { within } from '#platform/sign-in-limit.server.ts';
import * as callers from './callers.server.ts';
import * as store from './invitation.store.server.ts';
import { isOpen, wayInFor, type WayIn } from './invitation.ts';

/** What a right code tells: no more than who has the letter knows. */
export type Invited = { schoolName: string; callName: string; isPupil: boolean; returns: boolean };
export type ArrivalReason = 'wrong-code' | 'too-many' | 'known' | 'not-yours';

/** Tries from one network address in a quarter of an hour; a school's own network holds many parents at once. */
const mostTries = 60;

/** Look at a code without using it; every look counts as a try. */
export async function find(
	code: string | undefined,
	address: string,
	now: Date
): Promise<Outcome<Invited, 'wrong-code' | 'too-many'>> {
	if (!(await within(mostTries, `invitation ${address}`))) return no('too-many');
	const invited = code && (await look(code, now));
	return invited ? ok(invited) : no('wrong-code');
}

/** The same for a browser whose code was right a moment ago: no try, since nothing is guessed. */
export async function look(code: string, now: Date): Promise<Invited | undefined> {
	const found = await findCode(code);
	if (!found) return undefined;
	const { school } = found;
	return read({ school }, async (db) => {
		const invitation = await store.find(db, { school }, found.invitation);
		if (!invitation || !isOpen(invitation, now)) return undefined;
		const { person } = invitation;
		const caller = await callers.findIn(db, school, person, now);
		if (!caller || !(await store.mayComeIn(db, { school, now }, person))) return undefined;
		const [standing] = await standingsIn(db, school, [person]);
		return {
			schoolName: caller.schoolName,
			callName: caller.callName,
			isPupil: caller.person.role === 'pupil',
			returns: Boolean(standing?.enteredAt && !standing.hasMail)
		};
	});
}

/**
 * Come in with a code, once: by the account somebody signed in with, or by a new one without mail. Of two at the same
 * moment one comes in.
 */
export async function arrive(
	code: string,
	wanted: WayIn,
	now: Date
): Promise<Outcome<{ account: AccountId; as: Membership }, ArrivalReason>> {
	const found = await findCode(code);
	if (!found) return no('wrong-code');
	const { school } = found;
	const chosen = wanted === 'without-mail' ? undefined : await chosenBy(wanted.account, now);
	return change({ school }, async (db): Promise<Outcome<{ account: AccountId; as: Membership }, ArrivalReason>> => {
		const person = await store.use(db, { school }, found.invitation, now);
		if (!person || !(await store.mayComeIn(db, { school, now }, person))) return no('wrong-code');
		const caller = await callers.findIn(db, school, person, now);
		if (!caller) return no('wrong-code');
		const isPupil = caller.person.role === 'pupil';
		if (chosen?.roles.some((role) => (role === 'pupil') !== isPupil)) return no('not-yours');
		const as = { school, person };
		const standing = await holdStandingIn(db, as);
		const way = wayInFor(standing, wanted === 'without-mail' ? wanted : { ...wanted, isNew: chosen?.isNew });
		if (way === 'known') return no('known');
		const before = way === 'join' ? undefined : standing?.account;
		if (way === 'adopt' && wanted !== 'without-mail') await adoptIn(db, standing!.account, wanted.account);
		const account = before ?? (wanted === 'without-mail' ? await addAccountWithoutMailIn(db) : wanted.account);
		await joinIn(db, as, account, now);
		if (chosen?.email) await store.saveEmail(db, { school }, person, chosen.email);
		await endCodeIn(db, school, found.invitation);
		const ctx: Ctx = { school, person: caller.person, now, language: caller.language };
		recordFact(db, ctx, 'invitation.used', found.invitation);
		return ok({ account, as });
	});
}

/** The address of an account, and what its owner is to the schools it enters: a child's account is never a parent's. */
async function chosenBy(account: AccountId, now: Date) {
	const [found, memberships] = await Promise.all([accountById(account), membershipsOf(account)]);
	const entered = await Promise.all(memberships.map(({ school, person }) => callers.find(school, person, now)));
	return {
		email: found?.email ?? null,
		isNew: memberships.length === 0,
		roles: entered.flatMap((caller) => caller?.person.role ?? [])
	};
}
