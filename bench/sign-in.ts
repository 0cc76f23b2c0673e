import type { AccountId, PersonId, SchoolId } from '#platform/ids.ts';
import { begin, cookieName } from '#platform/sessions.server.ts';
import { rowsAsOwner } from '#tests/harness/databases.ts';

/** A signed-in cookie for each of these persons, in their order; nobody owes a second step. */
export async function cookiesOf(owner: string, persons: { school: SchoolId; person: PersonId }[]): Promise<string[]> {
	const rows = await rowsAsOwner<{ person_id: PersonId; account_id: AccountId }>(
		owner,
		'select person_id, account_id from platform.membership'
	);
	const accounts = new Map(rows.map(({ person_id, account_id }) => [person_id, account_id]));
	const cookies: string[] = [];
	for (const as of persons) {
		cookies.push(`${cookieName}=${await begin(accounts.get(as.person)!, 'measurement', as, { factors: ['persona'] })}`);
	}
	return cookies;
}
