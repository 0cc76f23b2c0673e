import { eveningAtTheEnd } from './evening-rows.ts';
import { developmentAtTheEnd, developmentLast } from './development-rows.ts';

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
	...developmentAtTheEnd,
	...eveningAtTheEnd,
	...['restrict', 'moveHome', 'hideAddress', 'checkAuthority'].map((verb) => `/school/gezag/[id] ?/${verb}`),
	...['people/restrictions.restrict', 'people/homes.moveHome', 'people/authorities.checkAuthority'],
	'/school/inloggen ?/forgetSecondStep'
];
