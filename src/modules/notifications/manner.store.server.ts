import type { Db } from '#platform/db.server.ts';
import type { AccountId } from '#platform/ids.ts';
import type { Time } from '#platform/time.ts';
import type { Manner, Rhythm } from './manner.ts';

type Row = {
	account_id: AccountId;
	rhythm: Rhythm;
	daily_at: Time;
	quiet_from: Time;
	quiet_until: Time;
	quiet_sundays: boolean;
};
type Tables = { 'notifications.manner': Row };

/** What these accounts said, found by way of a membership of the school one is in. */
export async function find(db: Db, accounts: readonly AccountId[]): Promise<Map<AccountId, Manner>> {
	if (!accounts.length) return new Map();
	const rows = await db
		.withTables<Tables>()
		.selectFrom('notifications.manner')
		.where('account_id', 'in', accounts)
		.selectAll()
		.execute();
	return new Map(
		rows.map((row) => [
			row.account_id,
			{
				...{ rhythm: row.rhythm, dailyAt: row.daily_at, quietSundays: row.quiet_sundays },
				...{ quietFrom: row.quiet_from, quietUntil: row.quiet_until }
			}
		])
	);
}

export async function save(db: Db, account: AccountId, manner: Manner) {
	const { rhythm, dailyAt, quietFrom, quietUntil, quietSundays } = manner;
	const row = {
		...{ rhythm, daily_at: dailyAt, quiet_sundays: quietSundays },
		...{ quiet_from: quietFrom, quiet_until: quietUntil }
	};
	await db
		.withTables<Tables>()
		.insertInto('notifications.manner')
		.values({ account_id: account, ...row })
		.onConflict((on) => on.column('account_id').doUpdateSet(row))
		.execute();
}
