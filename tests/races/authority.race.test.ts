import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { propose } from '#modules/agreements/handshakes.server.ts';
import * as agreements from '#modules/agreements/agreements.server.ts';
import { checkAuthority } from '#modules/people/authorities.server.ts';
import { holdPupils } from '#modules/people/authority.store.server.ts';
import { circleIn } from '#modules/people/circles.server.ts';
import { change } from '#platform/db.server.ts';
import { no, ok } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import { as, deLinde, noor, samira, youssef, youssefsHome, yvonne } from '#seeds/cast.ts';
import { useRealDatabase } from '#tests/database.ts';

useRealDatabase();

const day = (text: string) => text as Day;
const proposal = {
	pupil: noor.id,
	kind: 'do',
	owner: { household: youssefsHome },
	audience: 'circle',
	wording: { what: 'lees voor', why: 'Noor rust heeft', rhythm: 'elke avond', by: null, how: '', helpers: '' },
	evaluateOn: day('2026-12-03')
} as const;
const withoutAuthority = () =>
	checkAuthority(as(yvonne), noor.id, {
		...{ guardian: youssef.id, authority: 'no', institution: null },
		...{ proof: 'court', proofOn: day('2026-09-22') }
	});

function gate() {
	let open = () => {};
	const opened = new Promise<void>((done) => (open = done));
	return { open, opened };
}
const soon = () => new Promise((done) => setTimeout(done, 150));

// Red without `holdCircles` in circles.server.ts: the change overtakes a save that has already looked at the circle.
test('authority changes while a page is being saved: the save belongs to before, and the change waits for it', async () => {
	const [looked, goOn] = [gate(), gate()];
	const order: string[] = [];
	const saving = change(as(youssef), async (db) => {
		const circle = await circleIn(db, as(youssef), noor.id);
		looked.open();
		await goOn.opened;
		order.push('saved');
		return circle ? ok(undefined) : no('missing');
	});
	await looked.opened;
	const changing = withoutAuthority().then((done) => (order.push('changed'), done));
	await soon();
	goOn.open();
	expect(await saving).toEqual(ok(undefined));
	expect(await changing).toEqual(ok(undefined));
	expect(order).toEqual(['saved', 'changed']);
	expect(await agreements.agreementsOf(as(youssef), { pupil: noor.id })).toEqual([]);
});

// Red without `holdCircles` too.
test('the change is first: a save that comes meanwhile waits, and finds that it may not', async () => {
	const [held, goOn] = [gate(), gate()];
	const changing = change(as(yvonne), async (db) => {
		await holdPupils(db, as(yvonne), [noor.id]);
		held.open();
		await goOn.opened;
		return ok(undefined);
	});
	await held.opened;
	const checking = withoutAuthority();
	await soon();
	const saving = propose(as(youssef), proposal);
	await soon();
	goOn.open();
	await changing;
	expect(await checking).toEqual(ok(undefined));
	expect(await saving).toEqual(no('missing'));
	expect(await agreements.agreementsOf(as(samira), { pupil: noor.id })).toEqual([]);
});

// Red without `revoke update, delete on people.authority_change` in migration 0013.
test('what was changed is only ever added to: the application itself can neither edit nor remove it', async () => {
	expect(await withoutAuthority()).toEqual(ok(undefined));
	const edits = [
		sql`delete from people.authority_change where school_id = ${deLinde}`,
		sql`update people.authority_change set what = 'lifted' where school_id = ${deLinde}`
	];
	for (const edit of edits) {
		await expect(change(as(yvonne), async (db) => ok(await edit.execute(db)))).rejects.toThrow(/permission denied/);
	}
});
