import { createHash, randomBytes } from 'node:crypto';
import type { Generated } from 'kysely';
import { now } from './clock.server.ts';
import { local, type Db } from './db.server.ts';
import type { Factor } from './factor.ts';
import { newId } from './id.server.ts';
import type { AccountId, PersonId, SchoolId } from './ids.ts';
import { addMinutes } from './time.ts';
import type { Membership, Tables as AccountTables } from './accounts.server.ts';
import { noteEntered } from './memberships.server.ts';

export type SessionId = string & { readonly __session: never };

type Tables = AccountTables & {
	'platform.session': {
		id: SessionId;
		token_hash: string;
		account_id: AccountId;
		school_id: SchoolId | null;
		person_id: PersonId | null;
		device: string;
		factors: Factor[];
		confirmed_at: Date | null;
		through_school_id: SchoolId | null;
		started_at: Date;
		seen_at: Date;
		expires_at: Date;
		days_unused: Generated<number>;
	};
};

export const cookieName = 'eenlijn';
/** A session ends when it has not been used for this long. */
export const daysUnused = 90;
/** Without mail there is no quick way back in: then it lasts as long as browsers keep a cookie. */
export const daysUnusedWithoutMail = 400;
const minutesADay = 24 * 60;
const minutesBetweenTouches = 5;

/** Who holds this token: an account, and as whom it entered when that was chosen and still stands. */
export type Session = {
	id: SessionId;
	account: AccountId;
	as: Membership | undefined;
	/** How it was proved that it is this account, and when last. */
	factors: readonly Factor[];
	confirmedAt: Date | undefined;
	/** The school whose provider let it in; it opens no other. */
	through: SchoolId | undefined;
	/** How long it lasts unused; `renewed`: counted anew from today, and so should its cookie be. */
	days: number;
	renewed: boolean;
};

/** How somebody came in: by which proofs, by the provider of which school, and for how long when it is not used. */
export type Entrance = { factors: readonly Factor[]; through?: SchoolId; days?: number };

/** Begin a session on a device. The answer is the token for the cookie; the database keeps its hash only. */
export async function begin(
	account: AccountId,
	device: string,
	as?: Membership,
	{ factors, through, days = daysUnused }: Entrance = { factors: ['mail'] }
): Promise<string> {
	const token = newToken();
	const at = now();
	await tables()
		.insertInto('platform.session')
		.values({
			id: newId<SessionId>(),
			token_hash: hashOf(token),
			account_id: account,
			school_id: as?.school ?? null,
			person_id: as?.person ?? null,
			device: device.slice(0, 200),
			factors: [...factors],
			confirmed_at: at,
			through_school_id: through ?? null,
			started_at: at,
			seen_at: at,
			expires_at: addMinutes(at, days * minutesADay),
			days_unused: days
		})
		.execute();
	if (as) await noteEntered(as);
	return token;
}

export async function find(token: string): Promise<Session | undefined> {
	const at = now();
	const found = await tables()
		.selectFrom('platform.session as session')
		.leftJoin('platform.membership as membership', (join) =>
			join
				.onRef('membership.account_id', '=', 'session.account_id')
				.onRef('membership.school_id', '=', 'session.school_id')
				.onRef('membership.person_id', '=', 'session.person_id')
		)
		.where('session.token_hash', '=', hashOf(token))
		.where('session.expires_at', '>', at)
		.select(['session.id', 'session.account_id', 'session.seen_at', 'session.days_unused as days'])
		.select(['membership.school_id', 'membership.person_id'])
		.select(['session.factors', 'session.confirmed_at', 'session.through_school_id'])
		.executeTakeFirst();
	if (!found) return undefined;
	const { school_id: school, person_id: person, days } = found;
	const renewed = addMinutes(found.seen_at, minutesBetweenTouches) < at;
	if (renewed) await touch(found.id, at, days);
	return {
		id: found.id,
		account: found.account_id,
		as: school && person ? { school, person } : undefined,
		factors: found.factors,
		confirmedAt: found.confirmed_at ?? undefined,
		through: found.through_school_id ?? undefined,
		...{ days, renewed }
	};
}

/** Who holds this session proved it once more. It goes on under another token, which is the answer. */
export async function prove({ id, factors }: Session, factor: Factor): Promise<string> {
	const token = newToken();
	await tables()
		.updateTable('platform.session')
		.set({ token_hash: hashOf(token), factors: [...new Set([...factors, factor])], confirmed_at: now() })
		.where('id', '=', id)
		.execute();
	return token;
}

/** Go on as this person; only one that belongs to the account of the session. */
export async function choose({ id, account }: Session, as: Membership): Promise<boolean> {
	const { numUpdatedRows } = await tables()
		.updateTable('platform.session')
		.set({ school_id: as.school, person_id: as.person })
		.where('id', '=', id)
		.where((where) => where.or([where('through_school_id', 'is', null), where('through_school_id', '=', as.school)]))
		.where((where) =>
			where.exists(
				where
					.selectFrom('platform.membership')
					.where('account_id', '=', account)
					.where('school_id', '=', as.school)
					.where('person_id', '=', as.person)
					.select('person_id')
			)
		)
		.executeTakeFirst();
	if (numUpdatedRows > 0n) await noteEntered(as);
	return numUpdatedRows > 0n;
}

/** Where this account is signed in, last used first. */
export function listOf(account: AccountId) {
	return tables()
		.selectFrom('platform.session')
		.where('account_id', '=', account)
		.where('expires_at', '>', now())
		.select(['id', 'device', 'started_at as startedAt', 'seen_at as seenAt'])
		.orderBy('seen_at', 'desc')
		.execute();
}

/** End one session of this account; whether it was there. Somebody else's is not there to be ended. */
export async function end(account: AccountId, session: SessionId): Promise<boolean> {
	const { numDeletedRows } = await tables()
		.deleteFrom('platform.session')
		.where('account_id', '=', account)
		.where('id', '=', session)
		.executeTakeFirst();
	return numDeletedRows > 0n;
}

export function signOut({ account, id }: Session) {
	return end(account, id);
}

export async function endAll(account: AccountId) {
	await tables().deleteFrom('platform.session').where('account_id', '=', account).execute();
}

/** End all sessions of this account but this one. */
export async function endOthers({ account, id }: Session) {
	await tables().deleteFrom('platform.session').where('account_id', '=', account).where('id', '!=', id).execute();
}

/** End every session that stands in this person's name, in the transaction of the room that says so. */
export async function endAsIn(db: Db, { school, person }: Membership) {
	await db
		.withTables<Tables>()
		.deleteFrom('platform.session')
		.where('school_id', '=', school)
		.where('person_id', '=', person)
		.execute();
}

/** Take away what nobody can use any more. */
export async function clear() {
	await tables().deleteFrom('platform.session').where('expires_at', '<=', now()).execute();
}

async function touch(id: SessionId, at: Date, days: number) {
	await tables()
		.updateTable('platform.session')
		.set({ seen_at: at, expires_at: addMinutes(at, days * minutesADay) })
		.where('id', '=', id)
		.execute();
}

function newToken() {
	return randomBytes(32).toString('base64url');
}

function hashOf(token: string) {
	return createHash('sha256').update(token).digest('base64url');
}

function tables() {
	return local().withTables<Tables>();
}
