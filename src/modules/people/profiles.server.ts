import { accountsIn } from '#platform/accounts.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import type { AccountId, HouseholdId, PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { guardiansOf, householdsOf, memberOf } from './circle.ts';
import { circleIn, wholeCirclesIn } from './circles.server.ts';
import { childrenIn } from './people.server.ts';
import { mayReadWishes, maySay } from './profile.access.ts';
import * as store from './profile.store.server.ts';
import { asWish, guessesFor, nothingSaid, type Guess, type Piece, type Profile } from './profile.ts';

/** One's own wishes, with what school thought and nobody answered yet; and whether a child of theirs has two homes. */
export function get(ctx: Ctx) {
	return read(ctx, async (db) => {
		if (!maySay(ctx)) return no('missing');
		const { profile, guesses } = await mineIn(db, ctx);
		const children = (await childrenIn(db, ctx)).map(({ id }) => id);
		const circles = [...(await wholeCirclesIn(db, ctx, children)).values()];
		return ok({ profile, guesses, twoHomes: circles.some((circle) => householdsOf(circle).length > 1) });
	});
}

/** Say a wish. It tells nobody and leaves no trace in what happened: who needs it reads it at that moment (handbook §16). */
export function keep(ctx: Ctx, wish: Partial<Profile>): Promise<Outcome<undefined, 'missing'>> {
	return change(ctx, async (db) => {
		const mine = maySay(ctx) ? await mineIn(db, ctx) : undefined;
		if (!mine?.account) return no('missing');
		await store.save(db, mine.account, wish);
		return ok(undefined);
	});
}

/** Take a wish back, as easily as it was said. What school once thought is not asked again. */
export function withdraw(ctx: Ctx, piece: Piece): Promise<Outcome<undefined, 'missing'>> {
	return change(ctx, async (db) => {
		const mine = maySay(ctx) ? await mineIn(db, ctx) : undefined;
		if (!mine?.account) return no('missing');
		await store.save(db, mine.account, { [piece]: nothingSaid[piece] }, withAnswer(mine.answered, piece));
		return ok(undefined);
	});
}

/** What school thought is right: from now on it is a wish. */
export function confirm(ctx: Ctx, piece: Piece) {
	return answerGuess(ctx, piece, asWish);
}

/** What school thought is not right: it is forgotten. */
export function deny(ctx: Ctx, piece: Piece) {
	return answerGuess(ctx, piece, () => ({}));
}

function answerGuess(
	ctx: Ctx,
	piece: Piece,
	becomes: (guess: Guess) => Partial<Profile>
): Promise<Outcome<undefined, 'missing'>> {
	return change(ctx, async (db) => {
		const mine = maySay(ctx) ? await mineIn(db, ctx) : undefined;
		if (!mine?.account) return no('missing');
		const guess = mine.guesses.find((one) => one.piece === piece);
		if (guess) await store.save(db, mine.account, becomes(guess), withAnswer(mine.answered, piece));
		return ok(undefined);
	});
}

export type FamilyMember = {
	person: PersonId;
	name: string;
	household: HouseholdId | null;
	profile: Profile;
	guesses: Guess[];
};

/** What the guardians of one child wish, for staff of its circle who plan with them or call them; for all others nothing. */
export function ofFamily(ctx: Ctx, pupil: PersonId): Promise<FamilyMember[]> {
	return read(ctx, async (db) => {
		const circle = await circleIn(db, ctx, pupil);
		if (!circle || !mayReadWishes(memberOf(circle, ctx.person.id))) return [];
		const guardians = guardiansOf(circle);
		const persons = guardians.map(({ person }) => person);
		const said = await saidIn(db, ctx, persons);
		const views = await store.findGuesses(db, ctx, persons);
		return guardians.map(({ person, name, household }) => {
			const { profile, answered } = said.get(person) ?? { profile: nothingSaid, answered: [] };
			return { person, name, household, profile, guesses: guessesFor(profile, answered, views.get(person)) };
		});
	});
}

/** The wishes of these persons, for the house's own work (which channel, which talks), never for a page. */
export async function wishesIn(db: Db, ctx: Ctx, persons: readonly PersonId[]): Promise<Map<PersonId, Profile>> {
	const said = await saidIn(db, ctx, persons);
	return new Map([...said].map(([person, { profile }]) => [person, profile]));
}

/** How who signs in by this account likes the pages: read aloud, with pictures. Nobody but a guardian has wishes. */
export async function forPages(ctx: Ctx, account: AccountId): Promise<{ aloud: boolean; drawn: boolean }> {
	const [row] = maySay(ctx) ? await read(ctx, (db) => store.find(db, [account])) : [];
	return { aloud: row?.read_aloud ?? false, drawn: row?.pictures ?? false };
}

async function mineIn(db: Db, ctx: Ctx) {
	const me = ctx.person.id;
	const account = (await accountsIn(db, ctx.school, [me])).get(me);
	const [row] = account ? await store.find(db, [account]) : [];
	const profile = row ? store.asProfile(row) : nothingSaid;
	const answered = row?.answered ?? [];
	const guesses = guessesFor(profile, answered, (await store.findGuesses(db, ctx, [me])).get(me));
	return { account, profile, answered, guesses };
}

async function saidIn(db: Db, ctx: Ctx, persons: readonly PersonId[]) {
	const accounts = await accountsIn(db, ctx.school, persons);
	const rows = new Map((await store.find(db, [...accounts.values()])).map((row) => [row.account_id, row]));
	return new Map(
		[...accounts].flatMap(([person, account]) => {
			const row = rows.get(account);
			return row ? [[person, { profile: store.asProfile(row), answered: row.answered }] as const] : [];
		})
	);
}

function withAnswer(answered: readonly string[], piece: Piece) {
	return piece === 'speaks' || piece === 'interpreter' ? [...new Set([...answered, piece])] : undefined;
}
