import type { Ctx } from '#platform/ctx.ts';
import { change, conflicts, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { memberOf } from './circle.ts';
import { circleIn } from './circles.server.ts';
import { mayAnswer, mayCheck } from './file-check.access.ts';
import * as store from './file-check.store.server.ts';
import * as rules from './file-check.ts';
import { childrenIn, namesIn } from './people.server.ts';
import { fullNameOf } from './person.ts';

export type Checkable = { item: rules.Item; held: string; check: rules.FileCheck | null };
type Reason = 'missing' | 'asked-already' | rules.CheckRefusal;

/** What school holds of a child and of the guardian who reads: per item, with what was said of it. */
export function get(ctx: Ctx, pupil: PersonId) {
	return read(ctx, async (db) => {
		const scene = await sceneIn(db, ctx, pupil);
		if (!scene) return no('missing');
		const last = rules.lastOf(await store.findOwn(db, ctx, [pupil]));
		const checkable = scene.held.map(({ item, held }): Checkable => ({ item, held, check: last.get(item) ?? null }));
		return ok({ pupil: { id: pupil, callName: scene.callName }, items: checkable });
	});
}

export type DueChild = { id: PersonId; callName: string; due: rules.CheckReason };

/** For a guardian: the children of whom the file is worth another look. */
export function waitingFor(ctx: Ctx): Promise<DueChild[]> {
	return read(ctx, (db) => dueIn(db, ctx));
}

/** Not now: nobody asks this guardian again for a season. */
export function putOff(ctx: Ctx): Promise<Outcome<undefined, 'missing'>> {
	return change(ctx, async (db) => {
		if (ctx.person.role !== 'guardian') return no('missing');
		const children = (await dueIn(db, ctx)).map(({ id }) => id);
		if (children.length) await store.saveAfter(db, ctx, children, rules.putOff(ctx.now));
		return ok(undefined);
	});
}

async function dueIn(db: Db, ctx: Ctx): Promise<DueChild[]> {
	const children = ctx.person.role === 'guardian' ? await childrenIn(db, ctx) : [];
	if (!children.length) return [];
	const ids = children.map(({ id }) => id);
	const rows = new Map((await store.findHeld(db, ctx, ids)).map((row) => [row.pupil, row]));
	const checks = Map.groupBy(await store.findOwn(db, ctx, ids), ({ pupil }) => pupil);
	return children.flatMap(({ id, callName }) => {
		const row = rows.get(id);
		const due = row && rules.dueOf(checks.get(id) ?? [], heldOf(row), row.check_after, ctx.now);
		return due ? [{ id, callName, due }] : [];
	});
}

/** This item is right. */
export function confirm(ctx: Ctx, pupil: PersonId, item: rules.Item) {
	return check(ctx, pupil, item, 'right', '');
}

/** Ask school to correct this item, in one's own words. */
export function ask(ctx: Ctx, pupil: PersonId, item: rules.Item, words: string) {
	return check(ctx, pupil, item, 'asked', words);
}

function check(
	ctx: Ctx,
	pupil: PersonId,
	item: rules.Item,
	state: 'right' | 'asked',
	words: string
): Promise<Outcome<rules.CheckId, Reason>> {
	return change<rules.CheckId, Reason, Reason>(
		ctx,
		async (db) => {
			const scene = await sceneIn(db, ctx, pupil);
			const found = scene?.held.find((one) => one.item === item);
			if (!found) return no('missing');
			const id = await store.add(db, ctx, { pupil, item, held: found.held, state, words });
			recordFact(db, ctx, state === 'right' ? 'file.confirmed' : 'file.correction-asked', id, { pupil });
			return ok(id);
		},
		{ [conflicts.double]: 'asked-already' }
	);
}

/** For the office: what families asked to correct and nobody answered yet, the oldest first. */
export function open(ctx: Ctx) {
	return read(ctx, async (db) => {
		if (!mayAnswer(ctx)) return no('missing');
		const asked = await store.findOpen(db, ctx);
		const names = await namesIn(
			db,
			ctx,
			asked.flatMap(({ pupil, person }) => [pupil, person])
		);
		const nameOf = (person: PersonId) => names.get(person) ?? '';
		return ok(asked.map((one) => ({ ...one, child: nameOf(one.pupil), by: nameOf(one.person) })));
	});
}

/** Corrected in the administration, so that it comes with the next file; or not, with a reason. */
export function answer(
	ctx: Ctx,
	id: rules.CheckId,
	outcome: 'corrected' | 'kept',
	reason: string
): Promise<Outcome<undefined, Reason>> {
	return change<undefined, Reason>(ctx, async (db) => {
		const asked = mayAnswer(ctx) ? await store.findToChange(db, ctx, id) : undefined;
		if (!asked) return no('missing');
		const decided = rules.answer(asked, outcome, reason, ctx.now);
		if (!decided.ok) return decided;
		await store.save(db, ctx, decided.value);
		recordFact(db, ctx, 'file.correction-answered', id, { pupil: asked.pupil, outcome });
		return ok(undefined);
	});
}

async function sceneIn(db: Db, ctx: Ctx, pupil: PersonId) {
	const circle = await circleIn(db, ctx, pupil);
	if (!circle || !mayCheck(memberOf(circle, ctx.person.id))) return undefined;
	const [found] = await store.findHeld(db, ctx, [pupil]);
	return found && { callName: circle.callName, held: heldOf(found) };
}

/** Only what is held: an empty item of the child is none, an empty number or address of one's own can be given. */
function heldOf(row: store.Held): { item: rules.Item; held: string }[] {
	const child = { givenName: row.given_name, prefix: row.prefix, surname: row.surname };
	const self = { givenName: row.own_given_name, prefix: row.own_prefix, surname: row.own_surname };
	const held: Record<rules.Item, string | null> = {
		'full-name': fullNameOf(child),
		'call-name': row.given_name,
		'birth-date': row.birth_date,
		group: row.group_name,
		'home-language': row.home_language,
		'own-name': fullNameOf(self),
		relation: row.relation,
		authority: row.authority,
		email: row.email ?? '',
		mobile: row.mobile ?? ''
	};
	return rules.items.flatMap((item) => {
		const value = held[item];
		return value === null ? [] : [{ item, held: value }];
	});
}
