import { askClaim } from '#modules/consent/claims.server.ts';
import { ask } from '#modules/consent/consents.server.ts';
import { askExport, makeWaiting } from '#modules/consent/exports.server.ts';
import { keep as keepHoldings } from '#modules/consent/retentions.server.ts';
import * as agreements from '#modules/agreements/handshakes.server.ts';
import * as bookings from '#modules/cycle/bookings.server.ts';
import { makeCodeIn } from '#modules/cycle/invitations.server.ts';
import { offer } from '#modules/cycle/offers.server.ts';
import { open, plan } from '#modules/cycle/rounds.server.ts';
import * as conversations from '#modules/conversations/plans.server.ts';
import * as entries from '#modules/conversations/entries.server.ts';
import * as records from '#modules/conversations/records.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import { errandsOf } from '#modules/notifications/by-hand.server.ts';
import { deliver } from '#modules/notifications/messages.server.ts';
import { hear } from '#modules/notifications/notifications.server.ts';
import { keep } from '#modules/people/profiles.server.ts';
import { checkAuthority } from '#modules/people/authorities.server.ts';
import * as requests from '#modules/people/information-requests.server.ts';
import * as fileChecks from '#modules/people/file-checks.server.ts';
import * as lines from '#modules/people/lines.server.ts';
import * as whatWorks from '#modules/people/what-works.server.ts';
import { upload } from '#modules/people/import/uploads.server.ts';
import { holdings } from '../../src/holdings.server.ts';
import { tokenFor } from './caller.ts';
import { accountOf } from '#platform/accounts.server.ts';
import { change } from '#platform/db.server.ts';
import { ok } from '#platform/outcome.ts';
import { startRelay, stopRelay, sweep } from '#platform/relay.server.ts';
import { readConfig } from '#platform/config.server.ts';
import * as passkeys from '#platform/passkeys.server.ts';
import * as sessions from '#platform/sessions.server.ts';
import type { Day } from '#platform/time.ts';
import * as cast from '#seeds/cast.ts';
import { edexml } from '#seeds/school-file.ts';
import { newAuthenticator } from '#tests/harness/authenticator.ts';
import { afternoon, september, startRound, time, value } from '#seeds/start-round.ts';

const { anke, as, bram, group3, group5, noor, samira, samirasHome, youssef, yvonne } = cast;

/** De Linde with one of everything that belongs to Noor and group 5, and a round of group 3 that has nothing to do with it. */
export async function furnish() {
	const round = value(await plan(as(yvonne), { ...startRound, groups: [group5] })).id;
	const block = value(await offer(as(anke), round, afternoon));
	const draft = value(await plan(as(yvonne), { ...startRound, groups: [cast.group8] })).id;
	value(await open(as(yvonne), round));
	const chosen = { pupil: noor.id, ...time(block, september(24, '15:00')) };
	const booking = value(await bookings.book(as(samira), round, chosen));

	const otherRound = value(await plan(as(yvonne), { ...startRound, groups: [group3] })).id;
	const otherBlock = value(await offer(as(bram), otherRound, { ...afternoon, location: 'Lokaal 3' }));
	value(await open(as(yvonne), otherRound));

	const requested = value(
		await conversations.request(as(samira), { kind: 'concern', pupil: noor.id, text: 'Ze slaapt slecht' })
	);
	const entry = value(await say(booking.conversation, 'Ze let minder op'));
	return {
		...{ round, block, draft, otherRound, otherBlock, booking: booking.id, requested, entry },
		talk: booking.conversation,
		recorded: await recordedTalk(),
		proposed: await proposedAgreement({ household: samirasHome }),
		agreed: await proposedAgreement({ person: anke.id }),
		code: value(await change(as(samira), async (db) => ok(await makeCodeIn(db, as(samira), round, samira.id)))),
		question: await question(),
		upload: await uploaded(),
		consent: await askedConsent(),
		claim: value(await askClaim(as(samira), { kind: 'correction', about: noor.id, words: 'Haar naam' })),
		export: await madeExport(),
		session: await sessionId(),
		errand: await errandId(),
		works: value(await whatWorks.say(as(samira), noor.id, { kind: 'works', voice: 'home', words: 'zingen' })),
		line: await proposedLine(),
		check: value(await fileChecks.ask(as(samira), noor.id, 'mobile', 'Een ander nummer')),
		passkey: await samirasPasskey()
	};
}
export type Furnished = Awaited<ReturnType<typeof furnish>>;

