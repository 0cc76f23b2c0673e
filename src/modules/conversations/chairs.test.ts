import { beforeEach, expect, test } from 'vitest';
import type { ConversationId } from '#platform/ids.ts';
import { no } from '#platform/outcome.ts';
import * as cast from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { asOwner, facts, useDatabase } from '#tests/database.ts';
import * as chairs from './chairs.server.ts';
import type { Plan } from './conversation.input.ts';
import * as plans from './plans.server.ts';
import * as recordPage from './record-page.server.ts';
import * as sittings from './sittings.server.ts';
import * as table from './table.server.ts';

useDatabase();

const { anke, as, bram, carla, noor, samira, youssef } = cast;
const moment = { startsAt: new Date('2026-09-24T13:45:00Z'), minutes: 30, place: { kind: 'school' } } as const;
const given: Plan = { ...moment, kind: 'concern', pupil: noor.id, people: [samira.id], pupilInvited: false };
const seenBy = async (who: typeof anke) => value(await table.get(as(who), talk));
let talk: ConversationId;

beforeEach(async () => {
	talk = value(await plans.plan(as(anke), given));
});

test('who plans a talk may let a colleague of the circle lead it; who planned it comes only when chosen', async () => {
	const id = value(
		await plans.plan(as(anke), { ...given, startsAt: new Date('2026-09-28T13:45:00Z'), chair: carla.id })
	);
	const { talk: planned } = value(await table.get(as(samira), id));
	expect(planned.chair).toBe(carla.id);
	expect(planned.people.toSorted()).toEqual([carla.id, samira.id].toSorted());
	// Of the two of them there is no talk.
	const alone = { ...given, people: [anke.id, carla.id], chair: carla.id };
	expect(await plans.plan(as(anke), alone)).toEqual(no('nobody-comes'));
	// Of the circle, and of school: no parent, no child, no teacher of another group.
	for (const chair of [samira.id, noor.id, bram.id]) {
		expect(await plans.plan(as(anke), { ...given, chair })).toEqual(no('missing'));
	}
});

test('a talk that was asked for can be led by a colleague too', async () => {
	const asked = value(await plans.request(as(samira), { kind: 'concern', pupil: noor.id, text: 'Slaap' }));
	const when = { ...moment, startsAt: new Date('2026-09-28T13:45:00Z'), people: [samira.id], pupilInvited: false };
	expect(await plans.planRequested(as(anke), asked, { ...when, chair: bram.id })).toEqual(no('missing'));
	value(await plans.planRequested(as(anke), asked, { ...when, chair: carla.id }));
	expect(value(await table.get(as(samira), asked)).talk).toMatchObject({ chair: carla.id });
});

test('who leads it hands it to a colleague, who comes and hears of it; again it changes nothing', async () => {
	value(await chairs.appoint(as(anke), talk, carla.id));
	const { talk: led } = await seenBy(samira);
	expect(led.chair).toBe(carla.id);
	expect(led.people.toSorted()).toEqual([anke.id, carla.id, samira.id].toSorted());
	value(await chairs.appoint(as(anke), talk, carla.id));
	expect(await facts()).toEqual(['conversation.planned', 'conversation.appointed']);
	// That no next moment is needed is now for her to say, and no more for who led it before.
	expect(await sittings.followUp(as(anke), talk, { nextOn: null, noneNeeded: true })).toEqual(no('refused'));
	expect(await sittings.followUp(as(carla), talk, { nextOn: null, noneNeeded: true })).toMatchObject({ ok: true });
});

test('no family and no outsider says who leads, and nobody is put in charge who is not of the circle', async () => {
	expect(await chairs.appoint(as(samira), talk, carla.id)).toEqual(no('refused'));
	// Of the circle, and not at this talk.
	expect(await chairs.appoint(as(carla), talk, carla.id)).toEqual(no('refused'));
	for (const who of [youssef, bram, cast.stranger, cast.yvonne]) {
		expect(await chairs.appoint(as(who), talk, carla.id)).toEqual(no('missing'));
	}
	for (const chair of [samira.id, noor.id, bram.id]) {
		expect(await chairs.appoint(as(anke), talk, chair)).toEqual(no('missing'));
	}
	expect((await seenBy(samira)).talk.chair).toBe(anke.id);
});

test('a colleague who sits somewhere else then is not put in two places', async () => {
	value(await plans.plan(as(carla), { ...given, people: [youssef.id] }));
	expect(await chairs.appoint(as(anke), talk, carla.id)).toEqual(no('taken'));
	expect((await seenBy(samira)).talk).toMatchObject({ chair: anke.id });
});

test('after the talk a colleague can finish it, without having been there; once it is recorded nobody changes hands', async () => {
	value(await sittings.start(as(anke), talk));
	value(await sittings.hold(as(anke), talk));
	value(await chairs.appoint(as(anke), talk, carla.id));
	expect((await seenBy(samira)).talk.people).not.toContain(carla.id);
	expect(value(await recordPage.get(as(carla), talk)).talk.chair).toBe(carla.id);
	await asOwner(`update conversations.conversation set state = 'recorded' where id = '${talk}'`);
	expect(await chairs.appoint(as(carla), talk, anke.id)).toEqual(no('wrong-state'));
});
