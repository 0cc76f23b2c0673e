import type { Ctx } from '#platform/ctx.ts';
import { change, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import type { Kind } from './kinds.ts';
import { mayAdapt } from './template.access.ts';
import { adapt as adaptKind, allKinds, houseTemplate, type Template, type TemplateRefusal } from './template.ts';
import * as store from './template.store.server.ts';

export type TemplateReason = 'missing' | TemplateRefusal;

/** Every kind of talk as this school has it; `own`: it differs from the house's. */
export function ofSchool(ctx: Ctx) {
	return read(ctx, async (db) => {
		if (!mayAdapt(ctx)) return no('missing');
		const current = await store.findCurrent(db, ctx);
		return ok(
			allKinds.map((kind) => {
				const own = current.find((each) => each.kind === kind);
				return { template: own ?? houseTemplate(kind), own: own !== undefined };
			})
		);
	});
}

/** What a version would become, before anybody uses it. */
export async function preview(
	ctx: Ctx,
	kind: Kind,
	asked: Omit<Template, 'kind'>
): Promise<Outcome<Template, TemplateReason>> {
	return mayAdapt(ctx) ? adaptKind(kind, asked) : no('missing');
}

/** The school's own version of a kind, for talks that are planned from now on. */
export function adapt(ctx: Ctx, kind: Kind, asked: Omit<Template, 'kind'>) {
	return change(ctx, async (db): Promise<Outcome<undefined, TemplateReason>> => {
		if (!mayAdapt(ctx)) return no('missing');
		const adapted = adaptKind(kind, asked);
		if (!adapted.ok) return adapted;
		await store.hold(db, ctx);
		await store.retire(db, ctx, kind);
		await store.add(db, ctx, adapted.value);
		recordFact(db, ctx, 'template.adapted', ctx.school, {});
		return ok(undefined);
	});
}

/** Back to the house's version; talks that are planned keep what they were planned with. */
export function restore(ctx: Ctx, kind: Kind) {
	return change(ctx, async (db): Promise<Outcome<undefined, TemplateReason>> => {
		if (!mayAdapt(ctx)) return no('missing');
		await store.hold(db, ctx);
		await store.retire(db, ctx, kind);
		recordFact(db, ctx, 'template.restored', ctx.school, {});
		return ok(undefined);
	});
}

/** What this school says of each kind where it is not the house's, for who plans a talk or asks for one. */
export function templatesIn(db: Db, ctx: Ctx) {
	return store.findCurrent(db, ctx);
}

export async function templateIn(db: Db, ctx: Ctx, kind: Kind) {
	return (await store.findCurrent(db, ctx)).find((each) => each.kind === kind) ?? null;
}
