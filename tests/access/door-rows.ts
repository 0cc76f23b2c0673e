import { developmentDoors, developmentLast } from './development-rows.ts';
import { preparationDoors } from './preparation-rows.ts';
import { accountPolicies } from './account-rows.ts';
import { familyPolicies } from './family-rows.ts';
import { recordPolicies } from './record-rows.ts';
import {
	anyOffice,
	atTheTable,
	circle,
	either,
	found,
	guardians,
	inGroup,
	ofRole,
	notTheYoung,
	office,
	only,
	open,
	signedIn,
	staff,
	type Policy
} from './policies.ts';

const reading = found(...circle, 'visitor');
const talkers = [...guardians, 'pupil', ...staff] as const;
const booked = [...guardians, ...staff] as const;

const family = [...guardians, 'pupil'] as const;
/** The one whose session it is. */
const onlyMother = found('mother');
/** Before it is answered: in each home who has authority, and from 16 the pupil alone (handbook §2). */
export const consenting: Policy = (who, child) => {
	const seated = child === 'milan' ? (['pupil'] as const) : (['mother', 'otherHome'] as const);
	return only(seated, [...family, ...staff])(who, child);
};

/** Before a pupil decides itself, it is heard from 12 on; nobody says it in its place. */
export const heard: Policy = (who, child) => only(child === 'yara' ? ['pupil'] : [], [...family, ...staff])(who, child);
/** Who sat at the talk that was recorded, or may see its table as staff. */
export const sat = ['mother', 'otherHome', ...staff] as const;

/** Sem, whose mother is Noor's, is in group 3: an invitation is a guardian's, not a child's. */
export const teachesTheFamily: Policy = (who, child) =>
	child === 'noor' && who.ties.yara === 'teacher' ? 'allowed' : found('teacher')(who, child);
const toSignIn: Policy = () => 'refused';

