import { json } from '@sveltejs/kit';
import type { ImportId } from '#modules/people/import/import.ts';
import { howFar } from '#modules/people/import/uploads.server.ts';
import { asId } from '#platform/ids.ts';
import type { RequestHandler } from './$types';

/**
 * How far an import is, in two numbers. Asked without a cookie and answered without the database: the embedded one is
 * busy with the import itself until it is done. The id is the key; who does not have it reads what an import that is over
 * says: nothing.
 */
export const GET: RequestHandler = ({ params }) => {
	const id = asId(params.id) as ImportId | undefined;
	return json((id && howFar(id)) ?? null, { headers: { 'cache-control': 'no-store' } });
};
