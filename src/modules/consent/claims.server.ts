import { wholeCircleIn } from '#modules/people/circles.server.ts';
import { childrenIn, namesIn } from '#modules/people/people.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { newId } from '#platform/id.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import { mayClaimFor } from './claim.access.ts';
import {
	dueOn,
	make,
	movesOf,
	type Claim,
	type ClaimId,
	type ClaimKind,
	type ClaimMove,
	type ClaimRefusal
} from './claim.ts';
import * as store from './claim.store.server.ts';
import { mayKeepConsents } from './retention.access.ts';
import * as retention from './retention.store.server.ts';
import { terms } from './retention.ts';
import { forgetIn } from './retentions.server.ts';

export type ClaimReason = ClaimRefusal | 'missing';
/** `stays`: asked to erase a child that is at school. The law keeps it there (art. 17 lid 3 AVG), and school owes the reason. */
export type ClaimLine = Claim & {
	aboutName: string;
	askedByName: string;
	isLate: boolean;
	moves: ClaimMove[];
	stays: boolean;
};

/** Ask about oneself, or about a child for whom one may. */
export function askClaim(
	ctx: Ctx,
	claim: { kind: ClaimKind; about: PersonId; words: string }
): Promise<Outcome<ClaimId, ClaimReason>> {
	return change(ctx, async (db): Promise<Outcome<ClaimId, ClaimReason>> => {
		if (!(await mayAskAboutIn(db, ctx, claim.about))) return no('missing');
		if (!claim.words) return no('words-missing');
		const id = newId<ClaimId>();
		await store.add(db, ctx, {
			...{ ...claim, id, askedBy: ctx.person.id, askedAt: ctx.now, dueOn: dueOn(dayOf(ctx.now)), state: 'asked' },
			...{ extendedWhy: null, answer: null, answeredBy: null, answeredAt: null }
		});
		recordFact(db, ctx, 'claim.asked', id, { kind: claim.kind });
		return ok(id);
	});
}

export async function mayAskAboutIn(db: Db, ctx: Ctx, about: PersonId): Promise<boolean> {
	if (about === ctx.person.id) return true;
	const circle = await wholeCircleIn(db, ctx, about);
	return !!circle && mayClaimFor(circle, ctx.person.id, dayOf(ctx.now));
}

/** The children for whom I may ask, by name; myself not among them. */
export function childrenToAskFor(ctx: Ctx): Promise<{ id: PersonId; callName: string }[]> {
	return read(ctx, async (db) => {
		const mine: { id: PersonId; callName: string }[] = [];
		if (ctx.person.role !== 'guardian') return mine;
		for (const { id, callName } of await childrenIn(db, ctx)) {
			if (await mayAskAboutIn(db, ctx, id)) mine.push({ id, callName });
		}
		return mine;
	});
}

/** What I asked, and what came of it. */
export function mine(ctx: Ctx): Promise<ClaimLine[]> {
	return read(ctx, async (db) => linesIn(db, ctx, await store.find(db, ctx, { askedBy: ctx.person.id })));
}

/** What a school has to answer, by the day on which it is due; then what was answered. */
export function register(ctx: Ctx): Promise<Outcome<ClaimLine[], 'missing'>> {
	return read(ctx, async (db) => {
		if (!mayKeepConsents(ctx)) return no('missing');
		const lines = await linesIn(db, ctx, await store.find(db, ctx));
		return ok([...lines.filter(({ moves }) => moves.length), ...lines.filter(({ moves }) => !moves.length)]);
	});
}

/** Who asked it and how it stands, for the room that sends messages; its words stay on the page. */
export async function claimForMessage(
	db: Db,
	ctx: Ctx,
	id: ClaimId
): Promise<Pick<Claim, 'askedBy' | 'state'> | undefined> {
	const [claim] = await store.find(db, ctx, { id });
	return claim && { askedBy: claim.askedBy, state: claim.state };
}

async function linesIn(db: Db, ctx: Ctx, claims: Claim[]): Promise<ClaimLine[]> {
	const names = await namesIn(db, ctx, [...new Set(claims.flatMap(({ about, askedBy }) => [about, askedBy]))]);
	const erasures = claims.filter((claim) => claim.kind === 'erasure' && movesOf(claim).length);
	const here = await retention.findPresent(
		db,
		ctx,
		erasures.map(({ about }) => about)
	);
	return claims.map((claim) => ({
		...claim,
		stays: erasures.includes(claim) && here.has(claim.about),
		aboutName: names.get(claim.about) ?? '',
		askedByName: names.get(claim.askedBy) ?? '',
		isLate: movesOf(claim).length > 0 && claim.dueOn < dayOf(ctx.now),
		moves: movesOf(claim)
	}));
}

function move(ctx: Ctx, id: ClaimId, made: ClaimMove, words: string) {
	return change(ctx, async (db): Promise<Outcome<undefined, ClaimReason>> => {
		if (!mayKeepConsents(ctx)) return no('missing');
		await store.hold(db, ctx, id);
		const [claim] = await store.find(db, ctx, { id });
		if (!claim) return no('missing');
		const moved = make(claim, made, { words, by: ctx.person.id, now: ctx.now });
		if (!moved.ok) return moved;
		if (made === 'grant' && claim.kind === 'erasure') {
			const erased = await eraseIn(db, ctx, claim.about);
			if (!erased.ok) return erased;
		}
		await store.save(db, ctx, moved.value);
		recordFact(db, ctx, `claim.${{ extend: 'extended', grant: 'granted', refuse: 'refused' }[made]}`, id, {});
		return ok(undefined);
	});
}

/** What may go, goes now: the dossier of a child who left. What the law obliges a school to keep stays its term. */
async function eraseIn(db: Db, ctx: Ctx, about: PersonId): Promise<Outcome<undefined, 'present'>> {
	const gone = await forgetIn(db, ctx, 'dossier', about);
	if (!gone.ok) return no('present');
	const clearing = { kind: 'dossier', cause: 'request', length: terms.dossier.length, removed: 1 } as const;
	await retention.addClearing(db, ctx, clearing);
	return ok(undefined);
}

export const extend = (ctx: Ctx, id: ClaimId, words: string) => move(ctx, id, 'extend', words);
export const grant = (ctx: Ctx, id: ClaimId, words: string) => move(ctx, id, 'grant', words);
export const refuse = (ctx: Ctx, id: ClaimId, words: string) => move(ctx, id, 'refuse', words);
