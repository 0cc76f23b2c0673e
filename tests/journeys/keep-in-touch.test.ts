import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plan } from '#modules/conversations/plans.server.ts';
import { cookieName } from '#platform/sessions.server.ts';
import { adam, anke, as, deLinde, huda } from '#seeds/cast.ts';
import { plantCast } from '#seeds/families.ts';
import { september, value } from '#seeds/start-round.ts';
import { tokenFor } from '#tests/access/caller.ts';
import { startServer, type Server } from '#tests/harness/server.ts';
import { useStage } from '#tests/harness/stage.ts';
import { arriveAt, follow, goTo, press, reads, unfold } from './page.ts';
import { plantFolder } from './planted.ts';

let server: Server;
let planted: { talk: string; teacher: string; mother: string };
const stage = useStage(() => server.origin);
let [teacher, mother] = [] as unknown as [Page, Page];

beforeAll(async () => {
	const folder = await plantFolder(async () => {
		await plantCast();
		const moment = { startsAt: september(23, '15:10'), minutes: 20, place: { kind: 'school' } as const };
		const input = { kind: 'progress' as const, pupil: adam.id, people: [huda.id], pupilInvited: false };
		const talk: string = value(await plan(as(anke), { ...moment, ...input }));
		return { talk, teacher: await tokenFor(deLinde, anke), mother: await tokenFor(deLinde, huda) };
	});
	planted = folder.planted;
	server = await startServer('scripts/start.ts', { DATA_DIR: folder.folder });
	teacher = await enter('juf Anke', planted.teacher);
	mother = await enter('Huda', planted.mother, { viewport: { width: 360, height: 740 } });
	return folder.remove;
});
afterAll(() => server?.stop());

async function enter(name: string, token: string, more = {}): Promise<Page> {
	const page = await stage.enter(name, more);
	await page.context().addCookies([{ name: cookieName, value: token, url: server.origin }]);
	return page;
}

const contact = `/leerlingen/${adam.id}/contact`;

test('on the page of the talk the teacher offers how to keep in touch: one question, two taps', async () => {
	await goTo(teacher, `/gesprekken/${planted.talk}`, 'Hoe gaat het met Adam?');
	await follow(teacher, 'Stel iets voor');
	await arriveAt(teacher, 'Zo houden we contact');
	await teacher.getByLabel('Telefoontje', { exact: true }).check();
	await press(teacher, 'Stel dit voor');
	await arriveAt(teacher, 'Zo houden we contact');
	await reads(teacher, 'Je voorstel staat klaar.');
	await reads(teacher, 'Telefoontje, elke 6 weken');
});

test('his mother finds it on Today, and says yes', async () => {
	await goTo(mother, '/vandaag', /Huda/);
	await follow(mother, 'Bekijk het voorstel');
	await arriveAt(mother, 'Zo houden we contact');
	await press(mother, 'Ja, zo doen we het');
	await arriveAt(mother, 'Zo houden we contact');
	await reads(mother, /Afgesproken op/);
	await reads(mother, /Telefoontje: rond/);
});

test('at the talk the teacher says in one tap that it still suits', async () => {
	await goTo(teacher, `/gesprekken/${planted.talk}`, 'Hoe gaat het met Adam?');
	await press(teacher, 'Ja, dit past nog');
	await arriveAt(teacher, 'Hoe gaat het met Adam?');
	await reads(teacher, 'Fijn. Het blijft zoals het is.');
});

test('the mother would rather have something else, and it stands beside what goes on', async () => {
	await goTo(mother, contact, 'Zo houden we contact');
	await unfold(mother, 'Nee, iets anders');
	await mother.getByLabel('Mailtje heen en weer', { exact: true }).check();
	await press(mother, 'Stel dit voor in plaats daarvan');
	await arriveAt(mother, 'Zo houden we contact');
	await reads(mother, 'Tot iedereen ja zegt, blijft dit gelden.');
});

test('she asks for a talk, sees until when she hears, and the teacher offers a time that suits', async () => {
	await goTo(mother, `/gesprekken/nieuw?leerling=${adam.id}&soort=zorg`, /Vraag een gesprek/);
	await mother.locator('textarea[name=text]').fill('Het slapen');
	await press(mother, /Vraag/);
	await mother.waitForURL(/gedaan=request/);
	await reads(mother, /Antwoord uiterlijk/);
	const talk = new URL(mother.url()).pathname;
	await teacher.goto(talk);
	await unfold(teacher, 'Geef een ander antwoord');
	await teacher.locator('#time-day').fill('2026-09-25');
	await teacher.locator('#time-time').fill('15:30');
	await press(teacher, 'Stel deze tijd voor');
	await reads(teacher, 'Je antwoord staat erbij.');
	await mother.goto(talk);
	await press(mother, 'Ja, die tijd past');
	await mother.waitForURL(/gedaan=plan/);
	expect(new URL(mother.url()).pathname).toBe(talk);
});
