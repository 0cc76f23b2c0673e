import { expect, test } from 'vitest';
import { anke, as, carla, deLinde, joris, noor, samira, youssef } from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import { facts, useDatabase } from '#tests/database.ts';
import * as entries from './entries.server.ts';
import * as plans from './plans.server.ts';
import * as recordPage from './record-page.server.ts';
import { changeTerms } from './record-terms.server.ts';
import { answered } from './record.ts';
import * as records from './records.server.ts';
import * as responses from './responses.server.ts';
import * as sittings from './sittings.server.ts';

useDatabase();

const said = (text: string) => ({ section: 'hard', audience: 'adults', text, minutes: null, forChild: false }) as const;

async function held(people: PersonId[], says: (id: ConversationId) => Promise<unknown>) {
	const moment = { startsAt: new Date('2026-09-24T13:45:00Z'), minutes: 30, place: { kind: 'school' } as const };
	const made = { kind: 'concern', pupil: noor.id, people, pupilInvited: false, ...moment } as const;
	const id = value(await plans.plan(as(anke), made));
	await says(id);
	value(await sittings.start(as(anke), id));
	value(await sittings.hold(as(anke), id));
	return id;
}

const bothSpeak = async (id: ConversationId) => {
	value(await entries.say(as(samira), id, said('Ze slaapt slecht')));
	value(await entries.say(as(anke), id, said('Ze let minder op')));
};

// Red when `mayAllHear` (record.access.ts) lets everything through: what one home says is not the other home's to read.
test('a record starts with what all its readers may hear: not with the words of one home for the other', async () => {
	const id = await held([samira.id, carla.id], bothSpeak);
	const { gist } = value(await recordPage.get(as(anke), id));
	expect(gist?.steps.flatMap((step) => step.said.map(({ text }) => text))).toEqual(['Ze let minder op']);
	expect(gist?.leftOut).toBe(1);
});

test('with both homes at the table it starts with the words of all, until a draft is kept', async () => {
	const id = await held([samira.id, youssef.id], bothSpeak);
	const { gist } = value(await recordPage.get(as(anke), id));
	expect(gist?.steps.flatMap((step) => step.said.map(({ text }) => text))).toEqual([
		'Ze slaapt slecht',
		'Ze let minder op'
	]);
	value(await records.write(as(anke), id, { forAdults: '', forCircle: 'Kort', version: 0 }));
	expect(value(await recordPage.get(as(anke), id)).gist).toBeUndefined();
});

const words = (forAdults: string, version = 0) => ({ forAdults, forCircle: 'We helpen samen.', version });

async function shared() {
	const id = await held([samira.id, carla.id], bothSpeak);
	value(await records.write(as(anke), id, words('Noor durft weinig te vragen.')));
	value(await records.record(as(anke), id));
	return id;
}

// Red when a response is not kept by edition (response.store.server.ts).
test('an amended record is a new edition: what changed is shown, and earlier responses stay with theirs', async () => {
	const id = await shared();
	value(await responses.acknowledge(as(samira), id));
	value(await responses.view(as(youssef), id, 'Bij mij vraagt ze veel.', 'adults'));
	value(await records.write(as(anke), id, words('Noor durft op school weinig te vragen.', 1)));
	value(await records.amend(as(anke), id));

	const page = value(await recordPage.get(as(samira), id));
	expect(page.record).toMatchObject({ number: 2, forAdults: 'Noor durft op school weinig te vragen.' });
	expect(page.history.map(({ edition }) => edition.forAdults)).toEqual([
		'Noor durft op school weinig te vragen.',
		'Noor durft weinig te vragen.'
	]);
	expect(page.history[0]!.forAdults!.filter(({ is }) => is !== 'same')).toEqual([{ text: 'op school ', is: 'new' }]);
	expect(page.history[0]!.forCircle).toBeUndefined();
	expect(page.responses.map(({ edition, person }) => [edition, person])).toEqual(
		expect.arrayContaining([
			[1, samira.id],
			[1, youssef.id]
		])
	);
	value(await responses.acknowledge(as(samira), id, 2));
	expect(value(await recordPage.get(as(samira), id)).responses).toHaveLength(3);
	expect(await facts()).toContain('conversation.amended');
});

