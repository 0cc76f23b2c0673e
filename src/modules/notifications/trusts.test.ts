import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { consentForMessage } from '#modules/consent/answerers.server.ts';
import * as claims from '#modules/consent/claims.server.ts';
import type { ConsentId } from '#modules/consent/consent.ts';
import * as consents from '#modules/consent/consents.server.ts';
import { checkAuthority } from '#modules/people/authorities.server.ts';
import { inviteGuardian, inviteOther } from '#modules/people/guests.server.ts';
import * as requests from '#modules/people/information-requests.server.ts';
import { restrict } from '#modules/people/restrictions.server.ts';
import { now, setClock } from '#platform/clock.server.ts';
import { read } from '#platform/db.server.ts';
import { findInMailbox, listMailbox } from '#platform/mailbox.server.ts';
import { startRelay, stopRelay, sweep } from '#platform/relay.server.ts';
import { addMinutes, type Day } from '#platform/time.ts';
import * as cast from '#seeds/cast.ts';
import { value } from '#seeds/start-round.ts';
import { asOwner, useDatabase } from '#tests/database.ts';
import { deliver } from './messages.server.ts';
import { hear, remind } from './notifications.server.ts';

useDatabase();

const { anke, as, deEik, deLinde, milan, noor, samira, youssef, yvonne } = cast;
const sharing: Parameters<typeof consents.ask>[2] = {
	...{ title: 'Dyslexieonderzoek', what: 'De uitslag.', why: 'Om te helpen.', readers: 'Alleen zij.' },
	...{ purpose: 'organisation', until: '2027-01-31' as Day, outsider: null }
};
const proof = { proof: 'register' as const, proofOn: '2026-09-14' as Day };

beforeAll(() => delete process.env.SMTP_URL);
beforeEach(() => {
	setClock(cast.autumn);
	startRelay({ hear, afterwards: deliver });
});
afterEach(() => stopRelay());
afterAll(() => setClock(undefined));

const at = (who: Parameters<typeof as>[0], school = deLinde) => as(who, school, now());

async function mailsTo(recipient: string) {
	const mails = await Promise.all((await listMailbox(recipient)).map(({ id }) => findInMailbox(id)));
	return mails.toReversed().map((mail) => ({ subject: mail!.subject, body: mail!.body }));
}

async function asked(input = sharing): Promise<ConsentId> {
	const id = value(await consents.ask(at(anke), noor.id, input));
	await sweep();
	return id;
}

test('what school asks is mailed once to each who decides, and to nobody else', async () => {
	await asked();
	await remind(deLinde);
	await deliver(deLinde);
	for (const who of ['samira@example.org', 'youssef@example.org']) {
		const mails = await mailsTo(who);
		expect(mails).toHaveLength(1);
		expect(mails[0]!.subject).not.toContain('Dyslexie');
		expect(mails[0]!.body).toContain('Dyslexieonderzoek');
		expect(mails[0]!.body).toContain(`/leerlingen/${noor.id}/toestemming`);
	}
	expect(await listMailbox()).toHaveLength(2);
});

test('a consent that was answered before the mail went is not mailed any more', async () => {
	setClock(new Date('2026-09-14T20:00:00Z'));
	const id = await asked();
	await consents.give(at(samira), id);
	setClock(new Date('2026-09-15T08:00:00Z'));
	await deliver(deLinde);
	expect(await mailsTo('samira@example.org')).toEqual([]);
	expect(await mailsTo('youssef@example.org')).toHaveLength(1);
});

test('from sixteen the pupil is asked, and its parents are not', async () => {
	const mentor = at(cast.mentor, deEik);
	const id = value(await consents.ask(mentor, milan.id, sharing));
	expect((await read(mentor, (db) => consentForMessage(db, mentor, id)))?.answerers).toEqual([milan.id]);
	await sweep();
	expect(await listMailbox()).toEqual([]);
});