/** Who finds which address, and who may do what there. A new route or action has its line here. */
export const doorPolicies: Record<string, Policy> = {
	...accountPolicies,
	...developmentDoors,
	...familyPolicies,
	...recordPolicies,
	'/': open,
	'/aanbod': signedIn,
	'/aanbod/[round]': found('teacher'),
	'/aanbod/[round] ?/offer': found('teacher'),
	'/aanbod/[round] ?/withdraw': found('teacher'),
	'/aanbod/[round] ?/bookFor': only(staff),
	'/achtergrond/acceptatie': ofRole('staff'),
	'/achtergrond/loyaliteit': ofRole('staff'),
	'/afspraken': signedIn,
	'/afspraken/[id]': reading,
	'/afspraken/[id] ?/accept': only(['mother', 'invited']),
	'/afspraken/[id] ?/askTime': only(['mother', 'invited']),
	// What is asked here is still proposed: for these the state says no first. Their seats are in use-case-rows.ts.
	'/afspraken/[id] ?/adopt': found(...circle),
	'/afspraken/[id] ?/withdraw': only(['teacher']),
	'/afspraken/[id] ?/decline': only(['mother', 'invited']),
	'/afspraken/[id] ?/note': found(...circle),
	'/afspraken/[id] ?/takeBack': found(...circle),
	'/afspraken/[id] ?/noteFor': only([]),
	'/afspraken/[id] ?/repair': found(...circle),
	'/afspraken/[id] ?/remind': found(...circle),
	'/afspraken/[id] ?/wishEarlier': found(...circle),
	'/afspraken/[id] ?/adapt': only(['mother', 'invited']),
	// What is asked here is still proposed: nothing to put in a calendar yet.
	'/afspraken/[id] ?/putInCalendar': found(),
	'/afspraken/[id]/agenda.ics': found(...circle),
	'/afspraken/lijst': found(...circle),
	'/afspraken/week': found(...circle),
	'/afspraken/terugkijken': found(...circle),
	'/afspraken/terugkijken ?/lookBackOn': found(...circle),
	'/afspraken/terugkijken ?/evaluate': found(...circle),
	'/afspraken/[id]/terugkijken': found(...circle),
	'/afspraken/[id]/terugkijken ?/lookBack': found(...circle),
	'/afspraken/[id]/terugkijken ?/evaluate': found(...circle),
	'/afspraken/[id]/terugkijken ?/replace': found(...circle),
	'/afspraken/nieuw': found(...circle),
	'/afspraken/nieuw ?/propose': found(...circle),
	'/afspreken': signedIn,
	'/afspreken/[round]': inGroup(found(...guardians)),
	'/afspreken/[round] ?/book': only(guardians),
	'/afspreken/[round] ?/askOwnTalk': only(guardians),
	'/afspreken/tijd/[id]': found(...booked),
	'/afspreken/tijd/[id] ?/move': found(...booked),
	'/afspreken/tijd/[id] ?/cancel': found(...booked),
	'/afspreken/tijd/[id]/agenda.ics': found(...booked),
	'/api/health': open,
	'/api/inlezen/[id]': open,
	'/beheer/post': anyOffice,
	'/beheer/post ?/retry': anyOffice,
	'/gesprekken': signedIn,
	'/gesprekken/[id]': found(...talkers),
	'/gesprekken/[id] ?/say': only(atTheTable, talkers),
	'/gesprekken/[id] ?/reword': only(['teacher'], booked),
	'/gesprekken/[id] ?/remove': only(['teacher'], booked),
	'/gesprekken/[id] ?/appoint': only(['teacher'], talkers),
	'/gesprekken/[id] ?/move': only([...guardians, 'teacher'], talkers),
	'/gesprekken/[id] ?/cancel': only([...guardians, 'teacher'], talkers),
	'/gesprekken/[id] ?/order': only([...guardians, 'teacher'], booked),
	'/gesprekken/[id] ?/leave': only([...guardians, 'teacher'], booked),
	'/gesprekken/[id] ?/chooseAim': only(atTheTable, talkers),
	'/gesprekken/[id] ?/dropAim': only(atTheTable, talkers),
	'/gesprekken/[id] ?/bring': only([...guardians, 'pupil'], talkers),
	'/gesprekken/[id] ?/leaveHome': only(['mother'], talkers),
	'/gesprekken/[id] ?/hold': only(['teacher'], talkers),
	'/gesprekken/[id] ?/followUp': only([...guardians, 'teacher'], talkers),
	'/gesprekken/[id] ?/close': only(['teacher'], talkers),
	'/gesprekken/[id]/driehoek': found(...atTheTable),
	'/gesprekken/[id]/driehoek ?/place': found(...atTheTable),
	'/gesprekken/[id]/driehoek ?/lift': found(...atTheTable),
	'/gesprekken/[id]/driehoek ?/share': found(...atTheTable),
	'/gesprekken/[id]/driehoek ?/takeBack': found(...atTheTable),
	'/gesprekken/[id]/driehoek ?/say': only(atTheTable, talkers),
	'/gesprekken/[id]/moeilijk': found(...atTheTable),
	'/gesprekken/[id]/plannen': found(...staff),
	'/gesprekken/[id]/plannen ?/plan': only(staff, ['mother']),
	'/gesprekken/[id]/tafel': found(...talkers),
	'/gesprekken/[id]/tafel ?/say': only(atTheTable, talkers),
	'/gesprekken/[id]/tafel ?/reword': only(['teacher'], booked),
	'/gesprekken/[id]/tafel ?/remove': only(['teacher'], booked),
	'/gesprekken/[id]/tafel ?/order': only([...guardians, 'teacher'], booked),
	'/gesprekken/[id]/tafel ?/leave': only([...guardians, 'teacher'], booked),
	'/gesprekken/[id]/tafel ?/turnTo': only(['teacher'], talkers),
	'/gesprekken/[id]/tafel ?/give': only(atTheTable, talkers),
	'/gesprekken/[id]/tafel ?/answer': only(guardians, talkers),
	'/gesprekken/[id]/tafel ?/takeBack': only(['teacher'], talkers),
	'/gesprekken/[id]/tafel ?/reflect': only(atTheTable, talkers),
	'/gesprekken/[id]/tafel ?/start': only(atTheTable, talkers),
	'/gesprekken/[id]/tafel ?/hold': only(['teacher'], talkers),
	'/gesprekken/[id]/tafel ?/followUp': only([...guardians, 'teacher'], talkers),
	'/gesprekken/[id]/tafel ?/planNext': only(['teacher'], talkers),
	'/gesprekken/[id]/tafel ?/propose': only(atTheTable, talkers),
	'/gesprekken/[id]/tafel/live': found(...talkers),
	'/gesprekken/[id]/tafel/live POST': only(atTheTable, talkers),
	// The two questions afterwards are a teacher's, about themself.
	'/gesprekken/[id]/terugblik': found('teacher'),
	'/gesprekken/[id]/terugblik ?/write': found('teacher'),
	'/gesprekken/[id]/trein': found(...atTheTable),
	'/gesprekken/[id]/trein ?/write': found(...atTheTable),
	'/gesprekken/[id]/trein ?/share': found(...atTheTable),
	'/gesprekken/[id]/trein ?/takeBack': found(...atTheTable),
	'/gesprekken/[id]/trein ?/propose': found(...atTheTable),
	'/gesprekken/[id]/trein ?/say': only(atTheTable, talkers),
	'/gesprekken/[id]/vier-stappen': found(...atTheTable),
	'/gesprekken/[id]/vier-stappen ?/write': found(...atTheTable),
	'/gesprekken/[id]/vier-stappen ?/share': found(...atTheTable),
	'/gesprekken/[id]/vier-stappen ?/takeBack': found(...atTheTable),
	'/gesprekken/[id]/vier-stappen ?/say': only(atTheTable, talkers),
	'/gesprekken/[id]/verslag': reading,
	'/gesprekken/[id]/verslag/pdf': reading,
	...preparationDoors,
	'/gesprekken/nieuw': found(...circle),
	'/gesprekken/nieuw ?/plan': only(staff),
	'/gesprekken/nieuw ?/request': found(...circle),
	'/inloggen': open,
	'/inloggen ?/ask': open,
	'/inloggen/als': signedIn,
	'/inloggen/als ?/choose': found('mother'),
	'/inloggen/bevestig': open,
	'/inloggen/bevestig ?/confirm': open,
	// Without a code under way it leads to the front.
	'/inloggen/code': toSignIn,
	'/inloggen/code ?/confirm': signedIn,
	'/inloggen/opnieuw': signedIn,
	'/inloggen/opnieuw ?/askAs': signedIn,
	'/inloggen/opnieuw ?/confirmCode': signedIn,
	'/leerlingen': signedIn,
	'/leerlingen/[id]': reading,
	'/leerlingen/[id]/ingekeken': notTheYoung(found(...circle)),
	'/leerlingen/[id]/inkijken': office,
	'/leerlingen/[id]/inkijken ?/lookIn': office,
	'/leerlingen/inkijken': anyOffice,
	'/leerlingen/[id]/thuis': found(...booked),
	'/leerlingen/[id]/thuis ?/keep': only(guardians, booked),
	'/leerlingen/[id]/thuis ?/share': only(guardians, booked),
	'/leerlingen/[id]/thuis ?/takeBack': only(guardians, booked),
	'/meldingen': ofRole('staff'),
	'/meldingen/[id]': found(...staff),
	'/meldingen/[id] ?/passOn': found(...staff),
	'/planner': signedIn,
	'/planner/[id]': office,
	'/planner/[id] ?/open': office,
	'/planner/[id] ?/close': office,
	'/planner/nieuw': anyOffice,
	'/planner/nieuw ?/plan': office,
	'/profiel': signedIn,
	'/profiel ?/signOut': signedIn,
	'/profiel ?/speak': signedIn,
	'/profiel ?/callMe': either(ofRole('staff'), ofRole('professional')),
	'/school': anyOffice,
	'/school ?/changeSchool': anyOffice,
	'/school ?/giveTasks': office,
	'/school/bewaren': anyOffice,
	'/school/bewaren ?/changeTerm': anyOffice,
	'/school/gezag': anyOffice,
	'/school/gezag/[id]': office,
	'/school/gezag/[id] ?/checkAuthority': office,
	'/school/gezag/[id] ?/restrict': office,
	// Nothing is forbidden here that could be lifted.
	'/school/gezag/[id] ?/lift': found(),
	'/school/gezag/[id] ?/moveHome': office,
	'/school/gezag/[id] ?/hideAddress': office,
	'/school/import': anyOffice,
	'/school/import ?/upload': anyOffice,
	'/school/import/[id]': office,
	'/school/import/[id] ?/confirm': office,
	// This file needs no questions about its columns.
	'/school/import/[id] ?/map': found(),
	'/school/jaarwisseling': anyOffice,
	'/school/jaarwisseling ?/changeYear': anyOffice,
	'/profiel/apparaten': signedIn,
	'/profiel/apparaten ?/end': onlyMother,
	'/profiel/apparaten ?/endOthers': signedIn,
	'/profiel/apparaten ?/know': signedIn,
	'/profiel/wensen': ofRole('guardian'),
	'/profiel/wensen ?/keep': ofRole('guardian'),
	'/profiel/wensen ?/callMe': ofRole('guardian'),
	'/profiel/wensen ?/withdraw': ofRole('guardian'),
	'/profiel/wensen ?/confirm': ofRole('guardian'),
	'/profiel/wensen ?/deny': ofRole('guardian'),
	'/leerlingen/[id]/toestemming': found(...family, ...staff),
	'/leerlingen/[id]/toestemming ?/give': consenting,
	'/leerlingen/[id]/toestemming ?/decline': consenting,
	'/leerlingen/[id]/toestemming ?/withdraw': consenting,
	'/leerlingen/[id]/toestemming ?/drop': only(staff, [...family, ...staff]),
	'/leerlingen/[id]/toestemming ?/end': only(staff, [...family, ...staff]),
	'/leerlingen/[id]/toestemming ?/say': heard,
	'/leerlingen/[id]/toestemming/vragen': found(...staff),
	'/leerlingen/[id]/toestemming/vragen ?/ask': only(staff, [...family, ...staff]),
	'/school/toestemming': anyOffice,
	'/school/toestemming ?/addPurpose': anyOffice,
	'/school/toestemming ?/retirePurpose': office,
	'/school/uitnodigingen': ofRole('staff'),
	'/school/uitnodigingen ?/send': office,
	// Whoever has come in has no invitation that waits.
	'/school/uitnodigingen ?/withdraw': found(),
	'/school/uitnodigingen/brieven': signedIn,
	'/school/uitnodigingen/brieven POST': either(office, teachesTheFamily),
	'/hoe-ging-het/[link]': open,
	'/hoe-ging-het/[link] ?/note': open,
	'/hoe-ging-het/[link] ?/wishEarlier': open,
	'/uitnodiging': open,
	'/uitnodiging ?/find': open,
	'/uitnodiging/code': open,
	'/uitnodiging/code ?/confirm': open,
	'/uitnodiging/welkom': open,
	'/uitnodiging/welkom ?/ask': open,
	'/uitnodiging/welkom ?/arrive': open,
	'/uitnodiging/welkom ?/arriveAlso': open,
	'/uitnodiging/[code]': open,
	'/uitnodiging/[code] ?/askAs': open,
	'/vandaag': signedIn,
	'/vandaag ?/putOff': ofRole('guardian')
};

