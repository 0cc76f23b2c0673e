import { expect, test } from 'vitest';
import { anke, as, deEik, deEiksOffice, mees, yvonne } from '#seeds/cast.ts';
import { everyColumn, useDatabase } from '#tests/database.ts';
import type { ImportId } from './import.ts';
import { readAnswer } from './mapping.input.ts';
import * as mappings from './mappings.server.ts';
import { shownList } from './shown-list.ts';
import * as uploads from './uploads.server.ts';

useDatabase();

const text = [
	'Stamnr;Naam ouder;Tussenvoegsels;E-mailadres privé;Soort relatie;Ouderlijk gezag;BSN;Kenmerk;;',
	'pupil-noor;Idrissi;;samira@example.org;Mama;J;111222333;123456782;;',
	'pupil-noor;Benali;;youssef@example.org;Papa;geen gezag;123456782;111222333;;',
	'pupil-sem;Idrissi;;samira@example.org;Mama;J;111222333;123456782;;',
	'onbekend;Kok;;kok@example.org;Pleegmoeder;op papier;111222333;123456782;;',
	''
].join('\r\n');
const give = (csv = text, ctx = as(yvonne)) =>
	uploads.upload(ctx, [{ name: 'export.csv', bytes: new TextEncoder().encode(csv) }]);
const given = async (csv?: string) => {
	const id = await give(csv);
	if (!id.ok) throw new Error(id.reason);
	return id.value;
};

/** The form as the screen shows it, with what somebody changes in it. */
async function form(id: ImportId, changes: Record<string, string> = {}) {
	const shown = await mappings.showList(as(yvonne), id);
	if (!shown.ok) throw new Error(shown.reason);
	const { columns, words } = shownList(shown.value.list, shown.value.mapping);
	const fields = new FormData();
	columns.forEach(({ is }, at) => fields.set(`column-${at}`, is));
	for (const { column, of, words: said } of words) {
		fields.set(`${column}-of`, String(of));
		said.forEach(({ is }, at) => fields.set(`${column}-${at}`, is));
	}
	for (const [name, value] of Object.entries(changes)) fields.set(name, value);
	return fields;
}
const homesOf = async (id: ImportId) => {
	const seen = await uploads.look(as(yvonne), id);
	const plan = seen.ok && seen.value.state === 'waiting' ? seen.value.plan : undefined;
	const ties = (plan?.writes.guardianships ?? []).filter((tie) => tie.pupil_id === mees.id && !tie.ends_on);
	return { homes: new Set(ties.map(({ household_id }) => household_id)).size, of: ties.length, plan };
};
const map = async (id: ImportId, changes?: Record<string, string>) => {
	const fields = await form(id, changes);
	return mappings.mapList(as(yvonne), id, (list) => readAnswer(fields, list));
};

test('columns and words are guessed; what we may not have is not kept for a moment', async () => {
	const id = await given();
	expect(await uploads.look(as(yvonne), id)).toMatchObject({ value: { state: 'mapping' } });
	const shown = await mappings.showList(as(yvonne), id);
	const list = shown.ok && shownList(shown.value.list, shown.value.mapping);
	expect(list && list.columns.map(({ is }) => is)).toEqual([
		'leerling_key',
		'achternaam',
		'voorvoegsel',
		'email',
		'relatie',
		'gezag'
	]);
	expect(list && list.columns[0]!.samples).toEqual(['pupil-noor', 'pupil-sem', 'onbekend']);
	expect(list && list.skipped).toEqual(['BSN', 'Kenmerk']);
	expect(list && list.words.map(({ words }) => words.map(({ is }) => is))).toEqual([
		['moeder', 'vader', 'pleegouder'],
		['ja', 'nee', '']
	]);
	expect(await everyColumn()).not.toMatch(/111222333|123456782/);
});

test('what is not clear is asked, and nothing waits to be confirmed before it is', async () => {
	const id = await given();
	expect(await map(id)).toMatchObject({ reason: 'unmapped', fault: { reason: 'word-unclear', words: ['op papier'] } });
	expect(await map(id, { 'column-0': '' })).toMatchObject({
		fault: { reason: 'column-needed', columns: ['leerling_key'] }
	});
	expect(await map(id, { 'column-2': 'achternaam' })).toMatchObject({
		fault: { reason: 'column-twice', columns: ['achternaam'] }
	});
	expect(await uploads.confirm(as(yvonne), id, true)).toMatchObject({ ok: true });
	expect(await uploads.look(as(yvonne), id)).toMatchObject({ value: { state: 'mapping' } });
});

