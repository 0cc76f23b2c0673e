import * as callers from '#modules/people/callers.server.ts';
import { nameOf } from '#modules/people/person.ts';
import type { Channel } from '#modules/people/profile.ts';
import * as people from '#modules/people/people.server.ts';
import { ofFamily, wishesIn, type FamilyMember } from '#modules/people/profiles.server.ts';
import * as pupils from '#modules/people/pupils.server.ts';
import { isStaff, type Ctx, type Role } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import type { MessageId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { isAsking } from './agreement-mails.server.ts';
import { textFor } from './mails.server.ts';
import * as store from './message.store.server.ts';
import { wayOf } from './notification.ts';

/** Something to pass on to one guardian about one child: by a call, or on paper. */
export type Errand = { id: MessageId; way: 'phone' | 'paper'; name: string; callName: string };

/** For Today of staff: whom of the families of their children to call, or to give something on paper. One for each family. */
export function errandsOf(ctx: Ctx): Promise<Errand[]> {
	return read(ctx, async (db) => {
		if (!isStaff(ctx)) return [];
		const children = new Map((await people.childrenIn(db, ctx)).map((child) => [child.id, child]));
		const waiting = await store.findByHand(db, ctx, [...children.keys()]);
		const firsts = new Map(waiting.toReversed().map((message) => [`${message.person} ${message.pupil}`, message]));
		const ids = [...new Set(waiting.map(({ person }) => person))];
		const persons = await people.personsIn(db, ctx, ids);
		const wishes = await wishesIn(db, ctx, ids);
		return [...firsts.values()].toReversed().flatMap(({ id, person, pupil }): Errand[] => {
			const to = persons.get(person);
			const way = to && wayByHand(to, wishes.get(person)?.channel);
			return to && way ? [{ id, way, name: nameOf(to), callName: children.get(pupil)?.callName ?? '' }] : [];
		});
	});
}

export type ToPassOn = Errand & {
	pupil: PersonId;
	/** Everything that waits for this guardian about this child, in words; and where what they answer can be written down. */
	texts: { heading: string; lines: string[]; answerAt?: string }[];
	waiting: MessageId[];
	wishes: FamilyMember[];
	mobile: string | null;
};

/** What to tell, to whom and how they like it; for staff of the child's circle. What no longer holds has no text. */
export async function get(ctx: Ctx, id: MessageId): Promise<Outcome<ToPassOn, 'missing'>> {
	const found = await read(ctx, (db) => errandIn(db, ctx, id));
	if (!found) return no('missing');
	const { to, pupil } = found;
	const page = await pupils.get(ctx, pupil);
	const guardians = page.ok ? page.value.homes.flatMap((home) => home.guardians) : [];
	const mobile = guardians.find(({ person }) => person === to)?.mobile ?? null;
	const wishes = (await ofFamily(ctx, pupil)).filter(({ person }) => person === to);
	return ok({ ...found, wishes, mobile });
}

async function errandIn(db: Db, ctx: Ctx, id: MessageId) {
	const waiting = await waitingIn(db, ctx, id);
	const [first] = waiting;
	const reader = first && (await callers.findIn(db, ctx.school, first.person, ctx.now));
	if (!first || !reader) return undefined;
	const wished = (await wishesIn(db, ctx, [first.person])).get(first.person)?.channel;
	const way = wayByHand({ role: reader.person.role, email: reader.email }, wished);
	// To tell it, in the language of who tells; on paper, in the reader's.
	const language = way === 'phone' ? ctx.language : reader.language;
	const texts: ToPassOn['texts'] = [];
	for (const message of waiting) {
		const text = await textFor(db, { ...ctx, person: reader.person, language }, reader, message);
		const answerAt = isAsking(message.kind) ? text?.button?.path : undefined;
		if (text) texts.push({ heading: text.heading, lines: text.lines, answerAt });
	}
	const callName = (await people.namesIn(db, ctx, [first.pupil])).get(first.pupil) ?? '';
	const errand: Errand = { id, way, name: reader.name, callName };
	return { ...errand, to: first.person, pupil: first.pupil, waiting: waiting.map((message) => message.id), texts };
}

/** It was told or handed over: all of it that was on the page. */
export function passOn(ctx: Ctx, id: MessageId, told: readonly MessageId[]): Promise<Outcome<undefined, 'missing'>> {
	return change(ctx, async (db): Promise<Outcome<undefined, 'missing'>> => {
		const waiting = (await waitingIn(db, ctx, id)).map((message) => message.id);
		const done = waiting.filter((message) => told.includes(message));
		if (!done.length || !(await store.passOn(db, ctx, done))) return no('missing');
		return ok(undefined);
	});
}

/** Everything that waits with this message for the same guardian about the same child; it comes first. */
async function waitingIn(db: Db, ctx: Ctx, id: MessageId) {
	if (!isStaff(ctx)) return [];
	const children = (await people.childrenIn(db, ctx)).map((child) => child.id);
	const all = await store.findByHand(db, ctx, children);
	const asked = all.find((message) => message.id === id);
	if (!asked) return [];
	return all.filter(({ person, pupil }) => person === asked.person && pupil === asked.pupil);
}

/** Who came to wish for mail since then is still told this one by hand. */
function wayByHand({ role, email }: { role: Role; email: string | null }, wished: Channel | '' | undefined) {
	return wayOf(role, wished, email) === 'phone' ? 'phone' : 'paper';
}
