import { circleIn } from '#modules/people/circles.server.ts';
import { memberOf, type Circle, type Member } from '#modules/people/circle.ts';
import { onlyReads } from '#modules/people/say.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, conflicts, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import { canLead, leadersOf, mayLead, mayMove, mayPlan, maySee } from './conversation.access.ts';
import type { Plan, Request } from './conversation.input.ts';
import * as rules from './conversation.ts';
import * as store from './conversation.store.server.ts';
import { cancelIn, emptyTalk, moveIn, openedIn, planIn, type ConversationReason } from './conversations.server.ts';
import { askable, bringsNews, planOf } from './kinds.ts';
import { carryLeftIn } from './leftovers.server.ts';
import { templateIn, templatesIn } from './templates.server.ts';

type Asked<T, More extends string = never> = Promise<Outcome<T, ConversationReason | More>>;
const clash = { [conflicts.overlap]: 'taken' } as const;

/** Who could come to a talk about this child, for who may plan one or ask for one. */
export function prospects(ctx: Ctx, pupil: PersonId) {
	return read(ctx, async (db) => {
		const found = await circleOf(db, ctx, pupil);
		if (!found || onlyReads(found.circle, ctx.person.id)) return no('missing');
		const leaders = leadersOf(found.circle);
		return ok({ ...found, may: { plan: mayPlan(found.reader) }, leaders, templates: await templatesIn(db, ctx) });
	});
}

/**
 * Staff of the circle plans a talk, and chairs it or says which colleague does; only who is in the circle can come. A home visit is the family's to take:
 * school never books one by itself (handbook §4.1).
 */
export function plan(
	ctx: Ctx,
	{ kind, pupil, people, chair = ctx.person.id, ...moment }: Plan
): Asked<ConversationId, 'nobody-comes'> {
	return change(
		ctx,
		async (db): Asked<ConversationId, 'nobody-comes'> => {
			const found = await circleOf(db, ctx, pupil);
			if (!found || !allIn(found.circle, people)) return no('missing');
			if (!mayPlan(found.reader) || planOf(kind).plannedBy === 'family') return no('refused');
			if (!canLead(found.circle, chair)) return no('missing');
			if (moment.startsAt < ctx.now) return no('past');
			// Who plans it and who leads it do not talk with themselves.
			if (people.every((person) => person === ctx.person.id || person === chair)) return no('nobody-comes');
			const guests = people.filter((person) => person !== pupil);
			return ok(await planIn(db, ctx, { kind, pupil, chair, guardians: guests, ...moment }));
		},
		clash
	);
}

/** A guardian or the pupil asks for a talk at short notice; school answers with a moment (handbook §3.2). */
export function request(ctx: Ctx, input: Request): Asked<ConversationId> {
	return change(ctx, (db) => requestIn(db, ctx, input));
}

/** Who of school can be asked to come and talk about this child. */
export function canBeAsked(circle: Circle, person: PersonId) {
	return canLead(circle, person);
}

/** The same inside the transaction of another room. */
export async function requestIn(db: Db, ctx: Ctx, { kind, pupil, text }: Request): Asked<ConversationId> {
	const found = await circleOf(db, ctx, pupil);
	if (!found) return no('missing');
	if (!askable.includes(kind)) return no('refused');
	const template = await templateIn(db, ctx, kind);
	if (template && !template.offered) return no('refused');
	const house = planOf(kind);
	const talk: rules.Conversation = {
		...emptyTalk(kind, pupil),
		...{ state: 'requested', requestedBy: ctx.person.id, request: text || null, people: [ctx.person.id] },
		...{
			template,
			minutes: template?.minutes ?? house.minutes,
			place: { kind: house.place },
			pupilInvited: found.reader.role === 'pupil'
		}
	};
	await store.add(db, ctx, talk);
	recordFact(db, ctx, 'conversation.requested', talk.id, { pupil });
	return ok(talk.id);
}

/** School gives a talk that was asked for its moment. Who asked for it comes. */
export function planRequested(
	ctx: Ctx,
	id: ConversationId,
	{ people, chair = ctx.person.id, ...moment }: Omit<Plan, 'kind' | 'pupil'>
) {
	return change(
		ctx,
		async (db): Asked<undefined> => {
			const opened = await openedIn(db, ctx, id, maySee, store.findToChange);
			if (!opened || !allIn(opened.circle, people)) return no('missing');
			const { talk, reader } = opened;
			if (!mayPlan(reader)) return no('refused');
			if (!canLead(opened.circle, chair)) return no('missing');
			if (moment.startsAt < ctx.now) return no('past');
			const planned = rules.plan(talk, { ...moment, chair, people: [...new Set([chair, ...talk.people, ...people])] });
			if (!planned.ok) return planned;
			await store.saveMoment(db, ctx, planned.value);
			await carryLeftIn(db, ctx, planned.value);
			recordFact(db, ctx, 'conversation.planned', id, { pupil: talk.pupil });
			return ok(undefined);
		},
		clash
	);
}

