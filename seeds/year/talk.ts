import { attach } from '#modules/conversations/attachments.server.ts';
import { offer } from '#modules/conversations/dictations.server.ts';
import * as entries from '#modules/conversations/entries.server.ts';
import type { AnyQuestion } from '#modules/conversations/preparation.ts';
import { save, share } from '#modules/conversations/preparations.server.ts';
import * as records from '#modules/conversations/records.server.ts';
import * as responses from '#modules/conversations/responses.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import type { Section } from '#modules/conversations/steps.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { well } from './scene.ts';

export type Answers = Partial<Record<AnyQuestion, string>>;

/** Fill in, question by question; shared at once, or still a draft. */
export async function prepare(ctx: Ctx, talk: ConversationId, whose: 'own' | 'child', answers: Answers, shares = true) {
	for (const [question, text] of Object.entries(answers)) {
		well(await save(ctx, talk, whose, { question, text, version: 0 }));
	}
	if (shares) well(await share(ctx, talk, whose));
}

/** On the phone with this guardian: school types, and it waits to be read through. */
export async function takeDown(ctx: Ctx, talk: ConversationId, guardian: PersonId, answers: Answers) {
	for (const [question, text] of Object.entries(answers)) {
		well(await save(ctx, talk, { guardian }, { question, text, version: 0 }));
	}
	well(await offer(ctx, talk, guardian));
}

/** Words on the shared page, meant for everyone unless they are between adults. */
export async function say(
	ctx: Ctx,
	talk: ConversationId,
	section: Section,
	text: string,
	{ audience = 'circle', forChild = false }: { audience?: 'adults' | 'circle'; forChild?: boolean } = {}
) {
	well(await entries.say(ctx, talk, { section, text, audience, forChild, minutes: null }));
}

export async function start(ctx: Ctx, talk: ConversationId) {
	well(await sittings.start(ctx, talk));
}

/** The talk took place; `next`: when the two speak again, or none needed. */
export async function hold(ctx: Ctx, talk: ConversationId, next: Day | null) {
	well(await sittings.followUp(ctx, talk, { nextOn: next, noneNeeded: !next }));
	well(await sittings.hold(ctx, talk));
}

export async function record(ctx: Ctx, talk: ConversationId, words: { adults: string; circle: string }) {
	well(await records.write(ctx, talk, { forAdults: words.adults, forCircle: words.circle, version: 0 }));
	well(await records.record(ctx, talk));
}

export async function acknowledge(ctx: Ctx, talk: ConversationId) {
	well(await responses.acknowledge(ctx, talk));
}

export async function close(ctx: Ctx, talk: ConversationId) {
	well(await sittings.close(ctx, talk));
}

/** A drawing of the child, beside an answer. */
export async function draw(ctx: Ctx, talk: ConversationId, question: AnyQuestion, bytes: Uint8Array, caption: string) {
	well(await attach(ctx, talk, 'child', question, { kind: 'drawing', bytes, caption }));
}