test('words of another column are asked anew', async () => {
	const id = await given();
	const other = await map(id, { 'column-5': '', 'column-3': 'gezag' });
	expect(other).toMatchObject({ fault: { reason: 'word-unclear' }, shown: { mapping: { columns: { gezag: 3 } } } });
});

test('an answer leads to the preview, and is remembered for the next list with these columns', async () => {
	const id = await given();
	expect(await map(id, { 'gezag-2': 'onbekend' })).toEqual({ ok: true });
	const seen = await uploads.look(as(yvonne), id);
	expect(seen).toMatchObject({ value: { state: 'waiting', isMapped: true } });
	const plan = seen.ok && seen.value.state === 'waiting' && seen.value.plan;
	expect(plan && plan.rejected).toMatchObject([{ line: 5, reason: 'unknown-pupil', key: 'onbekend' }]);
	expect(plan && plan.writes.guardianships.map(({ authority }) => authority)).toContain('no');

	const next = await given(text.replace('Mama;J', 'Mama;geen gezag'));
	expect(await uploads.look(as(yvonne), next)).toMatchObject({ value: { state: 'waiting', isMapped: true } });
	const fresh = await given(text.replace('Papa', 'Oompje'));
	expect(await uploads.look(as(yvonne), fresh)).toMatchObject({ value: { state: 'mapping' } });
	expect(await map(next, { 'column-3': '' })).toEqual({ ok: true });
});

test.each([
	['a teacher', as(anke)],
	['the office of another school', as(deEiksOffice, deEik)]
])('for %s there is no list to explain', async (_who, ctx) => {
	const id = await given();
	const fields = await form(id);
	expect(await mappings.showList(ctx, id)).toMatchObject({ reason: 'missing' });
	expect(await mappings.mapList(ctx, id, (list) => readAnswer(fields, list))).toMatchObject({ reason: 'missing' });
});

const wide = [
	'Leerlingnummer;Roepnaam;Achternaam;Geboortedatum;Groep;Naam ouder 1;E-mail ouder 1;Gezag ouder 1;Naam ouder 2;E-mail ouder 2;Gezag ouder 2',
	'pupil-noor;Noor;Benali;2017-05-01;5;Samira El Idrissi;samira@example.org;ja;Jos van den Berg;jos@example.org;nee',
	'pupil-sem;Sem;Benali;2020-05-01;3;Mevr. S. El Idrissi;samira@example.org;ja;;;',
	''
].join('\r\n');

const together = wide.replaceAll('pupil-noor', 'pupil-mees').replaceAll(/(samira|jos)@/g, '$1.nieuw@');

/** Guards `lives` in readMapped: two parents beside each other in a row would read each other's address. */
test('a list that does not say who lives together gives each parent a home, and says so; the answer is remembered', async () => {
	const id = await given(together);
	const shown = await mappings.showList(as(yvonne), id);
	expect(shown.ok && shownList(shown.value.list, shown.value.mapping).homes).toBe('not-known');
	expect(await map(id)).toEqual({ ok: true });
	const unknown = await homesOf(id);
	expect([unknown.homes, unknown.of]).toEqual([2, 2]);
	expect(unknown.plan?.warnings).toContainEqual({ warning: 'homes-not-known', about: { count: '1' } });

	expect(await map(id, { homes: 'one-home' })).toEqual({ ok: true });
	expect(await homesOf(id)).toMatchObject({ homes: 1, of: 2 });
	const next = await given(together);
	expect(await homesOf(next)).toMatchObject({ homes: 1, of: 2 });
	expect((await homesOf(next)).plan?.warnings.map(({ warning }) => warning)).not.toContain('homes-not-known');
	expect(await map(next, { homes: 'iets anders' })).toEqual({ ok: true });
	expect(await homesOf(next)).toMatchObject({ homes: 2 });
});

