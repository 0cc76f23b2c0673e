import { expect, test } from 'vitest';
import { openInvitations } from '#modules/cycle/invitations.server.ts';
import { plain } from '#modules/cycle/round.ts';
import * as store from '#modules/cycle/round.store.server.ts';
import * as rounds from '#modules/cycle/rounds.server.ts';
import { change } from '#platform/db.server.ts';
import { newId } from '#platform/id.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { ok } from '#platform/outcome.ts';
import {
	anke,
	as,
	bram,
	huda,
	noor,
	samira,
	samirasHome,
	sem,
	stranger,
	youssef,
	youssefsHome,
	yvonne
} from '#seeds/cast.ts';
import { afternoon, offered, evening, startRound, value } from '#seeds/start-round.ts';
import { useDatabase } from '#tests/database.ts';
import { forFamily, forHome, homesOfMine } from './answers.server.ts';
import { suggest } from './suggestions.server.ts';
import { parseWish } from './wish.input.ts';
import { answer } from './wishes.server.ts';

useDatabase();

const office = as(yvonne);

async function wishRound(given: object = {}, times = evening) {
	const id = newId<RoundId>();
	const round = { ...plain, ...startRound, id, state: 'draft' as const, mode: 'wishes' as const, ...given };
	await change(office, async (db) => ok(await store.add(db, office, round)));
	await offered(as(anke), id, times);
	value(await rounds.open(office, id));
	return id;
}
const form = (fields: Record<string, string>) => {
	const data = new FormData();
	for (const pupil of [noor.id, sem.id]) data.append('pupil', pupil);
	for (const [name, said] of Object.entries({ seen: '0', how: 'phone', ...fields })) data.append(name, said);
	return data;
};

test('all children of a family stand on one page, with the evening that school offers', async () => {
	const round = await wishRound();
	const asked = value(await forFamily(as(samira), round));
	expect(asked.children.map(({ pupil }) => pupil).sort()).toEqual([noor.id, sem.id].sort());
	expect(asked.parts.map(({ day, part }) => [day, part])).toEqual([['2026-09-29', 'evening']]);
	expect(asked).toMatchObject({ said: null, seen: 0, open: true });
});

test('what she taps is what stands there on her next visit, and Today asks her no more', async () => {
	const round = await wishRound();
	const asks = async (who: typeof samira) => (await openInvitations(as(who))).map(({ pupil }) => pupil.id);
	expect((await asks(samira)).sort()).toEqual([noor.id, sem.id].sort());
	const typed = { latest: '20:00', visits: '2', [`note-${noor.id}`]: 'Over lezen' };
	const said = parseWish(form({ 'part-2026-09-29-evening': '2', ...typed }));
	value(await answer(as(samira), round, said));
	expect(value(await forFamily(as(samira), round))).toMatchObject({
		seen: 1,
		said: { place: 'phone', latest: '20:00', visits: 2 }
	});
	expect(await asks(samira)).toEqual([]);
	expect((await asks(youssef)).length).toBeGreaterThan(0);
});

test('the other home reads nothing of it; the teacher reads who answered, and the note about her own pupil alone', async () => {
	const round = await wishRound();
	const notes = { [`note-${noor.id}`]: 'Over lezen', [`note-${sem.id}`]: 'Over de gang' };
	value(await answer(as(samira), round, parseWish(form(notes))));
	expect(JSON.stringify(value(await forFamily(as(youssef), round)))).not.toContain('Over lezen');
	const { homes } = value(await homesOfMine(as(anke), round));
	const hers = homes.find(({ household }) => household === samirasHome);
	expect(hers).toMatchObject({ children: ['Noor'], notes: [{ callName: 'Noor', note: 'Over lezen' }] });
	expect(homes.find(({ household }) => household === youssefsHome)?.answeredAt).toBeNull();
	expect(JSON.stringify(value(await forHome(as(anke), round, samirasHome)))).not.toContain('Over de gang');
});

test('who has no child in it, or no pupil, finds nothing', async () => {
	const round = await wishRound({ groups: [startRound.groups[1]!] });
	expect(await forFamily(as(stranger), round)).toMatchObject({ reason: 'missing' });
	expect(await forFamily(as(anke), round)).toMatchObject({ reason: 'missing' });
	expect(await homesOfMine(as(huda), round)).toMatchObject({ reason: 'missing' });
	expect(await homesOfMine(as(yvonne), round)).toMatchObject({ reason: 'missing' });
	expect((await forFamily(as(huda), round)).ok).toBe(true);
});

test('school suggests with whom to talk, and only in a round per teacher', async () => {
	const round = await wishRound({ perTeacher: true });
	value(await suggest(as(anke), round, noor.id, [anke.id]));
	const asked = value(await forFamily(as(samira), round));
	const teachers = asked.children.find(({ pupil }) => pupil === noor.id)?.teachers;
	expect(teachers?.filter((teacher) => teacher.suggested).map(({ id }) => id)).toEqual([anke.id]);
	expect(await suggest(as(anke), round, noor.id, [bram.id])).toMatchObject({ reason: 'not-a-teacher' });
	// Her evening is given to the first round already.
	const plainRound = await wishRound({}, afternoon);
	expect(await suggest(as(anke), plainRound, noor.id, [anke.id])).toMatchObject({ reason: 'wishes-closed' });
});
