import { expect, test } from 'vitest';
import { inOrder } from '#modules/conversations/agenda.ts';
import * as agendas from '#modules/conversations/agendas.server.ts';
import * as companions from '#modules/conversations/companions.server.ts';
import * as entries from '#modules/conversations/entries.server.ts';
import * as plans from '#modules/conversations/plans.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import * as table from '#modules/conversations/table.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import { anke, as, carla, noor, samira } from '#seeds/cast.ts';
import { useRealDatabase } from '#tests/database.ts';

useRealDatabase();

const at = (day: string) => ({
	...{ startsAt: new Date(`2026-09-${day}T13:45:00Z`), minutes: 30, place: { kind: 'school' } as const },
	...{ kind: 'progress' as const, pupil: noor.id, people: [samira.id, carla.id], pupilInvited: false }
});

async function value<T>(made: Promise<{ ok: true; value: T } | { ok: false; reason: string }>) {
	const outcome = await made;
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.value;
}
const point = (id: ConversationId, text: string) =>
	value(entries.say(as(samira), id, { section: 'point', text, audience: 'adults', minutes: null, forChild: false }));
const seen = (id: ConversationId) => value(table.get(as(samira), id));

/**
 * Guards `talks.findToChange` in `onPoint` of src/modules/conversations/agendas.server.ts. With `talks.find` both read the
 * same order, and the one who writes last undoes the move of the other.
 */
test('two who order the agenda at the same moment both have their way', async () => {
	const id = await value(plans.plan(as(anke), at('24')));
	const [a, b, c, d] = [await point(id, 'a'), await point(id, 'b'), await point(id, 'c'), await point(id, 'd')];
	for (let round = 0; round < 6; round++) {
		await value(agendas.order(as(anke), id, a, b));
		await value(agendas.order(as(anke), id, d, null));
		await Promise.all([agendas.order(as(samira), id, a, null), agendas.order(as(carla), id, d, b)]);
		const { entries: said, places } = await seen(id);
		const order = inOrder(said, places).map(({ text }) => text);
		expect(order.indexOf('d')).toBeLessThan(order.indexOf('b'));
		expect(order.indexOf('a')).toBeGreaterThan(order.indexOf('c'));
		await value(agendas.order(as(anke), id, c, d));
		await value(agendas.order(as(anke), id, b, c));
	}
});

/** Guards `for no key update of p` in `holdLeft` of src/modules/conversations/agenda.store.server.ts: a point goes along once. */
test('two talks planned at the same moment take a point that was left along once', async () => {
	const id = await value(plans.plan(as(anke), at('24')));
	const left = await point(id, 'vriendinnen');
	await value(sittings.start(as(anke), id));
	await value(agendas.leave(as(anke), id, left));
	const next = await Promise.all(
		['25', '28', '29', '30'].map((day, turn) =>
			value(plans.plan(as(turn % 2 ? carla : anke), { ...at(day), people: [samira.id] }))
		)
	);
	const carried = await Promise.all(next.map(async (talk) => (await seen(talk)).entries));
	expect(carried.flat().map(({ text }) => text)).toEqual(['vriendinnen']);
});

/** Guards `talks.findToChange` in `bring` of src/modules/conversations/companions.server.ts: never more than four. */
test('whoever names companions at the same moment, four come along and no more', async () => {
	const id = await value(plans.plan(as(anke), at('24')));
	const names = ['A', 'B', 'C', 'D', 'E', 'F'];
	await Promise.all(names.map((name) => companions.bring(as(samira), id, { name, part: 'friend' })));
	expect((await seen(id)).companions).toHaveLength(4);
});
