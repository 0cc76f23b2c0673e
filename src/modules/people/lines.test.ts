import { expect, test } from 'vitest';
import { no, ok } from '#platform/outcome.ts';
import * as cast from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { facts, useDatabase } from '#tests/database.ts';
import * as lines from './lines.server.ts';

useDatabase();

const { adam, anke, as, bram, carla, huda, mentor, noor, samira, therapist, youssef, yvonne } = cast;

const partOf = async (who: typeof samira, part = 'to-whom') =>
	value(await lines.get(as(who), noor.id)).parts.find((one) => one.part === part)!;
const proposedTo = async (who: typeof samira) => (await partOf(who)).proposed!;

test('what a home proposes holds when school and the other home said yes', async () => {
	value(await lines.propose(as(samira), noor.id, 'to-whom', 'Beide huizen krijgen alles.'));
	expect(await partOf(youssef)).toMatchObject({
		agreed: null,
		proposed: { by: 'Samira El Idrissi', waitsFor: [null, 'Youssef Benali'], may: { accept: true, withdraw: false } }
	});
	const { id } = await proposedTo(anke);
	expect(await lines.accept(as(anke), noor.id, id)).toEqual(ok(undefined));
	expect((await partOf(samira)).agreed).toBeNull();
	expect(await lines.accept(as(youssef), noor.id, id)).toEqual(ok(undefined));
	expect(await partOf(samira)).toMatchObject({ agreed: { wording: 'Beide huizen krijgen alles.' }, proposed: null });
	expect(await facts()).toEqual(['line.proposed', 'line.accepted', 'line.agreed']);
});

test('a change waits for each home’s yes; until then what was agreed holds', async () => {
	value(await lines.propose(as(anke), noor.id, 'to-whom', 'Eerst Samira.'));
	const first = await proposedTo(samira);
	for (const who of [samira, youssef]) value(await lines.accept(as(who), noor.id, first.id));
	value(await lines.propose(as(anke), noor.id, 'to-whom', 'Eerst Youssef.'));
	const second = await proposedTo(samira);
	value(await lines.accept(as(youssef), noor.id, second.id));
	expect(await partOf(samira)).toMatchObject({
		agreed: { wording: 'Eerst Samira.' },
		proposed: { wording: 'Eerst Youssef.', waitsFor: ['Samira El Idrissi'] }
	});
	value(await lines.accept(as(samira), noor.id, second.id));
	expect(await partOf(samira)).toMatchObject({ agreed: { wording: 'Eerst Youssef.' }, proposed: null });
});

test('another wording takes the place of one that waits, and who proposed it takes it back', async () => {
	value(await lines.propose(as(samira), noor.id, 'to-whom', 'Alles op papier.'));
	const first = await proposedTo(samira);
	value(await lines.propose(as(youssef), noor.id, 'to-whom', 'Alles met de mail.'));
	expect(await lines.accept(as(anke), noor.id, first.id)).toEqual(no('missing'));
	const second = await proposedTo(samira);
	expect(await lines.withdraw(as(samira), noor.id, second.id)).toEqual(no('not-yours'));
	expect(await lines.accept(as(youssef), noor.id, second.id)).toEqual(no('already-said'));
	expect(await lines.withdraw(as(youssef), noor.id, second.id)).toEqual(ok(undefined));
	expect(await partOf(samira)).toMatchObject({ agreed: null, proposed: null });
});

test('it is between adults: not for the pupil, who comes from outside, or who is not in the circle', async () => {
	value(await lines.propose(as(samira), noor.id, 'handover', 'De gymtas gaat op vrijdag mee.'));
	const { id } = (await partOf(samira, 'handover')).proposed!;
	for (const who of [noor, therapist, bram, yvonne, huda]) {
		expect(await lines.get(as(who), noor.id)).toEqual(no('missing'));
		expect(await lines.propose(as(who), noor.id, 'handover', 'x')).toEqual(no('missing'));
		expect(await lines.accept(as(who), noor.id, id)).toEqual(no('missing'));
		expect(await lines.withdraw(as(who), noor.id, id)).toEqual(no('missing'));
	}
	expect(await lines.get(as(mentor, cast.deEik), noor.id)).toEqual(no('missing'));
	expect(await lines.get(as(carla), noor.id)).toMatchObject({ ok: true });
});

test('a child with one home needs none', async () => {
	expect(await lines.get(as(huda), adam.id)).toEqual(no('missing'));
});

test('Today says who is waited for', async () => {
	value(await lines.propose(as(samira), noor.id, 'who-calls', 'School belt Samira.'));
	expect(await lines.waitingFor(as(youssef))).toEqual([{ pupil: noor.id, callName: 'Noor' }]);
	expect(await lines.waitingFor(as(anke))).toEqual([{ pupil: noor.id, callName: 'Noor' }]);
	expect(await lines.waitingFor(as(samira))).toEqual([]);
	expect(await lines.waitingFor(as(noor))).toEqual([]);
});