/** Guards `askLate`: without it who comes to have authority later is never asked. */
test('who is seen to have authority later is asked then, once', async () => {
	await asOwner(`update people.guardianship set authority = 'unknown' where guardian_id = '${youssef.id}'`);
	await asked();
	expect(await mailsTo('youssef@example.org')).toEqual([]);
	value(
		await checkAuthority(at(yvonne), noor.id, { guardian: youssef.id, authority: 'yes', institution: null, ...proof })
	);
	await sweep();
	for (const _ of [1, 2]) await remind(deLinde);
	await deliver(deLinde);
	const mails = await mailsTo('youssef@example.org');
	expect(mails.filter(({ body }) => body.includes('Dyslexieonderzoek'))).toHaveLength(1);
});

test('a change of authority is told to who it is about, without saying what, and to nobody else', async () => {
	value(
		await restrict(at(yvonne), noor.id, {
			guardian: youssef.id,
			kind: 'information',
			from: '2026-09-14' as Day,
			until: null,
			...proof
		})
	);
	await sweep();
	const [mail, ...more] = await mailsTo('youssef@example.org');
	expect(more).toEqual([]);
	expect(mail!.body).toContain('/informatie');
	for (const word of ['Noor', 'informatie over', 'verbod'])
		expect(`${mail!.subject} ${mail!.body}`).not.toContain(word);
	expect(await listMailbox()).toHaveLength(1);
});

test('who is let into the circle hears by whom and until when, and nothing when it is over before the mail goes', async () => {
	setClock(new Date('2026-09-14T20:00:00Z'));
	const until = '2026-12-01' as Day;
	value(
		await inviteOther(at(samira), noor.id, { givenName: 'Oma', surname: 'Amrani', email: 'oma@example.org', until })
	);
	await sweep();
	setClock(new Date('2026-09-15T08:00:00Z'));
	await deliver(deLinde);
	const [mail] = await mailsTo('oma@example.org');
	expect(mail!.body).toMatch(/Samira .*Noor/);
	expect(mail!.body).toContain('1 december 2026');
	value(
		await inviteOther(at(samira), noor.id, { givenName: 'Opa', surname: 'Amrani', email: 'opa@example.org', until })
	);
	setClock(new Date('2026-12-02T08:00:00Z'));
	await sweep();
	expect(await mailsTo('opa@example.org')).toEqual([]);
});

test('who asked school for information hears that there is an answer, and by mail nothing of it', async () => {
	value(
		await checkAuthority(at(yvonne), noor.id, { guardian: youssef.id, authority: 'no', institution: null, ...proof })
	);
	value(await requests.ask(at(youssef), { pupil: noor.id, question: 'Hoe gaat het met rekenen?' }));
	await sweep();
	const [request] = value(await requests.list(at(yvonne))).waiting;
	value(
		await requests.answer(at(yvonne), request!.id, { answer: 'Ze rekent op het niveau van groep 5.', ground: null })
	);
	await sweep();
	const last = (await mailsTo('youssef@example.org')).at(-1)!;
	expect(last.subject).toBe('School heeft je vraag beantwoord');
	expect(last.body).not.toContain('rekent');
	expect(await mailsTo('samira@example.org')).toEqual([]);
});

test('a request about data is answered by mail too: first that it takes longer, then that it is there', async () => {
	const id = value(await claims.askClaim(at(samira), { kind: 'correction', about: samira.id, words: 'Mijn naam' }));
	value(await claims.extend(at(yvonne), id, 'We zoeken het uit.'));
	await sweep();
	setClock(addMinutes(cast.autumn, 60));
	value(await claims.grant(at(yvonne), id, 'Aangepast.'));
	await sweep();
	const bodies = (await mailsTo('samira@example.org')).map(({ body }) => body);
	expect(bodies).toEqual([expect.stringContaining('meer tijd'), expect.stringContaining('antwoord')]);
	expect(bodies.join()).not.toContain('zoeken');
});

test('a parent without authority who is let in hears it', async () => {
	value(
		await checkAuthority(at(yvonne), noor.id, { guardian: youssef.id, authority: 'no', institution: null, ...proof })
	);
	await sweep();
	value(await inviteGuardian(at(samira), noor.id, { guardian: youssef.id, until: '2026-12-01' as Day }));
	await sweep();
	const subjects = (await mailsTo('youssef@example.org')).map(({ subject }) => subject);
	expect(subjects.at(-1)).toBe('Je mag meekijken bij Noor');
});