function say(talk: Parameters<typeof entries.say>[1], text: string) {
	const words = { section: 'point', audience: 'adults', text, minutes: null, forChild: false } as const;
	return entries.say(as(anke), talk, words);
}

async function recordedTalk() {
	const moment = { startsAt: september(23, '15:00'), minutes: 30, place: { kind: 'school' } as const };
	const input = { kind: 'concern', pupil: noor.id, people: [samira.id, youssef.id], pupilInvited: false } as const;
	const id = value(await conversations.plan(as(anke), { ...moment, ...input, people: [...input.people] }));
	value(await sittings.start(as(anke), id));
	value(await sittings.hold(as(anke), id));
	value(
		await records.write(as(anke), id, { forAdults: 'We helpen samen.', forCircle: 'We helpen samen.', version: 0 })
	);
	value(await records.record(as(anke), id));
	return id;
}

async function proposedAgreement(owner: Parameters<typeof agreements.propose>[1]['owner']) {
	const wording = { what: 'leest tien minuten voor', why: 'Noor meer woorden kent', rhythm: 'elke avond' };
	const proposed = await agreements.propose(as(anke), {
		...{ pupil: noor.id, kind: 'do', owner, audience: 'circle', evaluateOn: '2026-12-03' as Day },
		wording: { ...wording, by: null, how: '', helpers: '' }
	});
	return value(proposed).id;
}

/** What Youssef asked while school thought that he had no authority. */
async function question() {
	const seen = { guardian: youssef.id, institution: null, proof: 'register', proofOn: '2026-09-01' as Day } as const;
	value(await checkAuthority(as(yvonne), noor.id, { ...seen, authority: 'no' }));
	value(await requests.ask(as(youssef), { pupil: noor.id, question: 'Hoe gaat het?' }));
	value(await checkAuthority(as(yvonne), noor.id, { ...seen, authority: 'yes' }));
	return value(await requests.list(as(yvonne))).waiting[0]!.id;
}

/** Files that wait for a look. */
async function uploaded() {
	const pupils = [{ key: '77', given: 'Lena', surname: 'Kok', born: '2017-03-14', group: 'Groep 5' }];
	const groups = [{ key: 'Groep 5', name: 'Groep 5', year: '5' }];
	const bytes = new TextEncoder().encode(edexml({ brin: '99ZZ', groups, pupils, staff: [] }));
	const id = await upload(as(yvonne), [{ name: 'edex.xml', bytes }]);
	if (!id.ok) throw new Error(id.reason);
	return id.value;
}

async function madeExport() {
	keepHoldings(holdings);
	const id = value(await askExport(as(samira), noor.id));
	await makeWaiting(cast.deLinde);
	return id;
}

async function askedConsent() {
	const words = { title: 'Foto', what: 'een foto', why: 'om te laten zien', readers: 'de groep' };
	const until = '2027-01-31' as Day;
	return value(await ask(as(anke), noor.id, { ...words, purpose: 'picture', until, outsider: null }));
}

async function proposedLine() {
	value(await lines.propose(as(samira), noor.id, 'handover', 'De gymtas gaat mee.'));
	const { parts } = value(await lines.get(as(samira), noor.id));
	return parts.find(({ part }) => part === 'handover')!.proposed!.id;
}

/** Youssef would rather be called: what he is to hear waits for juf Anke. */
async function errandId() {
	await tokenFor(cast.deLinde, youssef);
	value(await keep(as(youssef), { channel: 'phone' }));
	startRelay({ hear, afterwards: deliver });
	await sweep();
	await stopRelay();
	return (await errandsOf(as(anke))).find(({ way }) => way === 'phone')!.id;
}

async function sessionId() {
	await tokenFor(cast.deLinde, samira);
	const account = (await accountOf({ school: cast.deLinde, person: samira.id }))!;
	return (await sessions.listOf(account))[0]!.id;
}

async function samirasPasskey() {
	const account = (await accountOf({ school: cast.deLinde, person: samira.id }))!;
	const device = newAuthenticator(readConfig().origin);
	const asked = await passkeys.askToMake({ account, email: 'samira@example.org', name: 'Samira' }, 'a test');
	if (!asked.ok) throw new Error(asked.reason);
	const made = await passkeys.make(asked.value.id, account, device.make(asked.value.options), 'phone');
	if (!made.ok) throw new Error(made.reason);
	return device.id;
}
