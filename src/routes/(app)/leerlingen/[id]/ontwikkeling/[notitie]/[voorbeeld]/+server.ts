import { error } from '@sveltejs/kit';
import type { DevelopmentId } from '#modules/conversations/development.ts';
import type { EvidenceId } from '#modules/conversations/evidence.ts';
import { open } from '#modules/conversations/evidences.server.ts';
import { serve } from '#platform/files.server.ts';
import { asId, type PersonId } from '#platform/ids.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals: { ctx }, request }) => {
	const [pupil, note] = [asId<PersonId>(params.id), asId<DevelopmentId>(params.notitie)];
	const evidence = asId<EvidenceId>(params.voorbeeld);
	const opened = pupil && note && evidence && (await open(ctx, pupil, note, evidence));
	if (!opened?.ok) error(404);
	return serve(opened.value, request.headers.get('range'));
};
