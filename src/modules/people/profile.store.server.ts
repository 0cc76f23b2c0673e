import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { AccountId, PersonId } from '#platform/ids.ts';
import type { Tables as People } from './people.store.server.ts';
import type { AdministrationsView, Channel, Profile } from './profile.ts';

export type ProfileRow = {
	account_id: AccountId;
	reads: string[];
	speaks: string[];
	read_aloud: boolean;
	pictures: boolean;
	interpreter: string;
	channel: Channel | '';
	call_when: string;
	own_talk: boolean;
	answered: string[];
};
type Tables = { 'people.profile': Partial<ProfileRow> & { account_id: AccountId } };

const columns = {
	reads: 'reads',
	speaks: 'speaks',
	readAloud: 'read_aloud',
	pictures: 'pictures',
	interpreter: 'interpreter',
	channel: 'channel',
	callWhen: 'call_when',
	ownTalk: 'own_talk'
} as const satisfies Record<keyof Profile, keyof ProfileRow>;

/** The profiles of these accounts: found by way of a membership of the school one is in, never by themselves. */
export async function find(db: Db, accounts: readonly AccountId[]) {
	if (!accounts.length) return [];
	return db
		.withTables<{ 'people.profile': ProfileRow }>()
		.selectFrom('people.profile')
		.where('account_id', 'in', accounts)
		.selectAll()
		.execute();
}

export function asProfile(row: ProfileRow): Profile {
	const { reads, speaks, read_aloud, pictures, interpreter, channel, call_when, own_talk } = row;
	const booleans = { readAloud: read_aloud, pictures, ownTalk: own_talk };
	return { reads, speaks, interpreter, channel, callWhen: call_when, ...booleans };
}

/** Write these pieces and no other: two devices that each save their own piece lose nothing. */
export async function save(db: Db, account: AccountId, wish: Partial<Profile>, answered?: string[]) {
	const row: Partial<ProfileRow> = {
		...Object.fromEntries(Object.entries(wish).map(([piece, value]) => [columns[piece as keyof Profile], value])),
		...(answered ? { answered } : {})
	};
	await db
		.withTables<Tables>()
		.insertInto('people.profile')
		.values({ account_id: account, ...row })
		.onConflict((on) => on.column('account_id').doUpdateSet(row))
		.execute();
}

/** What the administration thinks of the languages of these persons: a guess until they say so themselves. */
export async function findGuesses(db: Db, ctx: Ctx, persons: readonly PersonId[]) {
	if (!persons.length) return new Map<PersonId, AdministrationsView>();
	const found = await db
		.withTables<People>()
		.selectFrom('people.person')
		.where('school_id', '=', ctx.school)
		.where('id', 'in', persons)
		.select(['id', 'home_language as homeLanguage', 'interpreter'])
		.execute();
	return new Map(found.map((person) => [person.id, person]));
}
