import { askClaim } from '#modules/consent/claims.server.ts';
import { ask } from '#modules/consent/consents.server.ts';
import { askExport, makeWaiting } from '#modules/consent/exports.server.ts';
import { keep as keepHoldings } from '#modules/consent/retentions.server.ts';
import { addPurpose } from '#modules/consent/purposes.server.ts';
import * as agreements from '#modules/agreements/handshakes.server.ts';
import * as bookings from '#modules/cycle/bookings.server.ts';
import { makeCodeIn } from '#modules/cycle/invitations.server.ts';
import { offer } from '#modules/cycle/offers.server.ts';
import { open, plan } from '#modules/cycle/rounds.server.ts';
import { nationalFor } from '#modules/cycle/year/calendars.server.ts';
import * as moments from '#modules/cycle/year/moments.server.ts';
import * as conversations from '#modules/conversations/plans.server.ts';
import * as agendas from '#modules/conversations/agendas.server.ts';
import * as aims from '#modules/conversations/aims.server.ts';
import * as companions from '#modules/conversations/companions.server.ts';
import { attach } from '#modules/conversations/attachments.server.ts';
import * as entries from '#modules/conversations/entries.server.ts';
import { keep as keepNote } from '#modules/conversations/notes.server.ts';
import * as records from '#modules/conversations/records.server.ts';
import { retell } from '#modules/conversations/retellings.server.ts';
import * as responses from '#modules/conversations/responses.server.ts';
import * as understandingPage from '#modules/conversations/understanding-page.server.ts';
import * as understandings from '#modules/conversations/understandings.server.ts';
import { handOver } from '#modules/conversations/handovers.server.ts';
import * as tips from '#modules/conversations/tips.server.ts';
import * as sittings from '#modules/conversations/sittings.server.ts';
import { errandsOf } from '#modules/notifications/by-hand.server.ts';
import { deliver } from '#modules/notifications/messages.server.ts';
import { hear } from '#modules/notifications/notifications.server.ts';
import { ask as askTalk } from '#modules/cycle/arrangements/asks.server.ts';
import { keep } from '#modules/people/profiles.server.ts';
import { checkAuthority } from '#modules/people/authorities.server.ts';
import * as requests from '#modules/people/information-requests.server.ts';
import * as fileChecks from '#modules/people/file-checks.server.ts';
import * as guests from '#modules/people/guests.server.ts';
import * as introductions from '#modules/people/introductions.server.ts';
import * as lines from '#modules/people/lines.server.ts';
import { tryOut } from '#modules/people/providers.server.ts';
import { proposeStep } from '#modules/people/says.server.ts';
import * as whatWorks from '#modules/people/what-works.server.ts';
import { upload } from '#modules/people/import/uploads.server.ts';
import { holdings } from '../../src/holdings.server.ts';
import { tokenFor } from './caller.ts';
import { furnishContact } from './contact-rows.ts';
import { furnishDevelopment } from './development-rows.ts';
import { dot, hum } from './preparation-rows.ts';
import { sound } from './record-rows.ts';
import { accountOf } from '#platform/accounts.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import { change, type Db } from '#platform/db.server.ts';
import type { GroupId, HouseholdId, SchoolId } from '#platform/ids.ts';
import { ok } from '#platform/outcome.ts';
import { startRelay, stopRelay, sweep } from '#platform/relay.server.ts';
import { readConfig } from '#platform/config.server.ts';
import * as passkeys from '#platform/passkeys.server.ts';
import * as sessions from '#platform/sessions.server.ts';
import type { Day } from '#platform/time.ts';
import * as cast from '#seeds/cast.ts';
import { guardiansCsv } from '#seeds/school-file.ts';
import { newAuthenticator } from '#tests/harness/authenticator.ts';
import { afternoon, september, startRound, time, value } from '#seeds/start-round.ts';

const { anke, as, bram, group3, group5, noor, samira, samirasHome, youssef, yvonne } = cast;

/** A child with who is around it. Other doors than Noor's are made of hers, by putting these in the place of hers. */
export type Family = {
	school: SchoolId;
	pupil: Ctx['person'];
	guardian: Ctx['person'];
	guardians: readonly Ctx['person'][];
	home: HouseholdId;
	group: GroupId;
	teacher: Ctx['person'];
	office: Ctx['person'];
	/** On which day of September 2026 the teacher offers an afternoon, and at what time the talk before it was held. */
	offers: number;
	held: string;
};

export const noorsFamily: Family = {
	...{ school: cast.deLinde, pupil: noor, guardian: samira, guardians: [samira, youssef], home: samirasHome },
	...{ group: group5, teacher: anke, office: yvonne, offers: 24, held: '15:00' }
};