test('an answer given to the edition on the screen stays with it when another was shared meanwhile', async () => {
	const id = await shared();
	value(await records.write(as(anke), id, words('Anders.', 1)));
	value(await records.amend(as(anke), id));
	value(await responses.view(as(samira), id, 'Zo was het niet.', 'adults', 1));
	expect(value(await recordPage.get(as(anke), id)).responses).toMatchObject([{ edition: 1, person: samira.id }]);
	expect(await responses.acknowledge(as(samira), id, 9)).toMatchObject({ reason: 'wrong-state' });
});

test('sharing what was shared already says so; and only who leads amends', async () => {
	const id = await shared();
	expect(await records.amend(as(anke), id)).toEqual({ ok: false, reason: 'nothing-changed' });
	expect(await records.amend(as(samira), id)).toEqual({ ok: false, reason: 'refused' });
	expect(await records.record(as(anke), id)).toEqual({ ok: false, reason: 'wrong-state' });
});

// Red when `seenIn` (records.server.ts) shares whatever stands.
test('words a colleague wrote meanwhile are not shared unread, and not lost', async () => {
	const id = await held([samira.id, carla.id], bothSpeak);
	value(await records.write(as(anke), id, words('Van Anke.')));
	value(await records.write(as(carla), id, words('Van Anke. En van Carla.', 1)));
	expect(await records.record(as(anke), id, 1)).toEqual({ ok: false, reason: 'conflict' });
	expect(value(await recordPage.get(as(anke), id)).draft?.forAdults).toBe('Van Anke. En van Carla.');
	value(await records.record(as(anke), id, 2));
});

test('the child reads and answers its own sentences, in no edition a word that is for the adults', async () => {
	const id = await shared();
	value(await records.write(as(anke), id, words('Iets wat onder ons blijft.', 1)));
	value(await records.amend(as(anke), id));
	value(await responses.view(as(noor), id, 'Ik wil vooraan zitten.', 'adults'));
	const page = value(await recordPage.get(as(noor), id));
	expect(page.may).toMatchObject({ respond: true, readAll: false, understand: false, handOver: false });
	expect(page.responses).toMatchObject([{ person: noor.id, audience: 'circle' }]);
	expect(JSON.stringify([page.record, page.history, page.draft])).not.toMatch(/durft|onder ons/);
});

test('a school chooses its terms; who does not lead the school finds none', async () => {
	expect(await changeTerms(as(anke), { shareDays: 3, respondDays: 5 })).toMatchObject({ reason: 'missing' });
	const id = await held([samira.id], bothSpeak);
	const before = value(await recordPage.get(as(anke), id)).shareBy!;
	value(await changeTerms(as(joris), { shareDays: 3, respondDays: 5 }));
	const after = value(await recordPage.get(as(anke), id)).shareBy!;
	expect(before.getTime() - after.getTime()).toBe(4 * 24 * 60 * 60 * 1000);
	value(await records.write(as(anke), id, words('Kort.')));
	const now = new Date('2026-10-01T10:00:00Z');
	value(await records.record(as(anke, deLinde, now), id));
	expect(value(await recordPage.get(as(samira), id)).respondBy).toEqual(new Date('2026-10-06T10:00:00Z'));
});

// Red when `close` (conversation.ts) waits for responses, and when `answered` (record.ts) calls silence something else.
test('silence is shown past the term of the school, and holds nothing up', async () => {
	const id = await shared();
	const page = value(await recordPage.get(as(anke), id));
	const [respondBy, none] = [page.respondBy!, page.responses[0]];
	const late = new Date(respondBy.getTime() + 60_000);
	expect([answered(none, respondBy, respondBy), answered(none, respondBy, late)]).toEqual(['awaited', 'silent']);
	const then = as(anke, deLinde, late);
	value(await sittings.followUp(then, id, { nextOn: null, noneNeeded: true }));
	value(await sittings.close(then, id));
	value(await responses.acknowledge(as(samira, deLinde, late), id));
	expect(value(await recordPage.get(then, id)).talk.state).toBe('closed');
});
