import * as agreements from '#modules/agreements/agreements.server.ts';
import * as consents from '#modules/consent/consents.server.ts';
import * as asks from '#modules/cycle/arrangements/asks.server.ts';
import * as contacts from '#modules/cycle/arrangements/waiting.server.ts';
import * as summaries from '#modules/conversations/summaries.server.ts';
import * as understandings from '#modules/conversations/understandings.server.ts';
import * as attendances from '#modules/cycle/after/attendances.server.ts';
import { calls } from '#modules/cycle/after/calls.server.ts';
import * as proposals from '#modules/cycle/after/proposals.server.ts';
import * as evenings from '#modules/cycle/evening/evenings.server.ts';
import * as invitations from '#modules/cycle/invitations.server.ts';
import * as offers from '#modules/cycle/offers.server.ts';
import { isNear } from '#modules/cycle/round.ts';
import * as rounds from '#modules/cycle/rounds.server.ts';
import * as byHand from '#modules/notifications/by-hand.server.ts';
import { error, redirect } from '@sveltejs/kit';
import * as requests from '#modules/people/information-requests.server.ts';
import { onlyReading } from '#modules/people/circles.server.ts';
import * as fileChecks from '#modules/people/file-checks.server.ts';
import * as guides from '#modules/people/guides.server.ts';
import * as lines from '#modules/people/lines.server.ts';
import * as people from '#modules/people/people.server.ts';
import * as schools from '#modules/people/schools.server.ts';
import { isStaff, type Ctx } from '#platform/ctx.ts';
import { unseen } from '#platform/devices.server.ts';
import { goOn, statusOf, type Answered } from '#platform/form.server.ts';
import { dayOf } from '#platform/time.ts';
import { readTogether } from '#platform/together.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { todosOf } from './todo.ts';

export const load: PageServerLoad = async ({ locals: { ctx, caller, session }, url }) => {
	if (!(await requests.doorOf(ctx)).sees) redirect(303, '/informatie');
	const newDevices = unseen(session!.account);
	const staff = isStaff(ctx);
	const leads = isStaff(ctx, 'office') || isStaff(ctx, 'leadership');
	const [
		talks,
		asked,
		mine,
		open,
		errands,
		asLines,
		cardsOf,
		needed,
		children,
		office,
		waiting,
		onlyReads,
		files,
		unclear,
		arrangements,
		touching,
		openAsks,
		unsaid,
		proposed,
		toCall,
		ofToday
	] = await readTogether(ctx, (ctx) =>
		Promise.all([
			summaries.openOf(ctx),
			summaries.askedOf(ctx),
			agreements.mine(ctx),
			staff ? [] : invitations.openInvitations(ctx),
			byHand.errandsOf(ctx),
			lines.waitingFor(ctx),
			guides.ofSecondary(ctx),
			staff ? offers.offerNeeded(ctx) : [],
			people.children(ctx),
			leads ? officeOf(ctx) : undefined,
			staff ? [] : consentsOf(ctx),
			onlyReading(ctx),
			fileChecks.waitingFor(ctx),
			staff ? understandings.waitingFor(ctx) : [],
			contacts.answersOf(ctx),
			contacts.waitingFor(ctx),
			staff ? [] : asks.openOf(ctx),
			staff ? attendances.unsaid(ctx) : [],
			staff ? [] : proposals.asked(ctx),
			staff ? calls(ctx) : [],
			evenings.ofToday(ctx)
		])
	);
	const clocks = await asks.clocksOf(
		ctx,
		asked.map(({ id }) => id)
	);
	const offered = openAsks.flatMap(({ answer, ...one }) =>
		answer?.kind === 'time' ? [{ ...one, at: answer.at }] : []
	);
	const cards = [...mine.waiting, ...mine.mine, ...mine.others];
	const todos = todosOf({
		me: ctx.person.id,
		now: ctx.now,
		talks,
		asked,
		cards,
		invitations: open,
		errands,
		lines: asLines,
		offers: needed.filter(({ round }) => isNear(round, ctx.now)),
		consents: waiting,
		office,
		unclear,
		arrangements,
		contacts: touching,
		clocks,
		offered,
		unsaid: unsaid.length,
		proposed,
		toCall: toCall.length
	});
	const coming = talks.filter(({ state }) => state === 'planned');
	const day = dayOf(ctx.now);
	return {
		done: url.searchParams.get('gedaan'),
		name: caller.callName,
		newDevice: (await newDevices).length > 0,
		files,
		evenings: ofToday,
		guides: cardsOf,
		staff,
		itself: ctx.person.role === 'pupil',
		// Who only reads yet is asked nothing that would not be there; a table that is open can be read.
		todos: onlyReads ? todos.filter(({ kind }) => kind === 'table') : todos,
		proposes: !staff && children.length > 0 && !onlyReads,
		coming,
		asked: openAsks,
		today: coming.filter(({ startsAt }) => startsAt && dayOf(startsAt) === day),
		byLink: mine.mine.filter((card) => card.byLink),
		agreed: [...mine.mine, ...mine.others].filter(({ state }) => state === 'agreed').slice(0, 6),
		children: staff ? [] : children.map(({ id, callName }) => ({ href: `/leerlingen/${id}`, label: callName }))
	};
};

export const actions: Actions<Answered> = {
	putOff: async ({ locals: { ctx }, url }) => {
		const put = await fileChecks.putOff(ctx);
		if (!put.ok) error(statusOf(put.reason));
		goOn(url, 'putOff');
	}
};

async function consentsOf(ctx: Ctx) {
	return consents.waitingFor(
		ctx,
		(await people.children(ctx)).map(({ id }) => id)
	);
}

async function officeOf(ctx: Ctx) {
	const [found, school] = await Promise.all([rounds.list(ctx), schools.get(ctx)]);
	return {
		rounds: found.ok ? found.value.filter((round) => isNear(round, ctx.now)) : [],
		unknownAuthority: school.ok ? school.value.unknown : 0
	};
}