/** De Linde with one of everything that belongs to Noor and group 5, and a round of group 3 that has nothing to do with it. */
export async function furnish() {
	const own = await furnishFor(noorsFamily);
	const draft = value(await plan(as(yvonne), { ...startRound, groups: [cast.group8] })).id;
	const otherRound = value(await plan(as(yvonne), { ...startRound, groups: [group3] })).id;
	const otherBlock = value(await offer(as(bram), otherRound, { ...afternoon, location: 'Lokaal 3' }));
	value(await open(as(yvonne), otherRound));
	return {
		...own,
		...{ draft, otherRound, otherBlock },
		question: await question(),
		export: await madeExport(),
		session: await sessionId(),
		errand: await errandId(),
		line: await proposedLine(),
		provider: value(await tryOut(as(yvonne), provider)),
		passkey: await samirasPasskey()
	};
}
export type Furnished = Awaited<ReturnType<typeof furnish>>;

/** One of everything that belongs to a child. */
export async function furnishFor(family: Family) {
	const { pupil, guardian, teacher, office, group, offers, home } = family;
	const by = (who: Ctx['person']) => as(who, family.school);
	value(await introductions.introduce(by(teacher), 'Ik houd van lezen.'));
	value(await introductions.speak(by(teacher), hum));
	const round = value(await plan(by(office), { ...startRound, groups: [group] })).id;
	const times = { startsAt: september(offers, '15:00'), endsAt: september(offers, '16:00') };
	const block = value(await offer(by(teacher), round, { ...afternoon, ...times }));
	value(await open(by(office), round));
	const wished = value(await plan(by(office), { ...startRound, groups: [group], mode: 'wishes' })).id;
	const chosen = { pupil: pupil.id, ...time(block, september(offers, '15:00')) };
	const booking = value(await bookings.book(by(guardian), round, chosen));
	const requested = value(
		await askTalk(by(guardian), { kind: 'concern', pupil: pupil.id, text: 'Het gaat niet goed' })
	);
	const words = {
		section: 'point',
		audience: 'adults',
		text: 'Let minder op',
		minutes: null,
		forChild: false
	} as const;
	const entry = value(await entries.say(by(teacher), booking.conversation, words));
	value(await agendas.order(by(teacher), booking.conversation, entry, null));
	value(await aims.chooseAim(by(teacher), booking.conversation, 'class'));
	const brought = await companions.bring(by(guardian), booking.conversation, { name: 'Fatma', part: 'peer' });
	const idea = { topic: 'bedtime', audience: 'circle', text: 'Een half uur eerder' } as const;
	const tip = value(await tips.give(by(teacher), booking.conversation, idea));
	const invite = async (db: Db) => ok(await makeCodeIn(db, by(guardian), round, guardian.id));
	const photo = { kind: 'photo', bytes: dot, caption: '' } as const;
	return {
		...(await markedYear(family)),
		...{ round, wished, block, booking: booking.id, requested, entry, tip, companion: value(brought) },
		attachment: value(await attach(by(teacher), booking.conversation, 'own', 'subject', photo)),
		note: value(await keepNote(by(guardian), pupil.id, 'Vragen naar de gymschoenen')),
		talk: booking.conversation,
		...(await furnishContact(family)),
		...(await furnishDevelopment(family, booking.conversation)),
		...(await recordedTalk(family)),
		proposed: await proposedAgreement(family, { household: home }),
		agreed: await proposedAgreement(family, { person: teacher.id }),
		code: value(await change(by(guardian), invite)),
		consent: await askedConsent(family),
		purpose: await addedPurpose(family),
		upload: await uploaded(family),
		works: value(await whatWorks.say(by(guardian), pupil.id, { kind: 'works', voice: 'home', words: 'zingen' })),
		check: value(await fileChecks.ask(by(guardian), pupil.id, 'mobile', 'Een ander nummer')),
		claim: await asked(family),
		guest: await lastGuest(family)
	};
}

/** From 16 a pupil asks for itself, and no step is left to agree to. */
async function asked({ school, pupil, guardian, teacher }: Family) {
	const isGrown = pupil === cast.milan;
	if (!isGrown) value(await proposeStep(as(teacher, school), pupil.id, 2));
	const claim = { kind: 'correction', about: pupil.id, words: 'De naam' } as const;
	return value(await askClaim(as(isGrown ? pupil : guardian, school), claim));
}

/** Somebody close to the child, let in by its guardian. */
async function lastGuest({ school, pupil, guardian }: Family) {
	const email = `${pupil.id}@gast.example.org`;
	const other = { givenName: 'Opa', surname: 'Jansen', email, until: '2026-11-30' as Day };
	value(await guests.inviteOther(as(guardian, school), pupil.id, other));
	const { members } = value(await guests.circlePage(as(guardian, school), pupil.id));
	return members.find(({ role }) => role === 'other')!.person;
}

