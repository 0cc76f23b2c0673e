import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { GroupId, InvitationId, PersonId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';
import type { Invitation } from './invitation.ts';
import type { Tables } from './people.store.server.ts';
import { maySignIn, sayOn, type Say } from './say.ts';

type Here = Pick<Ctx, 'school'>;

/** The newest invitation of each of these persons. */
export async function findNewest(db: Db, ctx: Here, persons: readonly PersonId[]): Promise<Invitation[]> {
	if (!persons.length) return [];
	const found = await invitations(db, ctx)
		.where('person_id', '=', sql<PersonId>`any(${persons}::uuid[])`)
		.execute();
	return [...new Map(found.map((invitation) => [invitation.person, invitation])).values()];
}

/** Every invitation that this person was sent, the first first. */
export function findTo(db: Db, ctx: Here, person: PersonId): Promise<Invitation[]> {
	return invitations(db, ctx).where('person_id', '=', person).execute();
}

export function find(db: Db, ctx: Here, id: InvitationId): Promise<Invitation | undefined> {
	return invitations(db, ctx).where('id', '=', id).executeTakeFirst();
}

export async function add(db: Db, ctx: Ctx, made: readonly Omit<Invitation, 'usedAt' | 'withdrawnAt'>[]) {
	if (!made.length) return;
	await db
		.withTables<Tables>()
		.insertInto('people.invitation')
		.values(
			made.map(({ id, person, channel, madeAt, expiresAt }) => ({
				school_id: ctx.school,
				id,
				person_id: person,
				channel,
				made_by: ctx.person.id,
				made_at: madeAt,
				expires_at: expiresAt
			}))
		)
		.execute();
}

/** End what is open; the ids of what was. */
export async function withdraw(db: Db, ctx: Here, persons: readonly PersonId[], at: Date): Promise<InvitationId[]> {
	if (!persons.length) return [];
	const ended = await db
		.withTables<Tables>()
		.updateTable('people.invitation')
		.set({ withdrawn_at: at })
		.where('school_id', '=', ctx.school)
		.where('person_id', '=', sql<PersonId>`any(${persons}::uuid[])`)
		.where('used_at', 'is', null)
		.where('withdrawn_at', 'is', null)
		.returning('id')
		.execute();
	return ended.map(({ id }) => id);
}

/** Use it, once: of two at the same moment one gets in. */
export async function use(db: Db, ctx: Here, id: InvitationId, at: Date): Promise<PersonId | undefined> {
	const used = await db
		.withTables<Tables>()
		.updateTable('people.invitation')
		.set({ used_at: at })
		.where('school_id', '=', ctx.school)
		.where('id', '=', id)
		.where('used_at', 'is', null)
		.where('withdrawn_at', 'is', null)
		.where('expires_at', '>', at)
		.returning('person_id')
		.executeTakeFirst();
	return used?.person_id;
}

/** Which pupils of these groups sign in themselves. */
export async function findOwnAccess(db: Db, ctx: Ctx, groups: readonly GroupId[]): Promise<PersonId[]> {
	const today = dayOf(ctx.now);
	const { rows } = await sql<{ id: PersonId; say: Say; born: Day | null }>`
		select p.id, p.say, p.birth_date as born from people.pupil p
		  join people.enrolment e on e.school_id = p.school_id and e.pupil_id = p.id
		 where p.school_id = ${ctx.school} and e.group_id = any(${groups}::uuid[])
		   and e.starts_on <= ${today} and (e.ends_on is null or e.ends_on > ${today})`.execute(db);
	return rows.filter(({ say, born }) => maySignIn(sayOn(say, born, today))).map(({ id }) => id);
}

/** Whether this person may come in at all today: who is here, and a pupil only when signing in was opened for it. */
export async function mayComeIn(db: Db, { school, now }: { school: Ctx['school']; now: Date }, person: PersonId) {
	const today = dayOf(now);
	const found = await db
		.withTables<Tables>()
		.selectFrom('people.person as person')
		.leftJoin('people.pupil as pupil', (join) =>
			join.onRef('pupil.school_id', '=', 'person.school_id').onRef('pupil.id', '=', 'person.id')
		)
		.where('person.school_id', '=', school)
		.where('person.id', '=', person)
		.where((where) => where.or([where('person.ended_on', 'is', null), where('person.ended_on', '>', today)]))
		.select(['pupil.say', 'pupil.birth_date as born'])
		.executeTakeFirst();
	return found !== undefined && (found.say === null || maySignIn(sayOn(found.say, found.born, today)));
}

/** The address somebody gave, when school has none: that is where Eenlijn writes to them. */
export async function saveEmail(db: Db, ctx: Here, person: PersonId, email: string) {
	await db
		.withTables<Tables>()
		.updateTable('people.person')
		.set({ email })
		.where('school_id', '=', ctx.school)
		.where('id', '=', person)
		.where('email', 'is', null)
		.execute();
}

function invitations(db: Db, { school }: Here) {
	return db
		.withTables<Tables>()
		.selectFrom('people.invitation')
		.where('school_id', '=', school)
		.select(['id', 'person_id as person', 'channel', 'made_at as madeAt', 'expires_at as expiresAt'])
		.select(['used_at as usedAt', 'withdrawn_at as withdrawnAt'])
		.orderBy('made_at')
		.orderBy('id');
}
