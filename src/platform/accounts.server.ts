import type { ColumnType } from 'kysely';
import { local, type Db } from './db.server.ts';
import { newId } from './id.server.ts';
import type { AccountId, PersonId, SchoolId } from './ids.ts';
import { dropMailTo } from './mailbox.server.ts';
import { forgetFeedsIn } from './secret-address.server.ts';

export type Tables = {
	/** Without an address: who came by a letter, and has no mail. `asked_at`: nobody confirmed the address yet. */
	'platform.account': {
		id: AccountId;
		email: string | null;
		asked_at: ColumnType<Date | null, Date | null | undefined>;
	};
	'platform.membership': {
		school_id: SchoolId;
		person_id: PersonId;
		account_id: AccountId;
		/** When somebody first came in as this person, and when they did so by an invitation. */
		entered_at: ColumnType<Date | null, Date | null | undefined>;
		joined_at: ColumnType<Date | null, Date | null | undefined>;
	};
};

/** As whom an account may enter. */
export type Membership = { school: SchoolId; person: PersonId };

/** One spelling for one mailbox: people write their address with capitals and spaces, and mean the same. */
export function asEmail(text: string) {
	return text.normalize('NFKC').trim().toLowerCase();
}

export function isEmail(text: string) {
	return text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

/**
 * Let persons in by their e-mail address, in the transaction of the room that knows them. Who was in by another address
 * moves to this one, but not who chose theirs with an invitation. Repeating it changes
 * nothing. The answer: accounts that were not here before.
 */
export async function admitIn(db: Db, people: readonly (Membership & { email: string })[]): Promise<AccountId[]> {
	if (!people.length) return [];
	const tables = db.withTables<Tables>();
	const emails = [...new Set(people.map(({ email }) => asEmail(email)))];
	const made = await tables
		.insertInto('platform.account')
		.values(emails.map((email) => ({ id: newId<AccountId>(), email })))
		.onConflict((on) => on.column('email').doNothing())
		.returning('id')
		.execute();
	const accounts = await tables.selectFrom('platform.account').where('email', 'in', emails).selectAll().execute();
	const byEmail = new Map(accounts.map(({ id, email }) => [email, id]));
	const unique = new Map(people.map((one) => [`${one.school} ${one.person}`, one]));
	await tables
		.insertInto('platform.membership')
		.values(
			[...unique.values()].map(({ school, person, email }) => ({
				school_id: school,
				person_id: person,
				account_id: byEmail.get(asEmail(email))!
			}))
		)
		.onConflict((on) =>
			on
				.columns(['school_id', 'person_id'])
				.doUpdateSet((set) => ({ account_id: set.ref('excluded.account_id') }))
				.where('membership.joined_at' as 'joined_at', 'is', null)
		)
		.execute();
	return made.map(({ id }) => id);
}

/** These persons no longer enter; a session that stood in their name stands outside. Repeating it changes nothing. */
export async function dismissIn(db: Db, school: SchoolId, persons: readonly PersonId[]) {
	if (!persons.length) return;
	await db
		.withTables<Tables>()
		.deleteFrom('platform.membership')
		.where('school_id', '=', school)
		.where('person_id', 'in', persons)
		.execute();
}

/** The school knows no address for these persons any more: they no longer enter, but for who came by an invitation. */
export async function forgetIn(db: Db, school: SchoolId, persons: readonly PersonId[]) {
	if (!persons.length) return;
	await db
		.withTables<Tables>()
		.deleteFrom('platform.membership')
		.where('school_id', '=', school)
		.where('person_id', 'in', persons)
		.where('joined_at', 'is', null)
		.execute();
}

/** These persons are gone; an account that is nobody's any more goes with them, and all that hangs on it. */
export async function forgetAccountsIn(db: Db, school: SchoolId, persons: readonly PersonId[]) {
	if (!persons.length) return;
	await forgetFeedsIn(db, school, persons);
	const tables = db.withTables<Tables>();
	const left = await tables
		.deleteFrom('platform.membership')
		.where('school_id', '=', school)
		.where('person_id', 'in', persons)
		.returning('account_id')
		.execute();
	if (!left.length) return;
	const gone = await tables
		.deleteFrom('platform.account as account')
		.where(
			'account.id',
			'in',
			left.map(({ account_id }) => account_id)
		)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('platform.membership as other')
						.whereRef('other.account_id', '=', 'account.id')
						.select('account_id')
				)
			)
		)
		.returning('account.email')
		.execute();
	await dropMailTo(
		db,
		gone.flatMap(({ email }) => email ?? [])
	);
}

export async function membershipsOf(account: AccountId): Promise<Membership[]> {
	return tables()
		.selectFrom('platform.membership')
		.where('account_id', '=', account)
		.select(['school_id as school', 'person_id as person'])
		.orderBy('school_id')
		.orderBy('person_id')
		.execute();
}

export async function accountOf({ school, person }: Membership): Promise<AccountId | undefined> {
	const found = await tables()
		.selectFrom('platform.membership')
		.where('school_id', '=', school)
		.where('person_id', '=', person)
		.select('account_id')
		.executeTakeFirst();
	return found?.account_id;
}

/** Which account is behind each of these persons of one school, in the transaction of the room that asks. */
export async function accountsIn(db: Db, school: SchoolId, persons: readonly PersonId[]) {
	if (!persons.length) return new Map<PersonId, AccountId>();
	const found = await db
		.withTables<Tables>()
		.selectFrom('platform.membership')
		.where('school_id', '=', school)
		.where('person_id', 'in', persons)
		.select(['person_id', 'account_id'])
		.execute();
	return new Map(found.map(({ person_id, account_id }) => [person_id, account_id]));
}

/** The account at this address, if somebody was let in by it. */
export function findAccount(email: string) {
	return tables().selectFrom('platform.account').where('email', '=', asEmail(email)).selectAll().executeTakeFirst();
}

export function accountById(id: AccountId) {
	return tables().selectFrom('platform.account').where('id', '=', id).selectAll().executeTakeFirst();
}

/** All schools that live here. */
export async function tenants(): Promise<SchoolId[]> {
	const found = await local()
		.withTables<{ 'platform.tenant': { school_id: SchoolId } }>()
		.selectFrom('platform.tenant')
		.select('school_id')
		.orderBy('school_id')
		.execute();
	return found.map(({ school_id }) => school_id);
}

function tables() {
	return local().withTables<Tables>();
}
