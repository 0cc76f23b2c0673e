import { createHash } from 'node:crypto';
import { ownComingsIn, type Coming } from '#modules/conversations/comings.server.ts';
import { placeWords } from '#modules/conversations/conversation.words.ts';
import * as callers from '#modules/people/callers.server.ts';
import { accountOf } from '#platform/accounts.server.ts';
import { readConfig } from '#platform/config.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read } from '#platform/db.server.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import * as addresses from '#platform/secret-address.server.ts';
import { within } from '#platform/sign-in-limit.server.ts';
import { addMinutes } from '#platform/time.ts';
import { calendarFeed, type CalendarEvent } from '#modules/cycle/calendar.ts';
import { feedWindow, isTold } from './feed.ts';
import { feedName, summaryOf } from './feed.words.ts';

/** Whether who asks has a feed, since when, and whether call names stand in it. */
export function mine(ctx: Ctx) {
	return read(ctx, async (db) => ok(await addresses.findAddressIn(db, ctx.school, 'feed', ctx.person.id)));
}

/** Make an address, or another one: what was given away before opens nothing from now on. */
export function makeFeed(ctx: Ctx, names: boolean): Promise<Outcome<string, never>> {
	return change(ctx, async (db) => ok(await addresses.makeAddressIn(db, ctx, 'feed', ctx.person.id, names)));
}

/** Put call names in it, or take them out. */
export function nameFeed(ctx: Ctx, names: boolean): Promise<Outcome<undefined, 'missing'>> {
	return change<undefined, 'missing'>(ctx, async (db) =>
		(await addresses.saveNamesIn(db, ctx.school, ctx.person.id, names)) ? ok(undefined) : no('missing')
	);
}

export function stopFeed(ctx: Ctx): Promise<Outcome<undefined, 'missing'>> {
	return change<undefined, 'missing'>(ctx, async (db) =>
		(await addresses.endAddressIn(db, ctx.school, 'feed', ctx.person.id)) ? ok(undefined) : no('missing')
	);
}

export type Feed = { text: string; tag: string };

/** Calendars of many people ask from one address; each of them a few times an hour. Guesses come from somewhere too. */
const mostByACode = 60;
const mostGuesses = 60;

/**
 * What a calendar gets at this address: the times of the talks of one person, as they stand now. `tag` stays the same as long as
 * nothing changed. Missing: no such address, or nobody behind it any more; who guesses learns no difference.
 */
export async function open(code: string, from: string, now: Date): Promise<Outcome<Feed, 'missing' | 'too-many'>> {
	const found = await addresses.openAddress('feed', code);
	if (!found) return no((await within(mostGuesses, `feed guess ${from}`)) ? 'missing' : 'too-many');
	if (!(await within(mostByACode, `feed ${code}`))) return no('too-many');
	const { school, subject: person, names } = found;
	const caller = (await accountOf({ school, person })) && (await callers.find(school, person, now));
	if (!caller) return no('missing');
	const ctx: Ctx = { school, person: caller.person, now, language: caller.language };
	const { from: since, until } = feedWindow(now);
	const talks = await read(ctx, (db) => ownComingsIn(db, ctx, since, until));
	const events = talks.filter((talk) => isTold(talk, now)).map((talk) => asEvent(ctx, talk, names));
	const tag = createHash('sha256')
		.update(JSON.stringify([events, ctx.language]))
		.digest('base64url')
		.slice(0, 27);
	return ok({ text: calendarFeed(events, feedName(caller.schoolName, ctx.language), now), tag });
}

function asEvent({ language }: Ctx, talk: Coming, names: boolean): CalendarEvent {
	const { id, startsAt, minutes, sequence, state, place, callName } = talk;
	return {
		...{ id, startsAt, endsAt: addMinutes(startsAt, minutes), sequence },
		state: state === 'cancelled' ? 'cancelled' : 'booked',
		summary: summaryOf(minutes, names ? callName : undefined, language),
		where: placeWords(place, language),
		url: `${readConfig().origin}/gesprekken/${id}`
	};
}