/** Deeds that come too late here, since another row above has moved on what they are about. */
export const tooLate: readonly string[] = [
	'/afspraken/[id] ?/note',
	'/afspraken/[id] ?/takeBack',
	'/afspraken/[id] ?/repair',
	'/afspraken/[id] ?/remind',
	'/gesprekken/[id] ?/move',
	'/gesprekken/[id] ?/order',
	'/gesprekken/[id] ?/leave',
	'/gesprekken/[id]/tafel ?/order',
	'/gesprekken/[id]/tafel ?/leave',
	'/gesprekken/[id]/tafel ?/reword',
	'/gesprekken/[id]/tafel ?/remove',
	'/gesprekken/[id]/tafel ?/propose'
];

/** Doors that end the session through which they are opened: everybody gets one for it. */
export const endsSession: readonly string[] = ['/profiel ?/signOut'];

/** After these a talk is over, or sessions are: asked when all else was. */
export const asLast: readonly string[] = [
	'/gesprekken/[id] ?/cancel',
	'/afspreken/tijd/[id] ?/cancel',
	'/afspreken/[round] ?/askOwnTalk',
	...['conversations/attachments.detach', 'cycle/bookings.askOwnTalk'],
	...['/profiel/voorstellen ?/fallSilent', 'people/introductions.fallSilent'],
	...['/gesprekken/[id]/verslag/begrepen ?/takeBack', 'conversations/retellings.takeBack'],
	...developmentLast,
	'/profiel/apparaten ?/endOthers',
	...['proposeStep', 'answerStep'].map((verb) => `/leerlingen/[id]/kring ?/${verb}`),
	...['people/says.proposeStep', 'people/says.answerStep']
];

/** After these somebody is no longer who they were to the child, or is signed out: asked at the very end. */
export const atTheEnd: readonly string[] = [
	...['restrict', 'moveHome', 'hideAddress', 'checkAuthority'].map((verb) => `/school/gezag/[id] ?/${verb}`),
	...['people/restrictions.restrict', 'people/homes.moveHome', 'people/authorities.checkAuthority'],
	'/school/inloggen ?/forgetSecondStep'
];
