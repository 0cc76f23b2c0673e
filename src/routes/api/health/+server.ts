import { json } from '@sveltejs/kit';
import { answers } from '#platform/house.server.ts';
import { jobsRun } from '#platform/jobs.server.ts';
import type { RequestHandler } from './$types';

/** For whoever watches over the machine: 200 when everything does its work, 503 with what does not. */
export const GET: RequestHandler = async () => {
	const well = { database: await answers(), jobs: jobsRun() };
	const status = Object.values(well).every(Boolean) ? 200 : 503;
	return json(well, { status, headers: { 'cache-control': 'no-store' } });
};
