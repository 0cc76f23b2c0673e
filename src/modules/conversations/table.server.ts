import { agreementsMadeIn } from '#modules/agreements/agreements.server.ts';
import { voiceOf } from '#modules/people/circle.ts';
import { introductionIn, spokenIn } from '#modules/people/introductions.server.ts';
import { onlyReads } from '#modules/people/say.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { findPlaces } from './agenda.store.server.ts';
import { aimsOf } from './aim.ts';
import * as aims from './aim.store.server.ts';
import { closingIn } from './closings.server.ts';
import { changesOf } from './changes.server.ts';
import { mayBring } from './companion.access.ts';
import { canBring } from './companion.ts';
import * as companions from './companion.store.server.ts';
import { leadersOf, movesIn } from './conversation.access.ts';
import { openedIn } from './conversations.server.ts';
import { heardIn } from './entries.server.ts';
import { isShown, usualAudience } from './part.ts';
import { partIn } from './parts.server.ts';
import { planOf } from './kinds.ts';
import { shownIn } from './attachments.server.ts';
import { callersOf } from './preparation.access.ts';
import { preparedIn } from './preparations.server.ts';
import { shareByIn } from './record-terms.server.ts';
import { shownNotesIn } from './showings.server.ts';
import { speakersIn } from './speakers.server.ts';
import { bookedNextIn } from './summaries.server.ts';
import { tipsIn } from './tips.server.ts';

/** With their own voice, who chairs this talk and introduces themself: for whoever reads the words beside it. */
export function hearIntroduction(ctx: Ctx, id: ConversationId) {
	return read(ctx, async (db) => {
		const opened = await openedIn(db, ctx, id);
		if (!opened || !planOf(opened.talk.kind).introduces) return no('missing');
		return spokenIn(db, ctx, opened.talk.chair);
	});
}

/** The talk and its shared page, as this reader sees them. */
export function get(ctx: Ctx, id: ConversationId) {
	return read(ctx, async (db) => {
		const opened = await openedIn(db, ctx, id);
		if (!opened) return no('missing');
		const { talk, circle, reader } = opened;
		const version = await changesOf(db, ctx, id);
		const part = await partIn(db, ctx, talk);
		const heard = await heardIn(db, ctx, talk, circle, reader);
		const entries = heard.filter((entry) => isShown(part, reader, entry));
		const given = await tipsIn(db, ctx, talk, circle, reader);
		const tips = given.filter((tip) => isShown(part, reader, tip));
		const chosen = aimsOf(talk, await aims.findOf(db, ctx, id));
		const voices = [...entries.flatMap(({ person, helper }) => [person, helper]), ...chosen.map((aim) => aim.addedBy)];
		const givers = tips.flatMap(({ person, answers }) => [person, ...answers.map((each) => each.person)]);
		// Whoever may have the page open is called by name when they do.
		const colleagues = circle.members.filter((each) => voiceOf(each) === 'school').map(({ person }) => person);
		return ok({
			talk,
			version,
			callName: circle.callName,
			about: { name: circle.callName, isReader: reader.person === talk.pupil },
			me: { person: reader.person, role: reader.role, voice: voiceOf(reader) },
			may: {
				...movesIn(talk, circle, reader),
				bring: canBring(talk) && mayBring(talk, reader) && !onlyReads(circle, reader.person)
			},
			leaders: leadersOf(circle).map(({ person, name }) => ({ person, name })),
			entries,
			places: await findPlaces(db, ctx, id),
			aims: chosen,
			companions: await companions.findOf(db, ctx, id),
			part,
			audience: usualAudience(part, planOf(talk.kind).audience),
			tips,
			closing: await closingIn(db, ctx, id),
			introduction: planOf(talk.kind).introduces ? await introductionIn(db, ctx, talk.chair) : undefined,
			agreements: await agreementsMadeIn(db, ctx, id),
			next: await bookedNextIn(db, ctx, talk, reader),
			shareBy: await shareByIn(db, ctx, talk),
			prepared: await preparedIn(db, ctx, id),
			phone: callersOf(talk, circle, reader),
			shown: await shownNotesIn(db, ctx, talk, { circle, reader, part }),
			attachments: await shownIn(db, ctx, talk, circle, reader),
			speakers: await speakersIn(db, ctx, [
				talk.pupil,
				talk.requestedBy,
				...talk.people,
				...voices,
				...givers,
				...colleagues
			])
		});
	});
}
