import { beforeEach, expect, test } from 'vitest';
import { no, ok } from '#platform/outcome.ts';
import * as cast from '#seeds/cast.ts';
import { facts, useDatabase } from '#tests/database.ts';
import { holding } from './forgetting.server.ts';
import { changeTerm, keep, terms } from './retentions.server.ts';

useDatabase();
beforeEach(() => keep([holding]));

const { anke, as, deEik, deEiksOffice, joris, samira, yvonne } = cast;
const lengthFor = async (ctx = as(yvonne)) => {
	const found = await terms(ctx);
	return found.ok && found.value.find(({ kind }) => kind === 'dossier')?.length;
};

test('office and leadership read the terms and what is due; nobody else finds them', async () => {
	expect(await lengthFor()).toBe(24);
	expect(await terms(as(joris))).toMatchObject({ ok: true });
	for (const who of [anke, samira]) expect(await terms(as(who))).toEqual(no('missing'));
	for (const who of [anke, samira]) expect(await changeTerm(as(who), 'dossier', 12)).toEqual(no('missing'));
});

test('a school keeps it shorter, within the limits; another school keeps its own', async () => {
	expect(await changeTerm(as(yvonne), 'dossier', 12)).toEqual(ok(undefined));
	expect(await changeTerm(as(yvonne), 'dossier', 9)).toEqual(ok(undefined));
	expect(await lengthFor()).toBe(9);
	expect(await lengthFor(as(deEiksOffice, deEik))).toBe(24);
	expect(await changeTerm(as(yvonne), 'dossier', 36)).toEqual(no('outside-limits'));
	expect(await changeTerm(as(yvonne), 'enrolment', 12)).toEqual(no('outside-limits'));
	expect(await facts()).toEqual(['term.changed', 'term.changed']);
});
