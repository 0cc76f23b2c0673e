import { houseTemplate } from '#modules/conversations/template.ts';
import { readChoices } from '#modules/people/year-change.input.ts';
import { september } from '#seeds/start-round.ts';
import { emptyRoster } from '#modules/people/import/roster.ts';
import { deLinde } from '#seeds/cast.ts';
import { edexml } from '#seeds/school-file.ts';
import { contactCalls } from './contact-rows.ts';
import { cycleCalls } from './cycle-calls.ts';
import { developmentCalls } from './development-rows.ts';
import { eveningCalls } from './evening-rows.ts';
import { familyCalls } from './family-calls.ts';
import { informCalls } from './inform-rows.ts';
import { tellingCalls } from './telling-rows.ts';
import { hum, preparationCalls } from './preparation-rows.ts';
import type { Family } from './furnished.ts';
import type { Objects } from './objects.ts';
import { recordCalls } from './record-rows.ts';

export type Args = (objects: Objects) => readonly unknown[];

const wording = {
	what: 'leest voor',
	why: 'het lezen vlot gaat',
	rhythm: 'elke avond',
	by: null,
	how: '',
	helpers: ''
};
const nothing: Args = () => [];
const pupil: Args = ({ family }) => [family.pupil.id];
const thing =
	(which: keyof Objects['ids'], ...more: unknown[]): Args =>
	({ ids }) => [ids[which], ...more];
const moment = { startsAt: september(28, '15:00'), minutes: 30, place: { kind: 'school' } };

const proof = { proof: 'x', proofOn: '2026-09-21' };
const aboutGuardian =
	(more: object): Args =>
	({ family }) => [family.pupil.id, { guardian: family.guardian.id, ...more }];
const purposeText = { title: 'x', what: 'x', why: 'x', readers: 'x' };

const brinOf = ({ school }: Family) => (school === deLinde ? '99ZZ' : '98YY');
/** A file that says nothing about anybody. */
const rosterOf = (family: Family) => ({ ...emptyRoster(false), brin: brinOf(family) });
const fileOf = (family: Family) => {
	const file = edexml({ brin: brinOf(family), groups: [], pupils: [], staff: [] });
	return { name: 'edex.xml', bytes: new TextEncoder().encode(file) };
};

