import { agreementsMadeIn } from '#modules/agreements/agreements.server.ts';
import type { Circle, Member } from '#modules/people/circle.ts';
import { onlyReads } from '#modules/people/say.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read, type Db } from '#platform/db.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { mayLead, mayReadRecord } from './conversation.access.ts';
import { can } from './conversation.ts';
import { openedIn } from './conversations.server.ts';
import { findEditions } from './edition.store.server.ts';
import { historyOf } from './edition.ts';
import { heardIn } from './entries.server.ts';
import { gistOf } from './gist.ts';
import { findHandovers } from './handover.store.server.ts';
import { onPaperIn } from './handovers.server.ts';
import { mayAllHear, mayHandOver, mayReadResponse, mayRespond, readableBy } from './record.access.ts';
import { daysAfter, isSame } from './record.ts';
import * as store from './record.store.server.ts';
import { shareByIn, termsIn } from './record-terms.server.ts';
import { findResponses } from './response.store.server.ts';
import { speakersIn } from './speakers.server.ts';
import { bookedNextIn } from './summaries.server.ts';
import { mayUnderstand } from './understanding.access.ts';

/** The record as this reader may read it; a draft is for who leads the talk, and missing for all others. */
export function get(ctx: Ctx, id: ConversationId) {
	return read(ctx, async (db) => {
		const opened = await openedIn(db, ctx, id, mayReadRecord);
		if (!opened) return no('missing');
		const { talk, circle, reader } = opened;
		const leads = mayLead(talk, reader);
		const shared = talk.recordedAt !== null;
		if (!shared && !(leads && can('record', talk))) return no('missing');

		const editions = (await findEditions(db, ctx, id)).map((edition) => readableBy(edition, reader));
		const record = editions.at(-1);
		const draft = leads ? await store.find(db, ctx, id) : undefined;
		const responses = await responsesIn(db, ctx, id, circle, reader);
		const entries = await heardIn(db, ctx, talk, circle, reader);
		const voices = [...entries, ...responses].map(({ person }) => person).concat(entries.map(({ helper }) => helper));
		const sharers = editions.map(({ sharedBy }) => sharedBy);
		const terms = await termsIn(db, ctx);
		const handsOver = mayHandOver(talk, reader) && !circle.visitor;
		return ok({
			talk,
			callName: circle.callName,
			about: { name: circle.callName, isReader: reader.person === talk.pupil },
			me: { person: reader.person, role: reader.role },
			record,
			respondBy: record && daysAfter(record.sharedAt, terms.respondDays),
			shareBy: await shareByIn(db, ctx, talk),
			history: historyOf(editions),
			draft,
			gist:
				leads && !draft && !shared ? gistOf(talk.kind, entries, (entry) => mayAllHear(talk, circle, entry)) : undefined,
			responses,
			handovers: reader.role === 'pupil' ? [] : await findHandovers(db, ctx, id),
			onPaper: handsOver ? await onPaperIn(db, ctx, circle, reader) : [],
			entries,
			next: await bookedNextIn(db, ctx, talk, reader),
			agreements: await agreementsMadeIn(db, ctx, id),
			speakers: await speakersIn(db, ctx, [...talk.people, ...voices, ...sharers, talk.pupil]),
			may: {
				write: leads && can('write', talk),
				share: leads && can('record', talk),
				amend: leads && can('amend', talk) && !!draft && !!record && !isSame(draft, record),
				// The child reads its own sentences; what adults said around them is not put before it once more (handbook §4.8).
				readAll: reader.role !== 'pupil',
				respond: !!record && mayRespond(talk, record, reader) && !onlyReads(circle, reader.person),
				handOver: handsOver,
				understand: mayUnderstand(talk, reader),
				close: leads && can('close', talk)
			}
		});
	});
}

/** That somebody recognised the record is everyone's to know; an own view is read within its audience. */
async function responsesIn(db: Db, ctx: Ctx, id: ConversationId, circle: Circle, reader: Member) {
	return (await findResponses(db, ctx, id)).flatMap((response) => {
		if (mayReadResponse(response, circle, reader)) return [response];
		return response.acknowledgedAt ? [{ ...response, ownView: null, viewedAt: null }] : [];
	});
}

/** All that the page of a record tells its reader. */
export type RecordPage = Extract<Awaited<ReturnType<typeof get>>, { ok: true }>['value'];
