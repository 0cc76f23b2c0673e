import { beforeEach, expect, test } from 'vitest';
import type { ConversationId } from '#platform/ids.ts';
import { no } from '#platform/outcome.ts';
import * as cast from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { dot } from '#tests/access/preparation-rows.ts';
import { asOwner, useDatabase } from '#tests/database.ts';
import { attachmentsAt, mostAttachments } from './attachment.ts';
import * as attachments from './attachments.server.ts';
import { stepsOf } from './kinds.ts';
import { plan } from './plans.server.ts';
import * as preparations from './preparations.server.ts';
import * as table from './table.server.ts';

useDatabase();

const { anke, as, carla, noor, samira, stranger, therapist, youssef } = cast;
const drawing = { kind: 'drawing', bytes: dot, caption: 'Ik op het plein' } as const;
let talk: ConversationId;

beforeEach(async () => {
	talk = value(
		await plan(as(anke), {
			...{ kind: 'concern', pupil: noor.id, people: [samira.id, youssef.id], pupilInvited: true, minutes: 30 },
			...{ startsAt: new Date('2026-09-28T13:00:00Z'), place: { kind: 'school' } }
		})
	);
});
const draw = async () => value(await attachments.attach(as(samira), talk, 'child', 'well', drawing));
const opens = async (who: typeof samira, id: attachments.AttachmentReason | string) =>
	(await attachments.open(as(who), talk, id as never)).ok;

test('a drawing is of who made it until it is shared; then of all who may hear the child', async () => {
	const id = await draw();
	for (const who of [anke, youssef, noor, stranger, therapist]) expect(await opens(who, id)).toBe(false);
	expect(await opens(samira, id)).toBe(true);
	value(await preparations.share(as(samira), talk, 'child'));
	for (const who of [anke, youssef, noor, samira]) expect(await opens(who, id)).toBe(true);
	for (const who of [stranger, therapist]) expect(await opens(who, id)).toBe(false);
	expect(value(await table.get(as(anke), talk)).attachments).toMatchObject([{ person: noor.id, helper: samira.id }]);
});

test('only a drawing, and no word, is a preparation too', async () => {
	await draw();
	value(await preparations.share(as(samira), talk, 'child', { alone: true }));
	expect(value(await table.get(as(anke), talk)).prepared).toEqual([noor.id]);
	expect(value(await preparations.get(as(samira), talk, 'child')).preparation.alone).toBe(true);
	expect(value(await table.get(as(anke), talk)).attachments).toMatchObject([{ how: 'alone' }]);
});

test.each(['alone', 'together'] as const)(
	'filled in %s: wherever the child’s words are read it says so',
	async (how) => {
		value(await preparations.save(as(samira), talk, 'child', { question: 'well', text: 'Het plein', version: 0 }));
		value(await preparations.share(as(samira), talk, 'child', { alone: how === 'alone' }));
		for (const who of [anke, youssef, noor, samira]) {
			expect(value(await table.get(as(who), talk)).entries).toMatchObject([{ person: noor.id, how }]);
		}
	}
);

test('what a child made is shown at the step that speaks of it, and never left in a drawer', () => {
	const drawn = [{ question: 'well' }, { question: 'wish' }, { question: 'reach' }] as const;
	const whole = stepsOf({ kind: 'progress', minutes: 30 });
	expect(attachmentsAt(drawn, whole, 'overview')).toEqual([{ question: 'well' }, { question: 'wish' }]);
	expect(attachmentsAt(drawn, whole, 'welcome')).toEqual([{ question: 'reach' }]);
	for (const kind of ['start', 'report-card', 'advice', 'after-incident'] as const) {
		const plans = stepsOf({ kind, minutes: 10 });
		expect(plans.flatMap(({ step }) => attachmentsAt(drawn, plans, step))).toHaveLength(drawn.length);
	}
});

test('what is between adults is not shown to the child', async () => {
	const id = value(await attachments.attach(as(samira), talk, 'own', 'hard', { ...drawing, kind: 'photo' }));
	value(await preparations.share(as(samira), talk, 'own', { audience: 'adults' }));
	expect(await opens(anke, id)).toBe(true);
	expect(await opens(noor, id)).toBe(false);
});

test('a drawing goes on: the new sheet takes the place of the old, and of what was shared a new one is made', async () => {
	await draw();
	const second = await draw();
	expect(await asOwner('select id from conversations.attachment')).toEqual([{ id: second }]);
	expect(await asOwner('select 1 from platform.file')).toHaveLength(1);
	value(await preparations.share(as(samira), talk, 'child'));
	await draw();
	expect(await asOwner('select 1 from conversations.attachment')).toHaveLength(2);
	expect(await opens(anke, second)).toBe(true);
});

test('only its maker takes it away or says what it is of; the file goes along', async () => {
	const id = await draw();
	value(await preparations.share(as(samira), talk, 'child'));
	for (const who of [anke, youssef, noor]) {
		expect(await attachments.detach(as(who), talk, id)).toEqual(no('missing'));
		expect(await attachments.describe(as(who), talk, id, 'x')).toEqual(no('missing'));
	}
	value(await attachments.describe(as(samira), talk, id, 'Noor op het plein'));
	value(await attachments.detach(as(samira), talk, id));
	expect(await asOwner('select 1 from platform.file_content')).toEqual([]);
});

test('who does not come to the talk adds nothing', async () => {
	for (const who of [carla, stranger, therapist]) {
		expect(await attachments.attach(as(who), talk, 'own', 'well', drawing)).toEqual(no('missing'));
	}
	expect(await attachments.attach(as(samira), talk, 'own', 'wish', drawing)).toEqual(no('missing'));
	const page = new TextEncoder().encode('<html>');
	expect(await attachments.attach(as(samira), talk, 'own', 'well', { ...drawing, bytes: page })).toEqual(
		no('not-a-picture')
	);
});

test('beside one answer there is room for a few', async () => {
	for (let count = 0; count < mostAttachments; count++) {
		value(await attachments.attach(as(samira), talk, 'own', 'well', { ...drawing, kind: 'photo' }));
	}
	expect(await attachments.attach(as(samira), talk, 'own', 'well', { ...drawing, kind: 'photo' })).toEqual(
		no('too-many')
	);
});