/** With what each use case is called, about one child. */
export const calls: Record<string, Args> = {
	...cycleCalls,
	...contactCalls,
	...developmentCalls,
	...eveningCalls,
	...familyCalls,
	...informCalls,
	...recordCalls,
	...tellingCalls,
	...preparationCalls,
	'agreements/agreements.get': thing('proposed'),
	'agreements/agreements.agreementsOf': ({ family }) => [{ pupil: family.pupil.id }],
	'agreements/agreements.mine': nothing,
	'agreements/weeks.week': ({ family }) => [{ pupil: family.pupil.id }],
	'agreements/calendars.calendarFile': thing('agreed', false),
	'agreements/calendars.putInCalendar': thing('agreed', { inWords: false }),
	'agreements/evaluations.lookingBack': thing('agreed'),
	'agreements/evaluations.wishEarlier': thing('agreed'),
	'agreements/evaluations.lookBack': thing('agreed', { did: 'x', missed: 'x', closer: 'yes', wants: 'continue' }),
	'agreements/evaluations.lookBackOn': ({ ids }) => [
		[{ id: ids.agreed, did: 'x', missed: 'x', closer: 'yes', wants: 'continue' }]
	],
	'agreements/goals.goals': pupil,
	'agreements/evaluations.evaluate': thing('agreed', { seen: 1, result: 'continue', evaluateOn: '2027-01-10' }),
	'agreements/evaluations.replace': thing('agreed', { seen: 1, words: 'x' }, { wording, evaluateOn: '2027-01-10' }),
	'agreements/proposing.whoCanBeAsked': pupil,
	'agreements/handshakes.propose': ({ family }) => [
		{
			...{ pupil: family.pupil.id, kind: 'do', owner: { household: family.home }, audience: 'circle', wording },
			evaluateOn: '2026-12-03'
		}
	],
	'agreements/handshakes.accept': thing('proposed', { seen: 99 }),
	'agreements/handshakes.adapt': thing('proposed', { seen: 99, wording, evaluateOn: '2026-12-03', words: '' }),
	'agreements/handshakes.askTime': thing('proposed', { seen: 99 }),
	'agreements/handshakes.decline': thing('proposed', { seen: 99, words: 'x' }),
	'agreements/handshakes.adopt': thing('proposed', { seen: 99 }),
	'agreements/handshakes.withdraw': thing('proposed', { seen: 99 }),
	'agreements/follow-ups.note': thing('agreed', { result: 'done', words: '' }),
	'agreements/follow-ups.takeBack': thing('agreed'),
	'agreements/follow-ups.noteFor': ({ ids, family }) => [
		ids.agreed,
		{ teller: family.guardian.id, result: 'done', words: '' }
	],
	'agreements/follow-ups.remind': thing('agreed'),
	'agreements/follow-ups.repair': thing('agreed', { words: 'x' }),
	'agreements/follow-ups.anotherFormFor': ({ family }) => [
		{ pupil: family.pupil.id, owner: { household: family.home } }
	],
	'consent/consents.ofPupil': pupil,
	'consent/consents.waitingFor': ({ family }) => [[family.pupil.id]],
	'consent/consents.ask': ({ family }) => [
		family.pupil.id,
		{ ...purposeText, purpose: 'transfer', until: '2026-12-31', outsider: null }
	],
	'consent/consents.say': thing('consent', 'x'),
	'consent/consents.give': thing('consent'),
	'consent/consents.decline': thing('consent'),
	'consent/consents.withdraw': thing('consent'),
	'consent/consents.drop': thing('consent'),
	'consent/consents.end': thing('consent'),
	'consent/purposes.purposes': nothing,
	'consent/purposes.addPurpose': () => [purposeText],
	'consent/purposes.retirePurpose': thing('purpose'),
	'consent/looks.list': pupil,
	'consent/looks.lookIn': ({ family }) => [family.pupil.id, 'Een klacht'],
	'consent/looks.schoolList': nothing,
	'consent/looks.door': pupil,
	'conversations/table.get': thing('talk'),
	'conversations/presences.watch': thing('talk', { tell() {}, beat() {}, gone() {} }, async () => undefined),
	'conversations/presences.glance': thing('talk'),
	'conversations/presences.write': thing('talk', 'point'),
	'conversations/parts.turnTo': thing('talk', 'circle'),
	'conversations/tips.give': thing('talk', { topic: 'bedtime', audience: 'circle', text: 'x' }),
	'conversations/tips.answer': ({ ids }) => [ids.talk, { tip: ids.tip, answer: 'use', reason: '' }],
	'conversations/tips.takeBack': ({ ids }) => [ids.talk, ids.tip],
	'conversations/closings.reflect': thing('talk', { heard: 'yes', knows: null, words: '' }),
	'conversations/entries.say': thing('talk', {
		...{ section: 'point', audience: 'adults', text: 'x', minutes: null, forChild: false }
	}),
	'conversations/entries.reword': ({ ids }) => [ids.talk, ids.entry, { text: 'x', minutes: null, version: 1 }],
	'conversations/entries.remove': ({ ids }) => [ids.talk, ids.entry],
	'conversations/agendas.order': ({ ids }) => [ids.talk, ids.entry, null],
	'conversations/agendas.leave': ({ ids }) => [ids.talk, ids.entry],
	'conversations/aims.chooseAim': thing('talk', 'needs'),
	'conversations/aims.dropAim': thing('talk', 'needs'),
	'conversations/companions.bring': thing('talk', { name: 'x', part: 'friend' }),
	'conversations/companions.leaveHome': ({ ids }) => [ids.talk, ids.companion],
	'people/introductions.mine': nothing,
	'people/introductions.introduce': () => ['x'],
	'people/introductions.speak': () => [hum],
	'people/introductions.listenBack': nothing,
	'people/introductions.fallSilent': nothing,
	'conversations/table.hearIntroduction': thing('talk'),
	'conversations/templates.ofSchool': nothing,
	'conversations/templates.preview': () => ['progress', houseTemplate('progress')],
	'conversations/templates.adapt': () => ['progress', houseTemplate('progress')],
	'conversations/templates.restore': () => ['progress'],
	'conversations/summaries.upcomingOf': nothing,
	'conversations/summaries.openOf': nothing,
	'conversations/summaries.ofPupil': pupil,
	'conversations/summaries.allOf': nothing,
	'conversations/summaries.askedOf': nothing,
	'conversations/plans.prospects': pupil,
	'conversations/plans.plan': ({ family }) => [
		{ kind: 'concern', pupil: family.pupil.id, people: [family.guardian.id], pupilInvited: false, ...moment }
	],
	'conversations/plans.request': ({ family }) => [{ kind: 'concern', pupil: family.pupil.id, text: 'x' }],
	'conversations/plans.planRequested': ({ ids, family }) => [
		ids.requested,
		{ people: [family.guardian.id], pupilInvited: false, ...moment }
	],
	'conversations/chairs.appoint': ({ ids, family }) => [ids.talk, family.teacher.id],
	'conversations/plans.planNext': thing('talk', moment),
	'conversations/plans.move': thing('requested', moment),
	'conversations/plans.cancel': thing('requested'),
	'conversations/sheets.get': thing('talk', 'train'),
	'conversations/sheets.ofTalk': thing('talk'),
	'conversations/sheets.write': thing('talk', 'train', { texts: { anger: 'x' }, version: 0 }),
	'conversations/sheets.share': thing('talk', 'train', 'adults'),
	'conversations/sheets.takeBack': thing('talk', 'reflection'),
	'conversations/emphases.place': thing('talk', 'wish', { warmth: 40, structure: 30, space: 30 }),
	'conversations/emphases.lift': thing('talk', 'wish'),
	'conversations/home-sheets.get': pupil,
	'conversations/home-sheets.keep': ({ family }) => [family.pupil.id, { texts: { asks: 'so' }, version: 0 }],
	'conversations/home-sheets.share': pupil,
	'conversations/home-sheets.takeBack': pupil,
	'conversations/preparations.get': thing('talk', 'own'),
	'conversations/preparations.save': thing('talk', 'own', { question: 'subject', text: 'x', version: 0 }),
	'conversations/preparations.share': thing('talk', 'own', { audience: 'adults' }),
	'conversations/sittings.start': thing('talk'),
	'conversations/sittings.hold': thing('talk'),
	'conversations/sittings.close': thing('recorded'),
	'conversations/sittings.followUp': thing('recorded', { day: '2026-10-20' }),
	'consent/retentions.terms': nothing,
	'consent/retentions.termOf': () => ['notes'],
	'consent/retentions.changeTerm': () => ['dossier', 2],
	'notifications/by-hand.errandsOf': nothing,
	'notifications/by-hand.get': thing('errand'),
	'notifications/by-hand.passOn': ({ ids }) => [ids.errand, [ids.errand]],
	'notifications/messages.troubled': nothing,
	'notifications/messages.retry': nothing,
	'people/callers.speak': () => ['nl'],
	'people/callers.callMe': () => [''],
	'people/people.children': nothing,
	'people/circles.get': pupil,
	'people/pupils.list': nothing,
	'people/pupils.get': pupil,
	'people/pupils.tie': ({ family }) => [family.pupil.id, family.teacher.id],
	'people/pupils.untie': ({ family }) => [family.pupil.id, family.teacher.id],
	'people/authorities.list': nothing,
	'people/authorities.get': pupil,
	'people/authorities.checkAuthority': aboutGuardian({ authority: 'no', institution: null, ...proof }),
	'people/homes.moveHome': aboutGuardian({ to: 'new' }),
	'people/homes.hideAddress': aboutGuardian({ secretFor: null }),
	'people/restrictions.restrict': aboutGuardian({ kind: 'talks', from: '2026-09-25', until: null, ...proof }),
	'people/restrictions.lift': ({ family }) => [
		family.pupil.id,
		{ guardian: family.guardian.id, restriction: family.guardian.id, ...proof }
	],
	'people/import/mappings.showList': thing('upload'),
	'people/import/mappings.mapList': thing('upload', {}),
	'people/import/imports.preview': ({ family }) => [rosterOf(family)],
	'people/import/imports.importRoster': ({ family }) => [rosterOf(family), false],
	'people/import/uploads.upload': ({ family }) => [[fileOf(family)]],
	'people/import/uploads.look': thing('upload'),
	'people/import/uploads.confirm': thing('upload', false),
	'people/year-changes.look': () => [readChoices(new URLSearchParams())],
	'people/year-changes.changeYear': () => [readChoices(new URLSearchParams()), '', ''],
	'people/invitations.list': nothing,
	'people/invitations.send': ({ family }) => [{ person: family.guardian.id }],
	'people/invitations.print': ({ family }) => [{ person: family.guardian.id }],
	'people/invitations.withdraw': ({ family }) => [family.guardian.id],
	'people/profiles.get': nothing,
	'people/profiles.keep': () => [{ pictures: true }],
	'people/profiles.withdraw': () => ['pictures'],
	'people/profiles.confirm': () => ['speaks'],
	'people/profiles.deny': () => ['speaks'],
	'people/profiles.ofFamily': pupil,
	'people/schools.get': nothing,
	'people/schools.changeSchool': () => [{ name: 'School', kind: 'po', region: 'midden' }],
	'people/schools.chooseRegion': () => ['midden'],
	'people/schools.giveTasks': ({ family }) => [family.teacher.id, ['teacher']]
};
