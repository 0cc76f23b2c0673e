import { expect, test } from 'vitest';
import { change, read } from '#platform/db.server.ts';
import type { HouseholdId } from '#platform/ids.ts';
import { ok } from '#platform/outcome.ts';
import { dayOf } from '#platform/time.ts';
import * as fileChecks from '#modules/people/file-checks.server.ts';
import { moveHome } from '#modules/people/homes.server.ts';
import { as, noor, samira, sem, youssef, yvonne } from '#seeds/cast.ts';
import { guardiansCsv, type GuardianLine } from '#seeds/school-file.ts';
import { value } from '#seeds/start-round.ts';
import { asOwner, useDatabase } from '#tests/database.ts';
import { readFiles } from './file.input.ts';
import { findRows } from './import.store.server.ts';
import { importIn, preview } from './imports.server.ts';
import { undo } from './undos.server.ts';
import { confirm, upload } from './uploads.server.ts';

useDatabase();

const office = as(yvonne);
const samirasLine = { volgnummer: 1, roepnaam: 'Samira', achternaam: 'El Idrissi', email: 'samira@example.org' };
const youssefsLine = { volgnummer: 2, roepnaam: 'Youssef', achternaam: 'Benali', email: 'youssef@example.org' };
const one = (...lines: Partial<GuardianLine>[]) =>
	lines.map((line) => ({ leerling_key: 'pupil-noor', ...line }) as GuardianLine);
const both = (more: Partial<GuardianLine> = {}) => one({ ...samirasLine, ...more }, youssefsLine);

function rosterOf(lines: readonly GuardianLine[]) {
	const roster = readFiles([{ name: 'o.csv', bytes: new TextEncoder().encode(guardiansCsv([...lines])) }]);
	if (!roster.ok) throw new Error(roster.reason);
	return roster.value;
}
const seen = async (lines: readonly GuardianLine[]) => value(await preview(office, rosterOf(lines)));
const readIn = (lines: readonly GuardianLine[], follow: readonly string[] = []) =>
	change(office, (db) => importIn(db, office, rosterOf(lines), false, () => {}, undefined, new Set(follow)));
const rows = () => read(office, (db) => findRows(db, office, dayOf(office.now)));
const homeOf = async (guardian: string, pupil = noor.id as string) => {
	const { guardianships } = await rows();
	return guardianships.find((tie) => tie.guardian_id === guardian && tie.pupil_id === pupil)!.household_id;
};
const held = async () => (await rows()).persons.find(({ id }) => id === samira.id)!;

/** What the family asked to correct in `item`, and school did. */
async function correct(item: 'mobile' | 'email' | 'relation' | 'authority') {
	const id = value(await fileChecks.ask(as(samira), noor.id, item, 'Dit klopt niet meer'));
	value(await fileChecks.answer(office, id, 'corrected', ''));
}

test('a correction that was agreed and is not in the file yet is told; nothing is held up', async () => {
	await readIn(both({ mobiel: '0611111111' }));
	await correct('mobile');
	const plan = await seen(both({ mobiel: '0611111111' }));
	expect(plan.warnings).toContainEqual({
		warning: 'correction-missing',
		about: { name: 'Samira El Idrissi', item: 'mobile', day: '2026-09-22', was: '0611111111' }
	});
	expect(plan.differences).toEqual([]);
	expect((await seen(both({ mobiel: '0622222222' }))).warnings.map(({ warning }) => warning)).not.toContain(
		'correction-missing'
	);
});

/** Guards `keepPerson`: an old file would bring back what school said was wrong. */
test('once it is corrected, a file with how it was before does not put it back, unless the office says so', async () => {
	await readIn(both({ mobiel: '0611111111' }));
	await correct('mobile');
	await readIn(both({ mobiel: '0622222222' }));
	const old = both({ mobiel: '0611111111' });
	const { differences } = await seen(old);
	expect(differences).toMatchObject([{ what: 'mobile', here: '0622222222', file: '0611111111' }]);
	await readIn(old);
	expect((await held()).mobile).toBe('0622222222');
	await readIn(both({ mobiel: '0633333333' }));
	expect((await held()).mobile).toBe('0633333333');
	await readIn(
		old,
		differences.map(({ id }) => id)
	);
	expect((await held()).mobile).toBe('0611111111');
	// The office said that the file is right: from then on nobody is told of it with every file.
	expect(await seen(old)).toMatchObject({ differences: [], warnings: [] });
});

