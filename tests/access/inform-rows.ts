import type { Form } from './doors.ts';
import type { Objects } from './objects.ts';
import { signedIn, type Policy } from './policies.ts';

/** How everybody is informed: each about themselves. */
export const informDoors: Record<string, Policy> = {
	// Nobody here has an address that ends like this.
	'/agenda/[code].ics': () => 'missing',
	'/profiel/agenda': signedIn,
	'/profiel/agenda ?/makeFeed': signedIn,
	'/profiel/agenda ?/nameFeed': signedIn,
	'/profiel/agenda ?/stopFeed': signedIn
};

/** The same without a door before it. */
export const informUseCases: Record<string, Policy> = {
	'cycle/feed/feeds.mine': signedIn,
	'cycle/feed/feeds.makeFeed': signedIn,
	'cycle/feed/feeds.nameFeed': signedIn,
	'cycle/feed/feeds.stopFeed': signedIn
};

type Args = (objects: Objects) => readonly unknown[];
const aboutOneself: Args = () => ['about who asks'];

export const informCalls: Record<string, Args> = {
	'cycle/feed/feeds.mine': aboutOneself,
	'cycle/feed/feeds.makeFeed': () => [false],
	'cycle/feed/feeds.nameFeed': () => [true],
	'cycle/feed/feeds.stopFeed': aboutOneself
};

export const informForms: Record<string, Record<string, Form>> = {
	'/profiel/agenda': { makeFeed: {}, nameFeed: { names: 'yes' }, stopFeed: {} }
};

/** What takes nothing from outside that could be somebody else's. */
export const informOwn: Record<string, string> = {
	'/profiel/agenda ?/makeFeed': 'is about who asks',
	'/profiel/agenda ?/nameFeed': 'is about who asks',
	'/profiel/agenda ?/stopFeed': 'is about who asks'
};

/** Addresses that are a key by themselves. */
export const informKeys: Record<string, string> = {
	'/agenda/[code].ics': 'the address is the key: who does not have it finds nothing'
};
