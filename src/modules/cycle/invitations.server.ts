import { createHash, randomBytes } from 'node:crypto';
import { unansweredIn } from '#modules/cycle/wishes/answers.server.ts';
import { childrenIn } from '#modules/people/people.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read, type Db } from '#platform/db.server.ts';
import { asId, type PersonId, type RoundId, type SchoolId } from '#platform/ids.ts';
import * as store from './invitation.store.server.ts';
import { momentOf, type Time } from '#platform/time.ts';
import { isInvited } from './participant.ts';
import { invitedOf, participantsIn } from './participants.server.ts';
import { groupDayOf, isRunning, takesChoices, takesWishes, type Round } from './round.ts';
import * as rounds from './round.store.server.ts';
import { talksIn } from './rounds.server.ts';

/**
 * A new personal link, for one mail: its code leads to `/uitnodiging/<code>` and only starts a sign-in. The school stands
 * in the code, so that looking it up stays inside one school; the rest is chance, and only its hash is kept.
 */
export async function makeCodeIn(db: Db, ctx: Ctx, round: RoundId, person: PersonId): Promise<string> {
	const code = Buffer.concat([Buffer.from(ctx.school.replaceAll('-', ''), 'hex'), randomBytes(18)]).toString(
		'base64url'
	);
	await store.add(db, ctx, hashOf(code), round, person);
	return code;
}

/** Whom an invitation is for, until its round ends. It is not proof of who is there: it only says whom to mail a sign-in. */
export async function personOfInvitation(
	code: string,
	now: Date
): Promise<{ school: SchoolId; person: PersonId; round: RoundId } | undefined> {
	const school = schoolOf(code);
	if (!school) return undefined;
	const found = await read({ school }, (db) => store.find(db, { school }, hashOf(code)));
	if (!found || !isRunning(found, now)) return undefined;
	return { school, person: found.person, round: found.round };
}

/** Whom to invite now: every guardian of a child whose family may know of the round by now, once. */
export async function invitedBy(db: Db, ctx: Ctx, id: RoundId) {
	const round = await rounds.find(db, ctx, id);
	if (!round) return undefined;
	const all = await participantsIn(db, ctx, round);
	const pupils = all.filter(({ part }) => isInvited(round, part, ctx.now));
	const guardians = new Map<PersonId, { pupil: PersonId; callName: string }[]>();
	for (const { id: pupil, callName, guardians: each } of pupils) {
		for (const guardian of each)
			guardians.set(guardian.id, [...(guardians.get(guardian.id) ?? []), { pupil, callName }]);
	}
	return { round, guardians: [...guardians].map(([person, children]) => ({ person, children })) };
}

/** The same for one guardian, `ctx.person`: for whom of their children. Undefined: for none, or not any more. */
export async function invitationOf(db: Db, ctx: Ctx, id: RoundId) {
	const round = await rounds.find(db, ctx, id);
	if (!round || !isRunning(round, ctx.now)) return undefined;
	const onItsDay = { ...ctx, now: momentOf(groupDayOf(round, ctx.now), '12:00' as Time) };
	const children = await invitedOf(db, ctx, round, await childrenIn(db, onItsDay));
	if (!children.length) return undefined;
	return { round, children: children.map(({ callName }) => callName), pupils: children.map(({ id }) => id) };
}

export type OpenInvitation = { round: Round; pupil: { id: PersonId; callName: string } };

/** For Today: children of this guardian whose talk has no time yet, in a round that is open. */
export function openInvitations(ctx: Ctx): Promise<OpenInvitation[]> {
	return read(ctx, async (db) => {
		if (ctx.person.role !== 'guardian') return [];
		const children = await childrenIn(db, ctx);
		const running = (await rounds.findAll(db, ctx)).filter((round) => isRunning(round, ctx.now));
		const open = running.filter(takesChoices);
		const found: OpenInvitation[] = [];
		for (const round of running.filter(takesWishes)) {
			const mine = await invitedOf(db, ctx, round, children);
			for (const pupil of await unansweredIn(db, ctx, round, mine))
				found.push({ round, pupil: { id: pupil.id, callName: pupil.callName } });
		}
		for (const round of open) {
			const mine = await invitedOf(db, ctx, round, children);
			if (!mine.length) continue;
			const pupils = mine.map(({ id }) => id);
			const talks = await talksIn(db, ctx, round, pupils);
			const waiting = talks.filter(({ talk, booking }) => !booking && talk.guardians.includes(ctx.person.id));
			for (const { pupil } of waiting) found.push({ round, pupil: { id: pupil.id, callName: pupil.callName } });
		}
		return found;
	});
}

function hashOf(code: string) {
	return createHash('sha256').update(code).digest('base64url');
}

function schoolOf(code: string): SchoolId | undefined {
	const bytes = Buffer.from(code, 'base64url');
	if (bytes.length !== 34) return undefined;
	const hex = bytes.subarray(0, 16).toString('hex');
	return asId<SchoolId>(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
}
