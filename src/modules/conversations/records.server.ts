import { wholeCircleIn } from '#modules/people/circles.server.ts';
import { agreementsMadeIn } from '#modules/agreements/agreements.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { mayLead, mayReadRecord, maySee } from './conversation.access.ts';
import { can, record as recordTalk, type Conversation } from './conversation.ts';
import * as talks from './conversation.store.server.ts';
import { openedIn, type ConversationReason } from './conversations.server.ts';
import { heardIn } from './entries.server.ts';
import { gistOf } from './gist.ts';
import { merge } from './preparation.ts';
import type { Draft } from './record.input.ts';
import { mayAllHear, mayReadResponse, mayRespond, mustHear, readableBy } from './record.access.ts';
import type { RecordResponse } from './record.ts';
import * as store from './record.store.server.ts';
import { speakersIn } from './speakers.server.ts';
import { bookedNextIn } from './summaries.server.ts';

export type RecordReason = ConversationReason | 'nothing-written';
type Asked<T> = Promise<Outcome<T, RecordReason>>;

/** The record as this reader may read it; a draft is for who leads the talk, and missing for all others. */
export function get(ctx: Ctx, id: ConversationId) {
	return read(ctx, async (db) => {
		const opened = await openedIn(db, ctx, id, mayReadRecord);
		if (!opened) return no('missing');
		const { talk, circle, reader } = opened;
		const leads = mayLead(talk, reader);
		const shared = talk.recordedAt !== null;
		if (!shared && !(leads && can('record', talk))) return no('missing');

		const written = await store.find(db, ctx, id);
		const responses = (await store.findResponses(db, ctx, id)).flatMap((response) => {
			if (mayReadResponse(response, circle, reader)) return [response];
			return response.acknowledgedAt ? [{ ...response, ownView: null, viewedAt: null }] : [];
		});
		const entries = await heardIn(db, ctx, talk, circle, reader);
		const voices = [...entries, ...responses].map(({ person }) => person).concat(entries.map(({ helper }) => helper));
		return ok({
			talk,
			callName: circle.callName,
			about: { name: circle.callName, isReader: reader.person === talk.pupil },
			me: { person: reader.person, role: reader.role },
			record: written && readableBy(written, reader),
			gist: leads && !written ? gistOf(talk.kind, entries, mayAllHear(talk, circle)) : undefined,
			responses,
			entries,
			next: await bookedNextIn(db, ctx, talk, reader),
			agreements: await agreementsMadeIn(db, ctx, id),
			speakers: await speakersIn(db, ctx, [...talk.people, ...voices, talk.pupil, written?.writtenBy ?? null]),
			may: {
				write: leads && can('record', talk),
				// The child reads its own sentences; what adults said around them is not put before it once more (handbook §4.8).
				readAll: reader.role !== 'pupil',
				respond: shared && !!written && mayRespond(talk, written, reader),
				close: leads && can('close', talk),
				openTable: maySee(talk, reader) && !circle.visitor
			}
		});
	});
}

/** Keep a draft of the record. Two who write at once both keep their words. */
export function write(ctx: Ctx, id: ConversationId, draft: Draft): Asked<Draft & { conflict: boolean }> {
	return change(ctx, async (db): Asked<Draft & { conflict: boolean }> => {
		const leading = await leadingIn(db, ctx, id);
		if (!leading.ok) return leading;
		return ok(await writeIn(db, ctx, id, draft));
	});
}

async function writeIn(db: Db, ctx: Ctx, id: ConversationId, draft: Draft) {
	const stored = (await store.find(db, ctx, id)) ?? { forAdults: '', forCircle: '', version: 0 };
	const { version } = draft;
	const adults = merge({ text: stored.forAdults, version: stored.version }, { text: draft.forAdults, version });
	const circle = merge({ text: stored.forCircle, version: stored.version }, { text: draft.forCircle, version });
	const merged = {
		forAdults: adults.text,
		forCircle: circle.text,
		version: Math.max(adults.version, circle.version)
	};
	if (merged.version !== stored.version) await store.save(db, ctx, id, { writtenBy: ctx.person.id, ...merged });
	return { ...merged, conflict: adults.conflict || circle.conflict };
}

/** Share the record with everyone in the circle; from now on it stands, and each partner can respond. */
export function record(ctx: Ctx, id: ConversationId): Asked<undefined> {
	return change(ctx, async (db): Asked<undefined> => {
		const leading = await leadingIn(db, ctx, id);
		if (!leading.ok) return leading;
		const written = await store.find(db, ctx, id);
		if (!written?.forAdults && !written?.forCircle) return no('nothing-written');
		const recorded = recordTalk(leading.value, ctx.now);
		if (!recorded.ok) return recorded;
		await talks.save(db, ctx, recorded.value);
		recordFact(db, ctx, 'conversation.recorded', id, { pupil: leading.value.pupil });
		return ok(undefined);
	});
}

export function acknowledge(ctx: Ctx, id: ConversationId): Asked<undefined> {
	return respond(ctx, id, 'acknowledged', (db) => store.acknowledge(db, ctx, id));
}

export function view(ctx: Ctx, id: ConversationId, text: string, audience: RecordResponse['audience']) {
	const heardBy = ctx.person.role === 'pupil' ? 'circle' : audience;
	return respond(ctx, id, 'viewed', (db) => store.view(db, ctx, id, text, heardBy));
}

function respond(ctx: Ctx, id: ConversationId, verb: 'acknowledged' | 'viewed', write: (db: Db) => Promise<void>) {
	return change(ctx, async (db): Asked<undefined> => {
		const opened = await openedIn(db, ctx, id, mayReadRecord);
		const written = opened && (await store.find(db, ctx, id));
		if (!opened) return no('missing');
		if (!written || !can(verb === 'viewed' ? 'view' : 'acknowledge', opened.talk)) return no('wrong-state');
		if (!mayRespond(opened.talk, written, opened.reader)) return no('refused');
		await write(db);
		recordFact(db, ctx, `conversation.${verb}`, id, { pupil: opened.talk.pupil });
		return ok(undefined);
	});
}

/** Whom the record of this talk is for, once it is shared: those who can read it and respond, the other home as well. */
export async function recordReadersIn(db: Db, ctx: Ctx, id: ConversationId) {
	const talk = await talks.find(db, ctx, id);
	const circle = talk?.recordedAt ? await wholeCircleIn(db, ctx, talk.pupil) : undefined;
	const written = circle && (await store.find(db, ctx, id));
	if (!talk || !written) return undefined;
	const readers = circle.members.filter((member) => mustHear(talk, written, member));
	return { pupil: talk.pupil, startsAt: talk.startsAt, people: readers.map(({ person }) => person) };
}

async function leadingIn(db: Db, ctx: Ctx, id: ConversationId): Asked<Conversation> {
	const opened = await openedIn(db, ctx, id, maySee, talks.findToChange);
	if (!opened) return no('missing');
	if (!mayLead(opened.talk, opened.reader)) return no('refused');
	return can('record', opened.talk) ? ok(opened.talk) : no('wrong-state');
}