async function recordedTalk({ school, pupil, guardian, guardians, home, teacher, held }: Family) {
	const ctx = as(teacher, school);
	const moment = { startsAt: september(23, held), minutes: 30, place: { kind: 'school' } as const };
	const people = guardians.map(({ id }) => id);
	const input = { kind: 'concern', pupil: pupil.id, people, pupilInvited: false } as const;
	const id = value(await conversations.plan(ctx, { ...moment, ...input }));
	value(await sittings.start(ctx, id));
	value(await sittings.hold(ctx, id));
	const record = { forAdults: 'We helpen samen.', forCircle: 'We helpen samen.', version: 0 };
	value(await records.write(ctx, id, record));
	value(await understandings.sayBack(ctx, id, { household: home, text: 'Het slapen gaat moeilijk.', version: 0 }));
	value(await records.record(ctx, id));
	value(await responses.acknowledge(as(guardian, school), id));
	value(await understandings.correct(as(guardian, school), id, 1, 'Het inslapen gaat moeilijk.'));
	value(await understandings.tell(as(guardian, school), id, { text: 'We lezen elke avond.', version: 0 }));
	value(await retell(as(guardian, school), id, sound));
	value(await understandings.askExplanation(as(guardian, school), id, { unclear: 'Wat is ondersteuning?' }));
	value(await handOver(ctx, id, guardian.id));
	const { homes } = value(await understandingPage.get(ctx, id));
	const [questions, retold] = [homes.flatMap((home) => home.questions), homes.flatMap((home) => home.retold)];
	return { recorded: id, explanation: questions[0]!.id, retelling: retold[0]!.id };
}

async function proposedAgreement(
	{ school, pupil, teacher }: Family,
	owner: Parameters<typeof agreements.propose>[1]['owner']
) {
	const words = { what: 'leest tien minuten voor', why: 'het lezen vlot gaat', rhythm: 'elke avond' };
	const wording = { ...words, by: '2026-12-01' as Day, how: '', helpers: '' };
	const about = { pupil: pupil.id, kind: 'do', owner, audience: 'circle', wording } as const;
	return value(await agreements.propose(as(teacher, school), { ...about, evaluateOn: '2026-12-03' as Day })).id;
}

/** What Youssef asked while school thought that he had no authority. */
async function question() {
	const seen = { guardian: youssef.id, institution: null, proof: 'register', proofOn: '2026-09-01' as Day } as const;
	value(await checkAuthority(as(yvonne), noor.id, { ...seen, authority: 'no' }));
	value(await requests.ask(as(youssef), { pupil: noor.id, question: 'Hoe gaat het?' }));
	value(await checkAuthority(as(yvonne), noor.id, { ...seen, authority: 'yes' }));
	return value(await requests.list(as(yvonne))).waiting[0]!.id;
}

/** A file that waits for a look, with a row in it about nobody: confirming reads nothing in. */
async function uploaded({ school, office }: Family) {
	const lines = [{ leerling_key: '9', volgnummer: 1, roepnaam: 'Rik', achternaam: 'Postma' }];
	const bytes = new TextEncoder().encode(guardiansCsv(lines));
	const id = await upload(as(office, school), [{ name: 'ouders.csv', bytes }]);
	if (!id.ok) throw new Error(id.reason);
	return id.value;
}

async function madeExport() {
	keepHoldings(holdings);
	const id = value(await askExport(as(samira), noor.id));
	await makeWaiting(cast.deLinde);
	return id;
}

const provider = {
	...{ label: 'School', issuer: 'https://inloggen.example.org', clientId: 'x', clientSecret: 'x' },
	domains: ['school.example.org']
};

const purpose = { title: 'Foto', what: 'een foto', why: 'om te laten zien', readers: 'de groep' };

async function askedConsent({ school, pupil, teacher }: Family) {
	const until = '2027-01-31' as Day;
	return value(await ask(as(teacher, school), pupil.id, { ...purpose, purpose: 'picture', until, outsider: null }));
}

async function addedPurpose({ school, office }: Family) {
	return value(await addPurpose(as(office, school), purpose));
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
	const made = await passkeys.make(asked.value.id, account, device.make(asked.value.options), 'phone', 'nl');
	if (!made.ok) throw new Error(made.reason);
	return device.id;
}

/** A moment of the school's year, and one of its holidays. */
async function markedYear({ school, office }: Family) {
	const meeting = { kind: 'meeting', words: '', day: '2026-11-12' as Day } as const;
	const marked = value(await moments.mark(as(office, school), '2026-2027', meeting));
	return { marked, holiday: nationalFor({ school }, { name: '2026-2027' }, 'midden')[1]!.id };
}
