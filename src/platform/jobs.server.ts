import type { PgBoss } from 'pg-boss';
import { pool } from './db.server.ts';
import { log } from './log.server.ts';

/** What this house does by itself, at times of the clock in Amsterdam. Of several processes one does it. */
export type Job = { name: string; cron: string; work: () => Promise<void> };

const schema = 'pgboss';
const zone = 'Europe/Amsterdam';
const secondsToFinish = 20;
let boss: PgBoss | undefined;

/**
 * Start doing `jobs`. The queue makes its own tables only on the embedded database; on a server `npm run migrate` has made
 * them, and this role could not.
 */
export async function startJobs(jobs: readonly Job[], { embedded }: { embedded: boolean }) {
	const { PgBoss } = await import('pg-boss');
	boss = new PgBoss({
		db: { executeSql },
		schema,
		migrate: embedded,
		createSchema: embedded,
		supervise: true,
		schedule: true
	});
	boss.on('error', (error) => log.error({ error }, 'job queue'));
	boss.on('warning', ({ message }) => log.warn({ message }, 'job queue'));
	await boss.start();
	for (const { name, cron, work } of jobs) {
		await boss.createQueue(name, { policy: 'short', retryLimit: 0, expireInSeconds: 600 });
		await boss.work(name, { pollingIntervalSeconds: 5 }, async () => {
			await work().catch((error) => log.error({ error, job: name }, 'job'));
		});
		await boss.schedule(name, cron, null, { tz: zone });
	}
}

/** Let what is being done finish, and begin nothing new. */
export async function stopJobs() {
	const running = boss;
	boss = undefined;
	await running?.stop({ graceful: true, timeout: secondsToFinish * 1000 });
}

export function jobsRun() {
	return boss !== undefined;
}

/** Make or renew the tables of the queue, as the owner of the database, and let the application use them. */
export async function migrateJobs() {
	const { PgBoss } = await import('pg-boss');
	const owner = new PgBoss({ db: { executeSql }, schema, supervise: false, schedule: false });
	await owner.start();
	await owner.stop({ graceful: false });
	for (const grant of grants) await pool().query(grant);
}

const grants = [
	`grant usage on schema ${schema} to eenlijn_app`,
	`grant select, insert, update, delete on all tables in schema ${schema} to eenlijn_app`,
	`grant usage, select on all sequences in schema ${schema} to eenlijn_app`,
	`grant execute on all functions in schema ${schema} to eenlijn_app`
];

/** The queue sends several statements in one text; their last result is the answer. */
async function executeSql(text: string, values?: unknown[]) {
	const result = (await pool().query(text, values)) as { rows: unknown[] } | { rows: unknown[] }[];
	return Array.isArray(result) ? result.at(-1)! : result;
}