test('not known leaves who is here in the home they have; each their own takes them apart', async () => {
	const first = await given(together);
	expect(await map(first, { homes: 'one-home' })).toEqual({ ok: true });
	expect(await uploads.confirm(as(yvonne), first, true)).toMatchObject({ ok: true });
	const later = await given(together);
	expect(await map(later, { homes: 'not-known' })).toEqual({ ok: true });
	expect((await homesOf(later)).of).toBe(0);
	expect(await map(later, { homes: 'own-homes' })).toEqual({ ok: true });
	expect(await homesOf(later)).toMatchObject({ homes: 2, of: 2 });
	expect(await uploads.confirm(as(yvonne), later, true)).toMatchObject({ ok: true });
	const last = await given(together);
	expect((await homesOf(last)).of).toBe(0);
});

/** Guards the count in rosterOfRows: a list understood the wrong way round would be a thousand lines of reasons. */
test('a list of which too much is wrong is not shown line by line', async () => {
	const wrong = Array.from({ length: 1001 }, (_, at) => `pupil-${at};Kok;geen adres`);
	const id = await given(['Stamnr;Achternaam ouder;E-mailadres', ...wrong, ''].join('\r\n'));
	expect(await map(id)).toMatchObject({ ok: false, reason: 'too-many-rejected' });
});

test('a column for the home says it itself', async () => {
	const id = await given(
		together
			.replace('Leerlingnummer', 'Gezin')
			.replace('Geboortedatum', 'Stamnr')
			.replaceAll('2017-05-01', 'pupil-mees')
	);
	const shown = await mappings.showList(as(yvonne), id);
	expect(shown.ok && shownList(shown.value.list, shown.value.mapping).homes).toBe('not-known');
	expect(await map(id, { 'column-0': 'huishouden', 'column-3': 'leerling_key' })).toEqual({ ok: true });
	const said = await mappings.showList(as(yvonne), id);
	expect(said.ok && shownList(said.value.list, said.value.mapping).homes).toBeUndefined();
	expect(await homesOf(id)).toMatchObject({ homes: 1, of: 2 });
});

const guardiansOf = async (id: ImportId) => {
	const waiting = await uploads.look(as(yvonne), id);
	const plan = waiting.ok && waiting.value.state === 'waiting' && waiting.value.plan;
	return plan && plan.writes.guardianships.map(({ position, authority, relation }) => [position, authority, relation]);
};

test('a list of pupils with two parents in a row: what stands there of the child is left to the administration', async () => {
	const id = await given(wide);
	const shown = await mappings.showList(as(yvonne), id);
	const list = shown.ok && shownList(shown.value.list, shown.value.mapping);
	expect(list && list.columns.map(({ is }) => is)).toEqual([
		...['leerling_key', '', '', '', ''],
		...['naam', 'email', 'gezag', '2.naam', '2.email', '2.gezag']
	]);
	expect(await map(id)).toEqual({ ok: true });
	const seen = await uploads.look(as(yvonne), id);
	const plan = seen.ok && seen.value.state === 'waiting' && seen.value.plan;
	expect(plan && plan.rejected).toEqual([]);
	const names = plan && plan.writes.persons.map(({ given_name, surname, email }) => [given_name, surname, email]);
	expect(names).toContainEqual(['Jos', 'Berg', 'jos@example.org']);
	expect(await guardiansOf(id)).toContainEqual([2, 'no', 'parent']);
	// The same columns next month: nothing is asked, and an empty second parent is nobody.
	expect(await guardiansOf(await given(wide.replace(';ja;Jos', ';nee;Jos')))).toContainEqual([1, 'no', 'parent']);
});

test('columns of a father and a mother say who they are; the second has to be named too', async () => {
	const id = await given(
		'Stamnr;Naam vader;E-mail vader;Naam moeder;Mobiel moeder\r\npupil-noor;Youssef Benali;youssef@example.org;Samira El Idrissi;0612345678\r\n'
	);
	expect(await map(id, { 'column-3': '' })).toMatchObject({
		fault: { reason: 'column-needed', columns: ['2.achternaam'] }
	});
	expect(await map(id)).toEqual({ ok: true });
	expect(await guardiansOf(id)).toEqual(
		expect.arrayContaining([expect.arrayContaining([1, 'father']), expect.arrayContaining([2, 'mother'])])
	);
});
