import type { Config } from './config.server.ts';
import { closeDatabase, isEmbedded, openDatabase, pool } from './db.server.ts';
import { migrate, pending } from './migrate.server.ts';
import { restoreClock } from './trial-clock.server.ts';

/**
 * Open the database that `config` names, ready for use. The embedded one is brought up to date here and goes by the clock
 * of its folder; a server was brought up to date by its owner. @throws with a sentence when it cannot be used as it is.
 */
export async function openHouse({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>) {
	if (!databaseUrl) {
		await openDatabase({ kind: 'embedded', folder: dataDir });
		await migrate();
		restoreClock(dataDir);
		return;
	}
	await openDatabase({ kind: 'server', url: databaseUrl });
	try {
		await refuseMightyRole();
		const files = await pending();
		if (files.length) throw new Error(`The database is behind: run "npm run migrate" first (${files.join(', ')}).`);
	} catch (error) {
		await closeDatabase();
		throw error;
	}
}

/**
 * Count the rows anew, so that queries are planned for a school and not for a handful. A server does so by itself; the
 * embedded database does not, and after an import takes ten times as long without.
 */
export async function countAnew() {
	if (isEmbedded()) await pool().query('analyze');
}

/** The walls between schools hold only for a role that cannot step over them. */
async function refuseMightyRole() {
	const { rows } = await pool().query<{ mighty: boolean; owner: boolean }>(`
		select rolsuper or rolbypassrls as mighty,
		       exists (select from pg_tables where schemaname = 'platform' and tableowner = current_user) as owner
		  from pg_roles where rolname = current_user`);
	if (rows[0]?.mighty) {
		throw new Error('DATABASE_URL names a role that may do everything: use one that is only a member of eenlijn_app.');
	}
	if (rows[0]?.owner) {
		throw new Error('DATABASE_URL names the owner of the tables: use a role that is only a member of eenlijn_app.');
	}
}

/** Does the database answer? */
export function answers(): Promise<boolean> {
	return pool()
		.query('select 1')
		.then(
			() => true,
			() => false
		);
}
