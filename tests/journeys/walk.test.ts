import { expect as see, type Page } from '@playwright/test';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { useStage } from '#tests/harness/stage.ts';
import { files } from './own-school.ts';
import { arriveAt, follow, goTo, press, reads, unfold } from './page.ts';
import { acceptInvitation, lookBack } from './people/anybody.ts';
import * as office from './people/office.ts';
import * as parent from './people/parent.ts';
import * as staff from './people/staff.ts';
import * as teacher from './people/teacher.ts';
import { clockAt, countMails, mailTo } from './post.ts';

const stage = useStage(() => inject('home'));
const samirasMail = 'samira@vlier.example.org';
const youssefsMail = 'youssef@vlier.example.org';
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

let [post, yvonne, anke, samira, youssef] = [] as unknown as [Page, Page, Page, Page, Page];
let [booking, talk, agreement] = ['', '', ''];

beforeAll(async () => {
	post = await stage.enter('post');
	[yvonne, anke] = [await stage.enter('Yvonne'), await stage.enter('Anke')];
	[samira, youssef] = [await stage.enter('Samira', phone), await stage.enter('Youssef', phone)];
});

describe('from a school’s file to an agreement that was looked back on', () => {
	test('the office sets up the school from its own files, and leaves out the row that is wrong', async () => {
		await clockAt(post, '2026-09-14T09:00');
		await office.setUpSchool(yvonne, 'De Vlier', files.pupils, 'yvonne@vlier.example.org');
		await staff.signInFirst(yvonne, post, 'yvonne@vlier.example.org', /Dag Yvonne/);
		await office.readInGuardians(yvonne, files.guardians, /ouders\.csv, regel 6/);
	});

	test('the office plans a round; the teacher offers an afternoon and an evening and sees that it is enough', async () => {
		await office.planRound(yvonne, 'Groep 5', '2026-09-21', '2026-10-02');
		await staff.signInFirst(anke, post, 'anke@vlier.example.org', /Dag/);
		await goTo(anke, '/aanbod', 'Jouw tijden');
		await reads(anke, /3 gesprekken, 0 tijden: nog 3 nodig/);
		await teacher.offerTimes(anke, '2026-09-24', '15:00', '16:00', 'Lokaal 5');
		await reads(anke, 'Er is nog geen avond bij.');
		await teacher.offerTimes(anke, '2026-09-29', '19:00', '20:00', 'Lokaal 5');
		await reads(anke, '3 gesprekken, 8 tijden: genoeg.');
		await reads(anke, 'Er is een avond bij.');
		await office.openRound(yvonne);
		await arriveAt(yvonne, 'Startgesprekken');
	});

	test('parents are invited by mail; one chooses a time by the personal link', async () => {
		await acceptInvitation(samira, post, samirasMail, /Kies een tijd/);
		await parent.chooseTime(samira, /15\.00 uur/);
		const confirmed = await mailTo(post, samirasMail, /Gesprek over Noor: donderdag 24 september/);
		expect(confirmed.calendar).toMatch(/METHOD:REQUEST/);
		await office.seeWhoHasNoTime(yvonne, 'Gepland: 1 van 3', /Fleur .*Wim/);
	});

	test('the other parent asks for a talk of his own; the first moves hers, and her calendar follows', async () => {
		await acceptInvitation(youssef, post, youssefsMail, /Kies een tijd/);
		await parent.askOwnTalk(youssef);
		await parent.chooseTime(youssef, /15\.15 uur/);
		const before = await mailTo(post, samirasMail, /Gesprek over Noor: donderdag 24 september/);
		booking = await parent.moveTalk(samira, /19\.00 uur/);
		const after = await mailTo(post, samirasMail, /Nieuwe tijd voor het gesprek over Noor: dinsdag 29 september/);
		// The talk for both was called off in the mail that brings hers.
		const [hers, moved] = [requestIn(before.calendar), requestIn(after.calendar)];
		expect(valueOf('UID', hers)).toMatch(/@/);
		expect(valueOf('UID', moved)).toBe(valueOf('UID', hers));
		expect(Number(valueOf('SEQUENCE', moved))).toBeGreaterThan(Number(valueOf('SEQUENCE', hers)));
	});

	test('both sides prepare: kept while typing, and of nobody else until it is shared', async () => {
		await goTo(samira, booking, /Gesprek over Noor/);
		await follow(samira, 'Bereid het gesprek voor');
		await samira.waitForURL(/voorbereiden/);
		talk = new URL(samira.url()).pathname.replace(/\/voorbereiden.*/, '');
		const question = /Waar wil je het over hebben in het gesprek over Noor/;
		await parent.prepare(samira, talk, question, 'Ze vindt vragen spannend');
		await goTo(samira, `${talk}/voorbereiden`, 'Voorbereiden');
		await reads(samira, 'Ze vindt vragen spannend');

		await goTo(anke, `${talk}/tafel`, 'Aan tafel over Noor');
		await see(anke.getByText('Ze vindt vragen spannend')).toHaveCount(0);
		await press(samira, 'Deel met school');
		await reads(samira, 'Gedeeld.');
		await anke.reload();
		await reads(anke, 'Ze vindt vragen spannend');

		await parent.prepare(anke, talk, question, 'Noor leest graag voor');
		await goTo(anke, `${talk}/voorbereiden`, 'Voorbereiden');
		await press(anke, 'Deel met thuis');
		await reads(anke, 'Gedeeld.');
		await parent.answerWithChild(samira, talk, 'Noor', ['Gym en tekenen', 'Als iedereen praat', 'Vooraan zitten']);
	});

	test('the day before, each is reminded once', async () => {
		await clockAt(post, '2026-09-28T10:00');
		await mailTo(post, samirasMail, /Morgen: gesprek over Noor, 19\.00/);
		await clockAt(post, '2026-09-28T15:00');
		expect(await countMails(post, samirasMail, /Morgen: gesprek over Noor/)).toBe(1);
	});

	test('at the table, on two devices at once, an agreement is proposed, adapted by its owner and adopted', async () => {
		await clockAt(post, '2026-09-29T19:00');
		await goTo(anke, `${talk}/tafel`, 'Aan tafel over Noor');
		await goTo(samira, `${talk}/tafel`, 'Aan tafel over Noor');
		await press(anke, 'Begin het gesprek');
		await reads(anke, /van 15 minuten/);
		await goTo(anke, `${talk}/tafel?stap=afspraken`, 'Aan tafel over Noor');
		await teacher.propose(anke, {
			owner: /Samira.* thuis/,
			what: 'lezen elke avond voor',
			why: 'Noor meer woorden kent',
			rhythm: 'elke avond',
			lookBackOn: '2026-11-10'
		});
		// It comes to the other device by itself.
		await see(samira.getByRole('article').filter({ hasText: 'lezen elke avond voor' })).toBeVisible({
			timeout: 15_000
		});
		await mailTo(post, samirasMail, /Een afspraak over Noor wacht op jouw antwoord/);

		await samira.getByRole('article').getByRole('link').first().click();
		await arriveAt(samira, 'Afspraak over Noor');
		agreement = new URL(samira.url()).pathname;
		await unfold(samira, 'Het lukt als …');
		await samira.getByLabel('Wat gebeurt er?').fill('lezen drie avonden voor');
		await press(samira, 'Stel het zo voor');
		await reads(samira, 'Je aanpassing is verstuurd.');
		await goTo(anke, agreement, 'Afspraak over Noor');
		await reads(anke, /lezen drie avonden voor/);
		await press(anke, 'Goed zo, we spreken het af');
		await reads(anke, 'Afgesproken, met de woorden van wie het gaat doen.');
	});

	test('the talk is held with a next moment; its record is shared, acknowledged, and seen otherwise', async () => {
		await goTo(anke, `${talk}/tafel?stap=vervolg`, 'Aan tafel over Noor');
		await anke.getByLabel('Dag van het volgende gesprek').fill('2026-11-10');
		await press(anke, 'Spreek dit af');
		await reads(anke, /Volgend gesprek: dinsdag 10 november/);
		await press(anke, 'Rond het gesprek af');
		await reads(anke, 'Maak het verslag');
		await teacher.shareRecord(anke, talk, 'Noor durft weinig te vragen.', 'Noor leest straks graag voor.');

		await mailTo(post, samirasMail, /Het verslag over Noor staat klaar/);
		await goTo(samira, `${talk}/verslag`, /Verslag van het gesprek over Noor/);
		await press(samira, 'Zo was het');
		await reads(samira, 'herkent het verslag');
		await goTo(youssef, `${talk}/verslag`, /Verslag van het gesprek over Noor/);
		await unfold(youssef, 'Mijn eigen kijk');
		await youssef.getByLabel('Mijn eigen kijk').fill('Bij mij vraagt ze juist veel.');
		await press(youssef, 'Zet mijn kijk ernaast');
		await reads(youssef, 'Bij mij vraagt ze juist veel.');
	});

	test('on the day agreed on they look back, school first, and go on', async () => {
		await clockAt(post, '2026-11-10T09:00');
		const lookBackMail = /Kijk terug op een afspraak over Noor/;
		const { links } = await mailTo(post, samirasMail, lookBackMail);
		await mailTo(post, 'anke@vlier.example.org', lookBackMail);
		await clockAt(post, '2026-11-10T15:00');
		expect(await countMails(post, samirasMail, lookBackMail)).toBe(1);
		await goTo(samira, links[0]!, 'Afspraak over Noor');
		await follow(samira, 'Kijk samen terug');
		await arriveAt(samira, 'Terugkijken');
		await reads(samira, 'School vertelt eerst wat lukte en wat niet.');
		await goTo(anke, `${agreement}/terugkijken`, 'Terugkijken');
		await lookBack(anke, 'Ik gaf boeken mee', 'Een week vergeten');
		await samira.reload();
		await reads(samira, 'Een week vergeten');
		await lookBack(samira, 'We lazen drie avonden', 'Soms twee');
		await press(samira, 'Ga zo door');
		await reads(samira, 'Zo gaan jullie verder.');
		await arriveAt(samira, 'Afspraak over Noor');
		await goTo(anke, '/vandaag', /Dag/);
		await goTo(samira, '/vandaag', /Dag Samira/);
		await reads(samira, /lezen drie avonden voor/);
	});
});

/** One mail can bring more than one calendar; exactly one of them asks to come. */
function requestIn(calendars: string) {
	const requests = calendars.split(/(?<=END:VCALENDAR)/).filter((one) => /METHOD:REQUEST/.test(one));
	expect(requests).toHaveLength(1);
	return requests[0]!;
}

function valueOf(name: string, calendar: string) {
	return new RegExp(`^${name}:(.+)$`, 'm').exec(calendar)?.[1]?.trim();
}
