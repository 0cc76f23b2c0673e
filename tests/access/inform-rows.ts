import { standardManner } from '#modules/notifications/manner.ts';
import { noor } from '#seeds/cast.ts';
import type { Door, Form } from './doors.ts';
import type { Objects } from './objects.ts';
import { found, office, signedIn, type Policy } from './policies.ts';

/** Every home here has mail. */
const nobodyWithoutMail = found();

/** How everybody is informed: each about themselves. */
export const informDoors: Record<string, Policy> = {
	// Nobody here has an address that ends like this.
	'/agenda/[code].ics': () => 'missing',
	'/planner/[id]/papier': office,
	'/planner/[id]/papier ?/makeWall': office,
	'/planner/[id]/papier ?/stopWall': office,
	'/planner/[id]/papier/[soort]': office,
	'/planner/[id]/papier/brieven': nobodyWithoutMail,
	// Nobody here has an address that ends like this.
	'/scherm/[code]': () => 'missing',
	'/profiel/agenda': signedIn,
	'/profiel/agenda ?/makeFeed': signedIn,
	'/profiel/agenda ?/nameFeed': signedIn,
	'/profiel/agenda ?/stopFeed': signedIn,
	'/profiel/berichten': signedIn,
	'/profiel/berichten ?/keep': signedIn,
	'/profiel/berichten ?/addDevice': signedIn,
	// A device of somebody is ended by them alone; nobody has one here.
	'/profiel/berichten ?/endDevice': found()
};

/** The same without a door before it. */
export const informUseCases: Record<string, Policy> = {
	'cycle/feed/feeds.mine': signedIn,
	'cycle/feed/feeds.makeFeed': signedIn,
	'cycle/feed/feeds.nameFeed': signedIn,
	'cycle/feed/feeds.stopFeed': signedIn,
	'cycle/print/papers.overview': office,
	'cycle/print/papers.letters': office,
	'cycle/print/walls.makeWall': office,
	'cycle/print/walls.stopWall': office,
	'notifications/manners.get': signedIn,
	'notifications/manners.keep': signedIn
};

type Args = (objects: Objects) => readonly unknown[];
const round: Args = ({ ids }) => [ids.round];
const aboutOneself: Args = () => ['about who asks'];

export const informCalls: Record<string, Args> = {
	'cycle/feed/feeds.mine': aboutOneself,
	'cycle/feed/feeds.makeFeed': () => [false],
	'cycle/feed/feeds.nameFeed': () => [true],
	'cycle/feed/feeds.stopFeed': aboutOneself,
	'cycle/print/papers.overview': round,
	'cycle/print/papers.letters': round,
	'cycle/print/walls.makeWall': round,
	'cycle/print/walls.stopWall': round,
	'notifications/manners.get': aboutOneself,
	'notifications/manners.keep': () => [standardManner]
};

export const informForms: Record<string, Record<string, Form>> = {
	'/profiel/agenda': { makeFeed: {}, nameFeed: { names: 'yes' }, stopFeed: {} },
	'/profiel/berichten': { keep: { rhythm: 'daily' }, addDevice: {}, endDevice: { device: noor.id } }
};

/** What takes nothing from outside that could be somebody else's. */
export const informOwn: Record<string, string> = {
	'/profiel/agenda ?/makeFeed': 'is about who asks',
	'/profiel/agenda ?/nameFeed': 'is about who asks',
	'/profiel/agenda ?/stopFeed': 'is about who asks',
	'/profiel/berichten ?/keep': 'is about who asks',
	'/profiel/berichten ?/addDevice': 'is about the device of who asks'
};

/** Addresses that are a key by themselves. */
export const informKeys: Record<string, string> = {
	'/agenda/[code].ics': 'the address is the key: who does not have it finds nothing',
	'/scherm/[code]': 'the address is the key: who does not have it finds nothing'
};

/** Addresses with a parameter, about the round of Noor's group. */
export function informPlaces({ round }: { round: string }): Record<string, Door> {
	const path = `/planner/${round}/papier`;
	return {
		'/planner/[id]/papier': { path, forms: { makeWall: {}, stopWall: {} } },
		'/planner/[id]/papier/[soort]': { path: `${path}/leraren` },
		'/planner/[id]/papier/brieven': { path: `${path}/brieven` }
	};
}
