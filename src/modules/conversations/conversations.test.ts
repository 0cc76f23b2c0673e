import { expect, test } from 'vitest';
import { anke, as, bram, deEik, milan, mentor, noor, samira, sem, stranger, yvonne, youssef } from '#seeds/cast.ts';
import { change, conflicts } from '#platform/db.server.ts';
import { ok } from '#platform/outcome.ts';
import { facts, useDatabase } from '#tests/database.ts';
import { cancelIn, moveIn, planIn, type NewConversation } from './conversations.server.ts';
import * as summaries from './summaries.server.ts';

useDatabase();

const quarterToFour = new Date('2026-09-24T13:45:00Z');
const aboutNoor: NewConversation = {
	kind: 'start',
	pupil: noor.id,
	chair: anke.id,
	guardians: [samira.id],
	startsAt: quarterToFour,
	minutes: 15,
	place: { kind: 'school', location: 'lokaal 5' },
	pupilInvited: true
};

async function planned(given: Partial<NewConversation> = {}) {
	const outcome = await change(as(yvonne), async (db) => ok(await planIn(db, as(yvonne), { ...aboutNoor, ...given })), {
		[conflicts.overlap]: 'taken'
	});
	return outcome;
}

async function id(given: Partial<NewConversation> = {}) {
	const outcome = await planned(given);
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.value;
}

test('a planned talk stands in the list of everybody who comes, with who prepared', async () => {
	await id();
	const [talk] = await summaries.upcomingOf(as(samira));
	expect(talk).toMatchObject({ callName: 'Noor', startsAt: quarterToFour, place: { location: 'lokaal 5' } });
	expect(talk!.people.map(({ name, voice, prepared }) => [name, voice, prepared])).toEqual([
		['Samira El Idrissi', 'home', false],
		['Noor', 'child', false],
		['juf Anke', 'school', false]
	]);
	expect(await summaries.upcomingOf(as(anke))).toHaveLength(1);
	expect(await summaries.upcomingOf(as(noor))).toHaveLength(1);
	expect(await facts()).toEqual(['conversation.planned']);
});

test('nobody sits at two tables at once, and a refusal leaves nothing', async () => {
	await id();
	const overlapping = new Date('2026-09-24T13:55:00Z');
	expect(await planned({ pupil: sem.id, chair: bram.id, startsAt: overlapping })).toMatchObject({ reason: 'taken' });
	await id({ pupil: sem.id, chair: bram.id, startsAt: new Date('2026-09-24T14:00:00Z') });
	expect(await facts()).toHaveLength(2);
});

test('moved it stands at the new time and the old one is free; cancelled it takes no time', async () => {
	const talk = await id();
	const later = new Date('2026-09-24T15:00:00Z');
	await change(as(samira), (db) => moveIn(db, as(samira), talk, { startsAt: later }));
	expect(await summaries.upcomingOf(as(samira))).toMatchObject([{ startsAt: later, minutes: 15 }]);
	await id({ pupil: sem.id, chair: bram.id });

	await change(as(samira), (db) => cancelIn(db, as(samira), talk));
	await id({ startsAt: later });
	expect(await change(as(samira), (db) => moveIn(db, as(samira), talk, { startsAt: later }))).toEqual({
		ok: false,
		reason: 'wrong-state'
	});
});

test('the other home, a stranger and the office do not know of it', async () => {
	await id();
	expect(await summaries.ofPupil(as(samira), noor.id)).toMatchObject({ value: [{ callName: 'Noor' }] });
	expect(await summaries.ofPupil(as(youssef), noor.id)).toEqual({ ok: true, value: [] });
	expect(await summaries.ofPupil(as(stranger), noor.id)).toMatchObject({ reason: 'missing' });
	expect(await summaries.ofPupil(as(yvonne), noor.id)).toMatchObject({ reason: 'missing' });
	expect(await summaries.ofPupil(as(mentor, deEik), noor.id)).toMatchObject({ reason: 'missing' });
	expect(await summaries.ofPupil(as(mentor, deEik), milan.id)).toEqual({ ok: true, value: [] });
});
