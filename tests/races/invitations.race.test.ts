import { afterEach, beforeEach, expect, test } from 'vitest';
import { arrive } from '#modules/people/arrivals.server.ts';
import { print } from '#modules/people/invitations.server.ts';
import { membershipsOf } from '#platform/accounts.server.ts';
import { setClock } from '#platform/clock.server.ts';
import { anke, as, autumn, group5, joris, wim, yvonne } from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { facts, useRealDatabase } from '#tests/database.ts';

useRealDatabase();
beforeEach(() => setClock(autumn));
afterEach(() => setClock(undefined));

/** Guards `.where('used_at', 'is', null)` in `use` of src/modules/people/invitation.store.server.ts. */
test('of two who use one code at the same moment one comes in', async () => {
	const { letters } = value(await print(as(yvonne), { person: wim.id }));
	const arrived = await Promise.all(Array.from({ length: 8 }, () => arrive(letters[0]!.code, 'without-mail', autumn)));
	const inside = arrived.flatMap((one) => (one.ok ? [one.value.account] : []));
	expect(inside).toHaveLength(1);
	expect(await membershipsOf(inside[0]!)).toHaveLength(1);
	expect((await facts()).filter((name) => name === 'invitation.used')).toHaveLength(1);
});

/** Guards `holdSchool` in `choose` of src/modules/people/invitations.server.ts. */
test('of two who print for a group at the same moment one gets letters, the other hears that nobody is left', async () => {
	const printed = await Promise.all([anke, yvonne, joris].map((who) => print(as(who), { group: group5 })));
	expect(printed.map((one) => (one.ok ? one.value.letters.length : one.reason)).toSorted()).toEqual([
		4,
		'nobody-left',
		'nobody-left'
	]);
});