/** Guards `unfollowIn`: undone, the file is not right any more either, and what was agreed with the family holds again. */
test('undoing the file takes back that it was right', async () => {
	await readIn(both({ mobiel: '0611111111' }));
	await correct('mobile');
	await readIn(both({ mobiel: '0622222222' }));
	const old = both({ mobiel: '0611111111' });
	const bytes = new TextEncoder().encode(guardiansCsv(old));
	const id = value(await upload(office, [{ name: 'o.csv', bytes }]));
	const ids = (await seen(old)).differences.map((one) => one.id);
	value(await confirm(office, id, false, new Set(ids)));
	expect((await held()).mobile).toBe('0611111111');
	expect(await seen(old)).toMatchObject({ differences: [] });
	expect(await undo(office, id)).toEqual({ ok: true });
	expect((await held()).mobile).toBe('0622222222');
	expect(await seen(old)).toMatchObject({ differences: [{ what: 'mobile' }] });
});

/** Guards `authority` in `ofTie`: an old file would give back in silence what school said somebody does not have. */
test('authority stays as it was corrected; once it is checked on a proof, that goes before', async () => {
	await asOwner('update people.guardianship set authority_checked_on = null, authority_checked_by = null');
	await readIn(both({ gezag: 'ja' }));
	await correct('authority');
	await readIn(both({ gezag: 'nee' }));
	const old = both({ gezag: 'ja' });
	expect((await seen(old)).differences).toMatchObject([{ what: 'authority', here: 'no', file: 'yes' }]);
	await readIn(old);
	const authority = async () => {
		const { guardianships } = await rows();
		return guardianships.find((one) => one.guardian_id === samira.id && one.pupil_id === noor.id)?.authority;
	};
	expect(await authority()).toBe('no');
	await asOwner(`update people.guardianship set authority = 'yes', authority_checked_on = '2026-09-21'`);
	expect(await seen(old)).toMatchObject({ differences: [], warnings: [] });
});

/** Guards `labels` in `placeHomes`: the source knows of the two homes too, and nobody needs to be told any more. */
test('a home that school split and the source took over is no difference any more', async () => {
	await readIn(both());
	value(await moveHome(office, noor.id, { guardian: youssef.id, to: 'new' }));
	const apart = one({ ...samirasLine, huishouden: 'A' }, { ...youssefsLine, huishouden: 'B' });
	expect((await seen(apart)).differences).toEqual([]);
	await readIn(apart);
	expect(await seen(apart)).toMatchObject({ differences: [], writes: { guardianships: [] } });
});

/** Guards the addresses from before a correction in `personsIn`: by another address one is another person. */
test('a file with the address from before a correction still speaks of the same person', async () => {
	await readIn(both());
	await correct('email');
	await asOwner(`update people.person set email = 'samira.thuis@example.org' where id = '${samira.id}'`);
	const plan = await seen(both());
	expect(plan.guardians).toMatchObject({ add: [], end: [] });
	expect(plan.differences).toMatchObject([{ what: 'email', here: 'samira.thuis@example.org' }]);
});

test('what a guardian is to this child stays as it was corrected', async () => {
	await readIn(both({ relatie: 'ouder' }));
	await correct('relation');
	await readIn(both({ relatie: 'moeder' }));
	await readIn(both({ relatie: 'ouder' }));
	const { guardianships } = await rows();
	const tie = guardianships.find((one) => one.guardian_id === samira.id && one.pupil_id === noor.id);
	expect(tie?.relation).toBe('mother');
});

/** Guards `isHeld` in placeHomes: who was moved by people would be moved back by the next list. */
test('a home that school split stays split by a list that knows of one home; also for a child that is new in it', async () => {
	const together = both();
	await asOwner('update people.guardianship set home_decided_on = null');
	await asOwner(`delete from people.guardianship where pupil_id = '${sem.id}'`);
	await readIn(together);
	const before = await homeOf(youssef.id);
	if ((await homeOf(samira.id)) !== before) {
		await asOwner(`update people.guardianship set household_id = '${before}', home_label = null`);
	}
	value(await moveHome(office, noor.id, { guardian: youssef.id, to: 'new' }));
	const split = await homeOf(youssef.id);
	expect(split).not.toBe(before);

	const { differences } = await seen(together);
	expect(differences).toMatchObject([{ what: 'home', name: 'Youssef Benali', here: 'Noor Benali' }]);
	await readIn([...together, ...together.map((line) => ({ ...line, leerling_key: 'pupil-sem' }))]);
	expect(await homeOf(youssef.id)).toBe(split);
	expect(await homeOf(samira.id)).toBe(before);
	expect(await homeOf(youssef.id, sem.id)).toBe(split);
	expect(await homeOf(samira.id, sem.id)).toBe(before);

	await readIn(
		together,
		differences.map(({ id }) => id)
	);
	expect(await homeOf(youssef.id)).toBe(before);
	expect((await seen(together)).differences).toEqual([]);
});

test('nobody moves, nothing is different', async () => {
	await readIn(both());
	expect(await seen(both())).toMatchObject({ differences: [] as HouseholdId[], writes: { guardianships: [] } });
	expect(await readIn(both())).toMatchObject(ok({ differences: [] }));
});
