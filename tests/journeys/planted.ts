import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { closeDatabase } from '#platform/db.server.ts';
import { openHouse } from '#platform/house.server.ts';
import { setClock } from '#platform/trial-clock.server.ts';
import { autumn } from '#seeds/cast.ts';

/** A folder for a trial, filled by `plant` through the use cases, with its clock in the autumn. */
export async function plantFolder<Planted>(plant: () => Promise<Planted>) {
	const folder = await mkdtemp(join(tmpdir(), 'eenlijn-planted-'));
	const remove = () => rm(folder, { recursive: true, force: true });
	await cp(inject('empty'), folder, { recursive: true });
	setClock(autumn, folder);
	await openHouse({ databaseUrl: undefined, dataDir: folder });
	try {
		return { folder, planted: await plant(), remove };
	} finally {
		await closeDatabase();
	}
}
