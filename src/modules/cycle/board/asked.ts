import { minutesOf } from '#modules/cycle/participant.ts';
import { talksFor } from '#modules/cycle/talk.ts';
import type { HouseholdId, PersonId } from '#platform/ids.ts';
import type { Home, Pupil, Situation, TalkPlace } from './situation.ts';
import { talkKey, type TalkKey } from './talk-key.ts';

/** A talk that the round needs, and who could lead it. */
export type Asked = {
	key: TalkKey;
	pupil: PersonId;
	/** The home whose own talk it is; without one it is the talk of all guardians. */
	household: HouseholdId | null;
	homes: HouseholdId[];
	guardians: PersonId[];
	leads: PersonId[];
	/** The teacher it is with in a round per teacher. */
	teacher: PersonId | null;
	third: PersonId | null;
	minutes: number;
	place: TalkPlace;
	priority: Pupil['part']['priority'];
};

/** Every talk to be planned; a home that needs none is left out, unless the other home of a shared talk wants it. */
export function talksAsked(situation: Situation): Asked[] {
	const homes = new Map(situation.homes.map((home) => [home.household, home]));
	return situation.pupils.flatMap((pupil) => {
		const own = situation.ownTalks.includes(pupil.id);
		return talksFor(pupil.id, pupil.guardians, own).flatMap(({ household, guardians }): Asked[] => {
			if (!guardians.length) return [];
			const here = [...new Set(pupil.guardians.filter(({ id }) => guardians.includes(id)).map((one) => one.household))];
			const said = here.map((id) => wishFor(homes.get(id), pupil.id));
			if (said.every((wish) => wish?.answer === 'none-needed')) return [];
			const talk = {
				pupil: pupil.id,
				household,
				homes: here,
				guardians,
				third: pupil.part.third,
				minutes: minutesOf(situation.round, pupil.group.id, pupil.part),
				place: placeOf(here.map((id) => homes.get(id))),
				priority: pupil.part.priority
			};
			const group = situation.teaching.filter(({ group }) => group === pupil.group.id).map(({ teacher }) => teacher);
			if (!situation.round.perTeacher) {
				return [{ ...talk, key: talkKey(pupil.id, household, null), leads: group, teacher: null }];
			}
			const teachers = [...new Set(said.flatMap((wish) => wish?.teachers ?? []))];
			// Who must come and named nobody sees the teacher of the group.
			const wanted = teachers.length || pupil.part.priority !== 'must' ? teachers : group.slice(0, 1);
			return wanted.map((teacher) => ({
				...talk,
				key: talkKey(pupil.id, household, teacher),
				leads: [teacher],
				teacher,
				third: teacher === talk.third ? null : talk.third
			}));
		});
	});
}

function wishFor(home: Home | undefined, pupil: PersonId) {
	return home?.children.find((child) => child.pupil === pupil);
}

/** Where all homes want it; who differ come to school. */
function placeOf(homes: readonly (Home | undefined)[]): TalkPlace {
	const places = new Set(homes.map((home) => home?.place ?? 'school'));
	return places.size === 1 ? [...places][0]! : 'school';
}
