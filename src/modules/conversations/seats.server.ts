import { worldTime } from '#platform/clock.server.ts';
import type { Ctx, Role } from '#platform/ctx.ts';
import { newId } from '#platform/id.server.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import { callOut, hear } from '#platform/live.server.ts';
import { log } from '#platform/log.server.ts';
import { subjectOf } from './changes.server.ts';
import { arrive, hereOf, leave, together, withoutGone, type Here, type Presence } from './presence.ts';

/** What an open page hears: that it changed, how often until now, and who is there. Never a word that was written. */
export type News = { version: number; here: Here[] };

export type Watcher = {
	person: PersonId;
	role: Role;
	tell: (news: News) => void;
	beat: () => void;
	gone: () => void;
	check: () => Promise<void>;
};

/** One table as this process knows it: who sits here with us, and what other processes say about who sits with them. */
type Place = {
	subject: string;
	version: number;
	mine: Presence;
	others: Map<string, { here: Here[]; until: number }>;
	watchers: Map<Watcher, number>;
	/** Of those who are on their way to it. */
	held: number;
	told: string;
	calledOut: string;
	calledOutAt: number;
	forget: () => void;
};

const tickMs = 1_000;
const beatMs = 15_000;
const sayAgainMs = 15_000;
const believeMs = 40_000;
const ourselves = newId();
const places = new Map<string, Place>();
const coming = new Map<string, Promise<Place>>();
let ticking: NodeJS.Timeout | undefined;
const now = () => worldTime().getTime();

/** The table of this talk, which hears of every change from the moment this resolves; held until it is `release`d. */
export async function placeOf(ctx: Pick<Ctx, 'school'>, id: ConversationId): Promise<Place> {
	const subject = subjectOf(ctx, id);
	let place = places.get(subject);
	if (!place) {
		const opening = coming.get(subject) ?? open(subject).finally(() => coming.delete(subject));
		coming.set(subject, opening);
		place = await opening;
	}
	place.held++;
	return place;
}

/** Who came to look at it has sat down, or gone again. */
export function release(place: Place) {
	place.held--;
	letGo(place);
}

async function open(subject: string) {
	const place: Place = {
		...{ subject, version: 0, mine: new Map(), others: new Map(), watchers: new Map(), held: 0 },
		...{ told: '', calledOut: '[]', calledOutAt: 0, forget: () => {} }
	};
	place.forget = await hear(subject, (news) => heard(place, news as Said | undefined));
	places.set(subject, place);
	ticking ??= setInterval(() => tick(), tickMs).unref();
	return place;
}

/** From now on this device hears what happens, and its person is here; the answer ends both. */
export function sit(place: Place, watcher: Watcher, version: number) {
	place.version = Math.max(place.version, version);
	place.watchers.set(watcher, now() + beatMs);
	place.mine = arrive(place.mine, watcher.person);
	watcher.tell(newsFor(place, { id: watcher.person, role: watcher.role }, place.version));
	tellAll(place);
	return () => {
		if (!place.watchers.delete(watcher)) return;
		place.mine = leave(place.mine, watcher.person, now());
		tellAll(place);
	};
}

/** Who is here changes. */
export function seen(place: Place, change: (all: Presence) => Presence) {
	place.mine = change(place.mine);
	tellAll(place);
}

/** The page may have changed without our hearing of it. */
export function noteVersion(place: Place, version: number) {
	if (version <= place.version) return;
	place.version = version;
	tellAll(place);
}

/** A child sees who is here, and not where the adults write. */
export function newsFor(place: Place, { id, role }: { id: PersonId; role: Role }, version = place.version): News {
	const parts = [...place.others.values()].map(({ here }) => here);
	const here = together([hereOf(place.mine, now()), ...parts]);
	const shown = here.map((each) => (role === 'pupil' && each.person !== id ? { ...each, section: null } : each));
	return { version: Math.max(version, place.version), here: shown };
}

/** Nobody is here any more, nor anybody to be told. */
function letGo(place: Place) {
	if (place.held || place.watchers.size || place.mine.size) return;
	place.forget();
	if (places.get(place.subject) === place) places.delete(place.subject);
	if (places.size) return;
	clearInterval(ticking);
	ticking = undefined;
}

/** What is due at `at`: who left falls away, open streams beat and are looked at again. */
export function tick(at = now()) {
	for (const place of places.values()) {
		place.mine = withoutGone(place.mine, at);
		for (const [from, { until }] of place.others) if (until <= at) place.others.delete(from);
		tellAll(place);
		for (const [watcher, due] of place.watchers) {
			if (due > at) continue;
			place.watchers.set(watcher, at + beatMs);
			void watcher.check();
		}
		letGo(place);
	}
}

type Said = { version: number } | { from: string; here: Here[] };

function heard(place: Place, said: Said | undefined) {
	if (!said) {
		for (const watcher of place.watchers.keys()) void watcher.check();
	} else if ('version' in said) {
		noteVersion(place, said.version);
	} else if (said.from !== ourselves) {
		place.others.set(said.from, { here: said.here, until: now() + believeMs });
		tellAll(place);
	}
}

/** Tell each device what it does not know yet, and other processes who is here with us. */
function tellAll(place: Place) {
	const news = JSON.stringify(newsFor(place, { id: '' as PersonId, role: 'staff' }));
	if (news !== place.told) {
		place.told = news;
		for (const { person: id, role, tell } of place.watchers.keys()) tell(newsFor(place, { id, role }));
	}
	const here = hereOf(place.mine, now());
	const saying = JSON.stringify(here);
	const isDue = here.length > 0 && place.calledOutAt + sayAgainMs <= now();
	if (saying === place.calledOut && !isDue) return;
	[place.calledOut, place.calledOutAt] = [saying, now()];
	void callOut(place.subject, { from: ourselves, here }).catch((error) =>
		log.warn({ error }, 'who is here was not told')
	);
}
