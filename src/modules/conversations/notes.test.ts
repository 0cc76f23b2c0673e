import { expect, test } from 'vitest';
import { restrict } from '#modules/people/restrictions.server.ts';
import { change, read } from '#platform/db.server.ts';
import { no, ok } from '#platform/outcome.ts';
import type { Day } from '#platform/time.ts';
import * as cast from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { asOwner, useDatabase } from '#tests/database.ts';
import { oldNotes } from './forgetting.server.ts';
import * as notes from './notes.server.ts';
import { plan } from './plans.server.ts';
import * as preparations from './preparations.server.ts';

useDatabase();

const { anke, as, huda, noor, samira, stranger, youssef, yvonne } = cast;
const words = 'Vragen naar de gymschoenen';
const textsOf = async (who: typeof samira) =>
	value(await notes.ofPupil(as(who), noor.id)).notes.map(({ text }) => text);

test('a note is its writer’s alone: not of the other home, the child, or school', async () => {
	const id = value(await notes.keep(as(samira), noor.id, words));
	expect(await textsOf(samira)).toEqual([words]);
	for (const who of [youssef, noor, anke]) {
		expect(await textsOf(who)).toEqual([]);
		expect(await notes.letGo(as(who), noor.id, id)).toEqual(no('missing'));
	}
	for (const who of [stranger, huda, yvonne]) expect(await notes.ofPupil(as(who), noor.id)).toEqual(no('missing'));
	value(await notes.letGo(as(samira), noor.id, id));
	expect(await asOwner('select 1 from conversations.note')).toEqual([]);
});

test('whom a judge keeps from the child’s talks keeps nothing for them', async () => {
	const proof = { proof: 'court', proofOn: '2026-09-21' as Day } as const;
	value(
		await restrict(as(yvonne), noor.id, {
			guardian: youssef.id,
			kind: 'talks',
			from: '2026-09-01' as Day,
			until: null,
			...proof
		})
	);
	expect(await notes.keep(as(youssef), noor.id, 'x')).toEqual(no('missing'));
});

test('it lies ready at the preparation, and is marked when it was put into an answer', async () => {
	const id = value(await notes.keep(as(samira), noor.id, words));
	const talk = value(
		await plan(as(anke), {
			...{ kind: 'concern', pupil: noor.id, people: [samira.id], pupilInvited: false, minutes: 30 },
			...{ startsAt: new Date('2026-09-28T13:00:00Z'), place: { kind: 'school' } }
		})
	);
	expect(value(await preparations.get(as(samira), talk, 'own')).notes).toMatchObject([{ text: words, usedAt: null }]);
	expect(value(await preparations.get(as(anke), talk, 'own')).notes).toEqual([]);
	const answer = { question: 'reach', text: words, version: 0, notes: [id] };
	value(await preparations.save(as(anke), talk, 'own', answer));
	expect(value(await notes.ofPupil(as(samira), noor.id)).notes[0]?.usedAt).toBeNull();
	value(await preparations.save(as(samira), talk, 'own', answer));
	expect(value(await notes.ofPupil(as(samira), noor.id)).notes[0]?.usedAt).toEqual(cast.autumn);
});

/** Guards `p.role not in (…)` and `coalesce(…)` in `forgetOfSchool`: a family keeps its own, and what was used goes from then on. */
test('what school wrote for itself goes after its term; a family keeps its own', async () => {
	const at = (day: string) => new Date(`${day}T09:00:00Z`);
	const written = async (who: typeof samira, text: string, day: string) => {
		const id = value(await notes.keep(as(who), noor.id, text));
		await asOwner(`update conversations.note set kept_at = '${day}' where id = '${id}'`);
		return id;
	};
	await written(anke, 'oud', '2026-01-10');
	await written(anke, 'nieuw', '2026-09-10');
	const used = await written(anke, 'oud en pas gebruikt', '2026-01-10');
	await asOwner(`update conversations.note set used_at = '2026-09-10' where id = '${used}'`);
	for (const who of [samira, noor]) await written(who, 'van ons', '2026-01-10');
	const house = as(yvonne);
	expect(await read(house, (db) => oldNotes.count(db, house, at('2026-06-01')))).toBe(1);
	expect(await change(house, async (db) => ok(await oldNotes.clear(db, house, at('2026-06-01'), 500)))).toEqual(ok(1));
	expect((await textsOf(anke)).toSorted()).toEqual(['nieuw', 'oud en pas gebruikt']);
	for (const who of [samira, noor]) expect(await textsOf(who)).toEqual(['van ons']);
});