/** Who asked said yes to the time that school offered: with who offered it, at the usual length and place. */
export async function planAgreedIn(
	db: Db,
	ctx: Ctx,
	talk: rules.Conversation,
	{ chair, startsAt }: { chair: PersonId; startsAt: Date }
): Asked<undefined> {
	const { minutes, place, pupilInvited } = talk;
	const people = [...new Set([chair, ...talk.people])];
	const planned = rules.plan(talk, { startsAt, minutes, place, pupilInvited, chair, people });
	if (!planned.ok) return planned;
	await store.saveMoment(db, ctx, planned.value);
	await carryLeftIn(db, ctx, planned.value);
	recordFact(db, ctx, 'conversation.planned', talk.id, { pupil: talk.pupil });
	return ok(undefined);
}

/**
 * News needs time: the second talk is planned while all sit together, with the same people, and is the next moment of
 * this one (handbook §4.1). A talk without news, and the second one itself, ask for none.
 */
export function planNext(ctx: Ctx, id: ConversationId, moment: rules.Moment): Asked<ConversationId> {
	return change(
		ctx,
		async (db): Asked<ConversationId> => {
			const opened = await openedIn(db, ctx, id, maySee, store.findToChange);
			if (!opened) return no('missing');
			const { talk, circle, reader } = opened;
			if (!mayLead(talk, reader)) return no('refused');
			if (!bringsNews(talk)) return no('wrong-state');
			if (moment.startsAt < ctx.now) return no('past');
			const followed = rules.followUp(talk, { nextOn: dayOf(moment.startsAt), noneNeeded: false }, ctx.now);
			if (!followed.ok) return followed;
			const { kind, pupil, pupilInvited } = talk;
			const guardians = talk.people.filter((person) => person !== pupil && mayCome(memberOf(circle, person)));
			const chair = talk.chair ?? reader.person;
			const next = await planIn(db, ctx, { kind, pupil, pupilInvited, chair, guardians, follows: id, ...moment });
			await store.save(db, ctx, followed.value);
			recordFact(db, ctx, 'conversation.followed-up', id, { pupil });
			return ok(next);
		},
		clash
	);
}

export function move(ctx: Ctx, id: ConversationId, to: rules.Moment): Asked<undefined> {
	return change(
		ctx,
		async (db): Asked<undefined> => {
			const may = await moverIn(db, ctx, id);
			if (!may.ok) return may;
			return to.startsAt < ctx.now ? no('past') : moveIn(db, ctx, id, to);
		},
		clash
	);
}

export function cancel(ctx: Ctx, id: ConversationId): Asked<undefined> {
	return change(ctx, async (db): Asked<undefined> => {
		const may = await moverIn(db, ctx, id);
		return may.ok ? cancelIn(db, ctx, id) : may;
	});
}

async function moverIn(db: Db, ctx: Ctx, id: ConversationId): Asked<undefined> {
	const opened = await openedIn(db, ctx, id);
	if (!opened) return no('missing');
	const { talk, reader } = opened;
	if (talk.ofRound && talk.state === 'planned') return no('refused');
	return mayMove(talk, reader) ? ok(undefined) : no('refused');
}

async function circleOf(db: Db, ctx: Ctx, pupil: PersonId): Promise<{ circle: Circle; reader: Member } | undefined> {
	const circle = await circleIn(db, ctx, pupil);
	const reader = circle && memberOf(circle, ctx.person.id);
	return circle && reader && mayCome(reader) ? { circle: withoutBarred(circle), reader } : undefined;
}

function withoutBarred(circle: Circle): Circle {
	return { ...circle, members: circle.members.filter(mayCome) };
}

/** In the circle, and no judge keeps them from the child's talks. */
function mayCome(member: Member | undefined) {
	return !!member && !member.outsideTalks;
}

function allIn(circle: Circle, people: readonly PersonId[]) {
	return people.every((person) => mayCome(memberOf(circle, person)));
}
