import type { Ctx } from '#platform/ctx.ts';
import { change, conflicts, read, type Db } from '#platform/db.server.ts';
import { recordFact } from '#platform/facts.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { no, ok, type Outcome } from '#platform/outcome.ts';
import { householdsOf, memberOf, type Circle } from './circle.ts';
import { circleIn, wholeCirclesIn } from './circles.server.ts';
import * as store from './line.store.server.ts';
import * as rules from './line.ts';
import { childrenIn, namesIn } from './people.server.ts';

type Reason = rules.LineRefusal | 'missing' | 'changed';

/** One part on the page: what holds, and what is proposed instead. */
export type PartView = {
	part: rules.Part;
	agreed: { wording: string; at: Date | null } | null;
	proposed: {
		id: rules.LineId;
		wording: string;
		by: string;
		/** Who still has to say yes, by name; null for school. */
		waitsFor: (string | null)[];
		may: { accept: boolean; withdraw: boolean };
	} | null;
};

/** The lines of communication of one child, for school and its homes; not for the pupil (handbook P13). */
export function get(ctx: Ctx, pupil: PersonId) {
	return read(ctx, async (db) => {
		const scene = await sceneIn(db, ctx, pupil);
		if (!scene) return no('missing');
		const { circle, party } = scene;
		const lines = await store.findCurrent(db, ctx, [pupil]);
		const names = await namesIn(
			db,
			ctx,
			lines.map(({ proposedBy }) => proposedBy)
		);
		const parts = rules.parts.map((part): PartView => {
			const of = (state: rules.LineState) => lines.find((line) => line.part === part && line.state === state);
			const [agreed, proposed] = [of('agreed'), of('proposed')];
			return {
				part,
				agreed: agreed ? { wording: agreed.wording, at: agreed.agreedAt } : null,
				proposed: proposed
					? {
							id: proposed.id,
							wording: proposed.wording,
							by: names.get(proposed.proposedBy) ?? '',
							waitsFor: rules.missing(proposed, rules.partiesOf(circle)).map((one) => nameOfParty(circle, one)),
							may: {
								accept: !proposed.yes.includes(party),
								withdraw: party === partyOfPerson(circle, proposed.proposedBy)
							}
						}
					: null
			};
		});
		return ok({ pupil: { id: pupil, callName: circle.callName }, parts });
	});
}

/** Propose a wording; what waited for a yes until now makes way, what holds goes on until everybody has said yes. */
export function propose(
	ctx: Ctx,
	pupil: PersonId,
	part: rules.Part,
	wording: string
): Promise<Outcome<undefined, Reason>> {
	return change<undefined, Reason, Reason>(
		ctx,
		async (db) => {
			const scene = await sceneIn(db, ctx, pupil);
			if (!scene) return no('missing');
			const waiting = (await store.findCurrent(db, ctx, [pupil])).find(
				(line) => line.part === part && line.state === 'proposed'
			);
			if (waiting) await store.saveState(db, ctx, { ...waiting, state: 'replaced' });
			const id = await store.add(db, ctx, pupil, part, wording);
			await store.addYes(db, ctx, id, scene.party);
			recordFact(db, ctx, 'line.proposed', id, { pupil });
			return ok(undefined);
		},
		{ [conflicts.double]: 'changed' }
	);
}

/** Say yes for one's home or for school; with the last yes it holds. */
export function accept(ctx: Ctx, pupil: PersonId, id: rules.LineId): Promise<Outcome<undefined, Reason>> {
	return change<undefined, Reason>(ctx, async (db) => {
		const scene = await sceneIn(db, ctx, pupil);
		const line = scene && (await store.findToChange(db, ctx, pupil, id));
		if (!scene || !line) return no('missing');
		const decided = rules.accept(line, scene.party, rules.partiesOf(scene.circle), ctx.now);
		if (!decided.ok) return decided;
		await store.addYes(db, ctx, id, scene.party);
		if (decided.value.state === 'agreed') {
			const before = (await store.findCurrent(db, ctx, [pupil])).find(
				({ part, state }) => part === line.part && state === 'agreed'
			);
			if (before) await store.saveState(db, ctx, { ...before, state: 'replaced' });
			await store.saveState(db, ctx, decided.value);
			recordFact(db, ctx, 'line.agreed', id, { pupil });
		} else recordFact(db, ctx, 'line.accepted', id, { pupil });
		return ok(undefined);
	});
}

export function withdraw(ctx: Ctx, pupil: PersonId, id: rules.LineId): Promise<Outcome<undefined, Reason>> {
	return change<undefined, Reason>(ctx, async (db) => {
		const scene = await sceneIn(db, ctx, pupil);
		const line = scene && (await store.findToChange(db, ctx, pupil, id));
		if (!scene || !line) return no('missing');
		const decided = rules.withdraw(line, scene.party, partyOfPerson(scene.circle, line.proposedBy));
		if (!decided.ok) return decided;
		await store.saveState(db, ctx, decided.value);
		recordFact(db, ctx, 'line.withdrawn', id, { pupil });
		return ok(undefined);
	});
}

/** For Today: children of whom a proposal waits for the yes of who asks. */
export function waitingFor(ctx: Ctx): Promise<{ pupil: PersonId; callName: string }[]> {
	return read(ctx, async (db) => {
		const children = await childrenIn(db, ctx);
		const lines = await store.findCurrent(
			db,
			ctx,
			children.map(({ id }) => id)
		);
		const proposed = lines.filter(({ state }) => state === 'proposed');
		const circles = await wholeCirclesIn(db, ctx, [...new Set(proposed.map(({ pupil }) => pupil))]);
		return [...circles.values()].flatMap((circle) => {
			const party = partyOfPerson(circle, ctx.person.id);
			const waits = party && proposed.some(({ pupil, yes }) => pupil === circle.pupil && !yes.includes(party));
			return waits ? [{ pupil: circle.pupil, callName: circle.callName }] : [];
		});
	});
}

async function sceneIn(db: Db, ctx: Ctx, pupil: PersonId) {
	const circle = await circleIn(db, ctx, pupil);
	const party = circle && partyOfPerson(circle, ctx.person.id);
	return circle && party && rules.needsLines(circle) ? { circle, party } : undefined;
}

function partyOfPerson(circle: Circle, person: PersonId) {
	const member = memberOf(circle, person);
	return member && rules.partyOf(member);
}

function nameOfParty(circle: Circle, party: rules.Party): string | null {
	const home = householdsOf(circle).find(({ household }) => household === party);
	return home ? home.guardians.map(({ name }) => name).join(', ') : null;
}
