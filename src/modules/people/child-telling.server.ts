import type { Ctx } from '#platform/ctx.ts';
import { read } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { dayOf } from '#platform/time.ts';
import { told, type Told } from '#platform/told.ts';
import { hasAuthority } from './authority.ts';
import { memberOf } from './circle.ts';
import { circleIn } from './circles.server.ts';
import * as checks from './file-check.store.server.ts';
import { checkStateWords, itemWords, sayHeld } from './file-check.words.ts';
import { mayCheck } from './file-check.access.ts';
import { answerWords, roleWords, sayStateWords, stepWords } from './guest.words.ts';
import { circlePage } from './guests.server.ts';
import { sourceWords } from './guide.words.ts';
import * as guides from './guides.server.ts';
import * as lines from './line.store.server.ts';
import { partyOf } from './line.ts';
import { lineStateWords, partWords } from './line.words.ts';
import { namesIn } from './people.server.ts';
import * as says from './say.store.server.ts';
import * as works from './what-works.server.ts';
import { worksKindWords } from './what-works.words.ts';

/** Who is around the child, since when, and who let them in. */
export async function tellCircle(ctx: Ctx, pupil: PersonId): Promise<Told[]> {
	const page = await circlePage(ctx, pupil);
	return (page.ok ? page.value.members : [])
		.filter(({ person }) => person !== pupil)
		.map((member) =>
			told(member.name, member.since, { what: roleWords(member), until: member.until, by: member.invitedBy })
		);
}

/** Whom the family can go to. */
export async function tellGuides(ctx: Ctx, pupil: PersonId): Promise<Told[]> {
	const card = await guides.get(ctx, pupil);
	return (card.ok ? card.value.guides : []).map(({ name, source, forWhat, how, email }) =>
		told(name, null, { what: forWhat || sourceWords[source].forWhat(), how, email })
	);
}

/** What works for the child: the same for its whole circle. */
export async function tellWorks(ctx: Ctx, pupil: PersonId): Promise<Told[]> {
	const page = await works.get(ctx, pupil);
	return (page.ok ? page.value.entries : []).map(({ kind, words, by, at }) =>
		told(worksKindWords[kind](), dayOf(at), { what: words, who: by })
	);
}

/** The lines of communication, between school and the homes: not the child's. What no longer holds, to who said yes to it. */
export function tellLines(ctx: Ctx, pupil: PersonId): Promise<Told[]> {
	return read(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		const reader = circle && memberOf(circle, ctx.person.id);
		const party = reader && partyOf(reader);
		if (!party) return [];
		const past = (await lines.findPast(db, ctx, pupil)).filter(({ yes }) => yes.includes(party));
		const all = [...past, ...(await lines.findCurrent(db, ctx, [pupil]))];
		const names = await namesIn(db, ctx, [...new Set(all.map(({ proposedBy }) => proposedBy))]);
		return all.map(({ part, wording, state, proposedBy, proposedAt }) =>
			told(partWords[part].label(), dayOf(proposedAt), {
				...{ what: wording, who: names.get(proposedBy) ?? '', state: lineStateWords[state]() }
			})
		);
	});
}

/** What the reader looked at in the file: of the other home nothing, for an item may hold an address. */
export function tellChecks(ctx: Ctx, pupil: PersonId): Promise<Told[]> {
	return read(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		if (!circle || !mayCheck(memberOf(circle, ctx.person.id))) return [];
		return (await checks.findOwn(db, ctx, [pupil])).map(({ item, held, state, words, reason, checkedAt }) =>
			told(itemWords[item](), dayOf(checkedAt), {
				what: sayHeld(item, held, ctx.language),
				state: checkStateWords[state](),
				...{ said: words, answer: reason }
			})
		);
	});
}

/** How far the pupil's own say was to reach. What the other home answered is theirs; what the child said is for its adults. */
export function tellSays(ctx: Ctx, pupil: PersonId): Promise<Told[]> {
	return read(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		const reader = circle && memberOf(circle, ctx.person.id);
		if (!reader) return [];
		const hears = reader.person === pupil || hasAuthority(reader) ? [reader.person, pupil] : [reader.person];
		const all = await says.findAll(db, ctx, pupil);
		const names = await namesIn(db, ctx, [...new Set([...all.map(({ proposedBy }) => proposedBy), ...hears])]);
		const heard = (answers: (typeof all)[number]['answers']) =>
			answers
				.filter(({ person }) => hears.includes(person))
				.map(({ person, yes }) => `${names.get(person) ?? ''}: ${answerWords(yes)}`)
				.join('\n');
		return all.map(({ step, proposedBy, proposedAt, state, answers }) =>
			told(stepWords[step](), dayOf(proposedAt), {
				...{ who: names.get(proposedBy) ?? '', state: sayStateWords[state](), answer: heard(answers) }
			})
		);
	});
}
