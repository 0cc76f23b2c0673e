import { agreementsMadeIn } from '#modules/agreements/agreements.server.ts';
import { voiceOf } from '#modules/people/circle.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { movesOf } from './conversation.access.ts';
import { openedIn } from './conversations.server.ts';
import { heardIn } from './entries.server.ts';
import { preparedIn } from './preparations.server.ts';
import { speakersIn } from './speakers.server.ts';
import { bookedNextIn } from './summaries.server.ts';

/** The talk and its shared page, as this reader sees them. */
export function get(ctx: Ctx, id: ConversationId) {
	return read(ctx, async (db) => {
		const opened = await openedIn(db, ctx, id);
		if (!opened) return no('missing');
		const { talk, circle, reader } = opened;
		const entries = await heardIn(db, ctx, talk, circle, reader);
		const voices = entries.flatMap(({ person, helper }) => [person, helper]);
		return ok({
			talk,
			callName: circle.callName,
			about: { name: circle.callName, isReader: reader.person === talk.pupil },
			me: { person: reader.person, role: reader.role, voice: voiceOf(reader) },
			may: movesOf(talk, reader),
			entries,
			agreements: await agreementsMadeIn(db, ctx, id),
			next: await bookedNextIn(db, ctx, talk, reader),
			prepared: await preparedIn(db, ctx, id),
			speakers: await speakersIn(db, ctx, [talk.pupil, talk.requestedBy, ...talk.people, ...voices])
		});
	});
}
