import type { Laid } from './situations.server.ts';
import type { TalkKey } from './talk-key.ts';

/** The child, and of parents apart whose talk it is. */
export function nameOf({ pupils, problem }: Laid, talk: TalkKey) {
	const asked = problem.talks.get(talk);
	const pupil = pupilsBy(pupils).get(asked?.pupil ?? talk.slice(0, talk.indexOf('_')));
	const home = asked?.household
		? (pupil?.guardians.find(({ id }) => asked.guardians.includes(id))?.name ?? null)
		: null;
	return { name: pupil ? (home ? `${pupil.fullName} (${home})` : pupil.fullName) : '' };
}

const byId = new WeakMap<Laid['pupils'], Map<string, Laid['pupils'][number]>>();
function pupilsBy(pupils: Laid['pupils']) {
	let known = byId.get(pupils);
	if (!known) byId.set(pupils, (known = new Map(pupils.map((pupil) => [pupil.id, pupil]))));
	return known;
}
