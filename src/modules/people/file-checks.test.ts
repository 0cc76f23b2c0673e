import { expect, test } from 'vitest';
import { no, ok } from '#platform/outcome.ts';
import { addMinutes } from '#platform/time.ts';
import * as cast from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { asOwner, facts, useDatabase } from '#tests/database.ts';
import * as fileChecks from './file-checks.server.ts';

useDatabase();

const { anke, as, deEiksOffice, huda, joris, noor, samira, therapist, youssef, yvonne } = cast;

const itemFor = async (who: typeof samira, item: string) =>
	value(await fileChecks.get(as(who), noor.id)).items.find((one) => one.item === item)!;

test('a guardian sees what is held of the child and of themself, and nothing of the other home', async () => {
	await asOwner(`update people.person set mobile = '0655500102' where id = '${youssef.id}'`);
	const { items } = value(await fileChecks.get(as(samira), noor.id));
	expect(Object.fromEntries(items.map(({ item, held }) => [item, held]))).toEqual({
		...{ 'full-name': 'Noor Benali', 'call-name': 'Noor', 'birth-date': '2017-03-14', group: 'Groep 5' },
		...{ 'own-name': 'Samira El Idrissi', relation: 'parent', authority: 'yes' },
		...{ email: 'samira@example.org', mobile: '' }
	});
	expect(JSON.stringify(items)).not.toMatch(/youssef|0655500102/i);
});

test('per item it is right, or a correction is asked; each home its own', async () => {
	value(await fileChecks.confirm(as(samira), noor.id, 'birth-date'));
	value(await fileChecks.ask(as(samira), noor.id, 'mobile', 'Mijn nummer is 06 555 001 01'));
	expect((await itemFor(samira, 'birth-date')).check).toMatchObject({ state: 'right', held: '2017-03-14' });
	expect((await itemFor(samira, 'mobile')).check).toMatchObject({ state: 'asked' });
	expect((await itemFor(youssef, 'birth-date')).check).toBeNull();
	expect(await fileChecks.ask(as(samira), noor.id, 'mobile', 'Nog eens')).toEqual(no('asked-already'));
	expect(await facts()).toEqual(['file.confirmed', 'file.correction-asked']);
});

test('the office answers: corrected in the administration, or not, with a reason; the guardian reads it, dated', async () => {
	const name = value(await fileChecks.ask(as(samira), noor.id, 'full-name', 'Het is Noor El Idrissi'));
	const born = value(await fileChecks.ask(as(youssef), noor.id, 'birth-date', 'Het is 15 maart'));
	const asked = value(await fileChecks.open(as(yvonne)));
	expect(asked.map(({ child, by, item }) => [child, by, item])).toEqual([
		['Noor', 'Samira El Idrissi', 'full-name'],
		['Noor', 'Youssef Benali', 'birth-date']
	]);
	expect(await fileChecks.answer(as(yvonne), name, 'kept', '')).toEqual(no('reason-missing'));
	value(await fileChecks.answer(as(yvonne), name, 'kept', 'Zo staat het in de basisregistratie'));
	value(await fileChecks.answer(as(joris), born, 'corrected', ''));
	expect((await itemFor(samira, 'full-name')).check).toMatchObject({
		state: 'kept',
		reason: 'Zo staat het in de basisregistratie',
		answeredAt: cast.autumn
	});
	expect((await itemFor(youssef, 'birth-date')).check).toMatchObject({ state: 'corrected' });
	expect(await fileChecks.answer(as(yvonne), born, 'kept', 'x')).toEqual(no('wrong-state'));
	expect(await fileChecks.open(as(yvonne))).toEqual(ok([]));
});

test('nobody else checks or answers', async () => {
	const id = value(await fileChecks.ask(as(samira), noor.id, 'email', 'Een ander adres'));
	for (const who of [anke, huda, noor, therapist, yvonne]) {
		expect(await fileChecks.get(as(who), noor.id)).toEqual(no('missing'));
		expect(await fileChecks.confirm(as(who), noor.id, 'email')).toEqual(no('missing'));
	}
	for (const who of [anke, samira, noor]) {
		expect(await fileChecks.open(as(who))).toEqual(no('missing'));
		expect(await fileChecks.answer(as(who), id, 'corrected', '')).toEqual(no('missing'));
	}
	expect(await fileChecks.answer(as(deEiksOffice, cast.deEik), id, 'corrected', '')).toEqual(no('missing'));
});

const dueFor = async (who: typeof samira, days = 0) => {
	const later = { ...as(who), now: addMinutes(cast.autumn, days * 24 * 60) };
	return (await fileChecks.waitingFor(later)).map(({ callName, due }) => `${callName}: ${due}`);
};

test('a guardian who has not looked for a year is asked quietly, for each child, and not again once they looked', async () => {
	expect(await dueFor(samira)).toEqual(['Noor: not-lately', 'Sem: not-lately']);
	value(await fileChecks.confirm(as(samira), noor.id, 'birth-date'));
	expect(await dueFor(samira)).toEqual(['Sem: not-lately']);
	expect(await dueFor(samira, 364)).toEqual(['Sem: not-lately']);
	expect(await dueFor(samira, 365)).toEqual(['Noor: not-lately', 'Sem: not-lately']);
	expect(await dueFor(youssef)).toContain('Noor: not-lately');
});

test('what was right and reads otherwise now is asked again; what school was asked to change is not', async () => {
	for (const child of [noor, cast.sem]) value(await fileChecks.confirm(as(samira), child.id, 'email'));
	value(await fileChecks.ask(as(samira), noor.id, 'full-name', 'Noor El Idrissi'));
	await asOwner(`update people.person set surname = 'El Idrissi' where id = '${noor.id}'`);
	expect(await dueFor(samira)).toEqual([]);
	value(await fileChecks.confirm(as(samira), cast.sem.id, 'birth-date'));
	await asOwner(`update people.pupil set birth_date = '2019-01-02' where id = '${cast.sem.id}'`);
	expect(await dueFor(samira)).toEqual(['Sem: changed']);
	value(await fileChecks.confirm(as(samira), cast.sem.id, 'birth-date'));
	expect(await dueFor(samira)).toEqual([]);
});

test('put off, it stays away for a season, for that guardian alone', async () => {
	value(await fileChecks.putOff(as(samira)));
	expect(await dueFor(samira)).toEqual([]);
	expect(await dueFor(samira, 89)).toEqual([]);
	expect(await dueFor(samira, 90)).toEqual(['Noor: not-lately', 'Sem: not-lately']);
	expect(await dueFor(youssef)).toContain('Noor: not-lately');
	expect(await facts()).toEqual([]);
	for (const who of [anke, noor, therapist, yvonne]) {
		expect(await fileChecks.waitingFor(as(who))).toEqual([]);
		expect(await fileChecks.putOff(as(who))).toEqual(no('missing'));
	}
});
