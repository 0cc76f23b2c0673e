import { memberOf } from '#modules/people/circle.ts';
import type { Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { mayLead } from './conversation.access.ts';
import { openedIn } from './conversations.server.ts';
import { heardIn } from './entries.server.ts';
import * as explanations from './explanation.store.server.ts';
import { retoldIn } from './retellings.server.ts';
import { speakersIn } from './speakers.server.ts';
import { homesOf, mayReadHome, mayUnderstand } from './understanding.access.ts';
import { openQuestion } from './understanding.ts';
import * as store from './understanding.store.server.ts';

/** Do we understand each other? By home, for a guardian the own one alone (handbook §14). */
export function get(ctx: Ctx, id: ConversationId) {
	return read(ctx, async (db) => {
		const opened = await openedIn(db, ctx, id, mayUnderstand);
		if (!opened) return no('missing');
		const { talk, circle, reader } = opened;
		const leads = mayLead(talk, reader);
		const [said, hearings] = [await store.findSaid(db, ctx, id), await store.findHearings(db, ctx, id)];
		const [told, asked] = [await explanations.findTold(db, ctx, id), await explanations.findAsked(db, ctx, id)];
		const retold = await retoldIn(db, ctx, id, circle, reader);
		const entries = leads ? await heardIn(db, ctx, talk, circle, reader) : [];
		const homes = homesOf(talk, circle)
			.filter(({ household }) => mayReadHome(household, reader))
			.map(({ household, guardians, spoke }) => {
				const isOf = (one: { household: string }) => one.household === household;
				const mine = said.filter(isOf);
				const questions = asked.filter(isOf);
				return {
					...{ household, guardians, spoke: spoke.length > 0 },
					turns: mine
						.filter(({ sharedAt }) => sharedAt ?? leads)
						.map((turn) => ({ ...turn, answers: hearings.filter((one) => isOf(one) && one.turn === turn.turn) })),
					told: told.filter(({ person }) => memberOf(circle, person)?.household === household),
					retold: retold
						.filter(({ person }) => memberOf(circle, person)?.household === household)
						.map(({ id, person, toldAt }) => ({ id, person, toldAt })),
					questions,
					waits: openQuestion(questions)?.id,
					/** What this home said at the table, for school to say back in its own words. */
					heard: mine.length ? [] : entries.filter(({ person }) => spoke.includes(person)).map(({ text }) => text)
				};
			});
		const staff = [...said.map(({ saidBy }) => saidBy), ...asked.flatMap((one) => [one.askedBy, one.explainedBy])];
		return ok({
			...{ id, callName: circle.callName, shared: talk.recordedAt !== null, homes },
			me: { person: reader.person, role: reader.role },
			speakers: await speakersIn(db, ctx, [...staff, ...homes.flatMap(({ guardians }) => guardians)]),
			may: { lead: leads, answer: reader.role === 'guardian' && talk.recordedAt !== null }
		});
	});
}

type Page = Extract<Awaited<ReturnType<typeof get>>, { ok: true }>['value'];
/** All that the page tells of one home. */
export type UnderstoodHome = Page['homes'][number];
