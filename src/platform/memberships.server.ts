import type { Kysely } from 'kysely';
import type { Membership, Tables } from './accounts.server.ts';
import { now } from './clock.server.ts';
import { local, type Db } from './db.server.ts';
import { newId } from './id.server.ts';
import type { AccountId, PersonId, SchoolId } from './ids.ts';

/** How a person stands at the door: in by which account, since when, and whether mail reaches it. */
export type Standing = { person: PersonId; account: AccountId; enteredAt: Date | null; hasMail: boolean };

/** Of these persons those who may enter; who may not is not in the list. */
export function standingsIn(db: Db, school: SchoolId, persons: readonly PersonId[]): Promise<Standing[]> {
	return find(db.withTables<Tables>(), school, persons);
}

/** The same for one, held until the transaction ends, so that two who move it wait for each other. */
export async function holdStandingIn(db: Db, { school, person }: Membership): Promise<Standing | undefined> {
	const tables = db.withTables<Tables>();
	await tables
		.selectFrom('platform.membership')
		.where('school_id', '=', school)
		.where('person_id', '=', person)
		.select('account_id')
		.forUpdate()
		.execute();
	return (await find(tables, school, [person]))[0];
}

/** This person comes in by this account from now on: their own choice, which no file of the school takes back. */
export async function joinIn(db: Db, { school, person }: Membership, account: AccountId, at: Date) {
	const tables = db.withTables<Tables>();
	await tables
		.insertInto('platform.membership')
		.values({ school_id: school, person_id: person, account_id: account, joined_at: at })
		.onConflict((on) =>
			on.columns(['school_id', 'person_id']).doUpdateSet((set) => ({
				account_id: set.ref('excluded.account_id'),
				joined_at: set.ref('excluded.joined_at')
			}))
		)
		.execute();
	await tables.updateTable('platform.account').set({ asked_at: null }).where('id', '=', account).execute();
}

/** An account that no mail reaches. */
export async function addAccountWithoutMailIn(db: Db): Promise<AccountId> {
	const id = newId<AccountId>();
	await db.withTables<Tables>().insertInto('platform.account').values({ id, email: null }).execute();
	return id;
}

/** An account without mail gets the address of one that nobody came in by, which then is there no more. */
export async function adoptIn(db: Db, account: AccountId, from: AccountId) {
	const tables = db.withTables<Tables>();
	const taken = await tables
		.deleteFrom('platform.account')
		.where('id', '=', from)
		.returning('email')
		.executeTakeFirstOrThrow();
	await tables.updateTable('platform.account').set({ email: taken.email }).where('id', '=', account).execute();
}

/** The account at this address, made when there is none; it goes again when nobody confirms the address. */
export async function accountToConfirm(email: string): Promise<{ id: AccountId; email: string }> {
	const tables = local().withTables<Tables>();
	await tables
		.insertInto('platform.account')
		.values({ id: newId<AccountId>(), email, asked_at: now() })
		.onConflict((on) => on.column('email').doNothing())
		.execute();
	const { id } = await tables
		.selectFrom('platform.account')
		.where('email', '=', email)
		.select('id')
		.executeTakeFirstOrThrow();
	return { id, email };
}

/** Note when somebody first came in as this person. */
export async function noteEntered({ school, person }: Membership, at = now()) {
	await local()
		.withTables<Tables>()
		.updateTable('platform.membership')
		.set({ entered_at: at })
		.where('school_id', '=', school)
		.where('person_id', '=', person)
		.where('entered_at', 'is', null)
		.execute();
}

/** Take away addresses that were typed but never confirmed, by people who came in by none. */
export async function clearUnconfirmed(before: Date) {
	await local()
		.withTables<Tables>()
		.deleteFrom('platform.account as account')
		.where('account.asked_at', '<', before)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('platform.membership as membership')
						.whereRef('membership.account_id', '=', 'account.id')
						.select('membership.person_id')
				)
			)
		)
		.execute();
}

async function find(tables: Kysely<Tables>, school: SchoolId, persons: readonly PersonId[]): Promise<Standing[]> {
	if (!persons.length) return [];
	const rows = await tables
		.selectFrom('platform.membership as membership')
		.innerJoin('platform.account as account', 'account.id', 'membership.account_id')
		.where('membership.school_id', '=', school)
		.where('membership.person_id', 'in', persons)
		.select(['membership.person_id as person', 'account.id as account', 'membership.entered_at as enteredAt', 'email'])
		.execute();
	return rows.map(({ email, ...row }) => ({ ...row, hasMail: email !== null }));
}
