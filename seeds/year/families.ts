import type { Choice } from '#modules/cycle/booking.input.ts';
import type { Booking } from '#modules/cycle/booking.ts';
import * as bookings from '#modules/cycle/bookings.server.ts';
import { isEvening, type Place } from '#modules/cycle/offer.ts';
import type { GroupPupil } from '#modules/people/families.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { addDays, addMinutes, momentOf, type Day, type Time } from '#platform/time.ts';
import { keepTalk } from './meetings.ts';
import type { OfferedTime, StartRound } from './round.ts';
import { chance, moment, pick, well, type Scene } from './scene.ts';
import type { Village } from './village.ts';

/** The round opens on this day; the stories that are told elsewhere choose first, before dinner. */
const firstEvening = '2026-09-04' as Day;
const daysToChoose = 18;
const share = 0.5;

/** About half of the families, each at a moment of their own, choose a time. `spared`: whose story is told elsewhere. */
export function chooseTimes(village: Village, round: StartRound, spared: ReadonlySet<PersonId>): Scene[] {
	const taken = new Set<string>();
	return village.groups.flatMap(({ pupils, teachers }) =>
		pupils
			.filter((pupil) => !spared.has(pupil.id) && chooses(pupil))
			.map((pupil) => ({
				at: whenChoosing(pupil),
				act: async (now: Date) => {
					const booking = await bookOne(village, round, pupil, teachers, taken, now);
					return booking && keepTalk(village, pupil, booking, now);
				}
			}))
	);
}

/** Who reads English is sure to: the demo shows what they write. */
function chooses(pupil: GroupPupil): boolean {
	if (pupil.guardians.some(({ language }) => language === 'en')) return true;
	return pupil.guardians.length > 0 && chance('chooses', keyOf(pupil)) < share;
}

/** Most on the first evenings, some later; before work, at lunch or at night. */
function whenChoosing(pupil: GroupPupil): Date {
	const name = keyOf(pupil);
	const day = addDays(firstEvening, Math.floor(chance('day', name) ** 2 * daysToChoose));
	const hours = day === firstEvening ? ['19', '20', '21'] : ['07', '12', '17', '19', '20', '21'];
	const hour = pick(hours, 'hour', name);
	return momentOf(day, `${hour}:${String(Math.floor(chance('minute', name) * 60)).padStart(2, '0')}` as Time);
}

async function bookOne(
	village: Village,
	round: StartRound,
	pupil: GroupPupil,
	teachers: readonly PersonId[],
	taken: Set<string>,
	now: Date
): Promise<Booking | undefined> {
	const guardian = whoChooses(village, pupil);
	const people = [pupil.id, ...pupil.guardians.map(({ id }) => id)];
	for (const time of inOrderOfLiking(round.times, pupil, teachers, now)) {
		const marks = [time.teacher, ...people].map((person) => `${person} ${+time.startsAt}`);
		if (marks.some((mark) => taken.has(mark))) continue;
		marks.forEach((mark) => taken.add(mark));
		const choice: Choice = { pupil: pupil.id, block: time.block, startsAt: time.startsAt, place: placeOf(time, pupil) };
		const booked = village.hasEmail(guardian.id)
			? await bookings.book(village.as(guardian.id, now), round.id, choice)
			: await bookings.bookFor(village.as(time.teacher, now), round.id, guardian.id, choice);
		if (booked.ok || booked.reason !== 'taken') return well(booked);
	}
	return undefined;
}

/** Who can choose by themselves, and who reads English before the other. */
function whoChooses(village: Village, { guardians }: GroupPupil) {
	const reached = guardians.filter(({ id }) => village.hasEmail(id));
	return reached.find(({ language }) => language === 'en') ?? reached[0] ?? guardians[0]!;
}

/** Who works late looks at the evening first; the others at the afternoons of a week that suits them. */
function inOrderOfLiking(times: readonly OfferedTime[], pupil: GroupPupil, teachers: readonly PersonId[], now: Date) {
	const name = keyOf(pupil);
	const late = chance('late', name) < 0.25;
	const week = chance('week', name) < 0.6 ? moment('09-14', '00:00') : moment('09-21', '00:00');
	const liking = (time: OfferedTime) =>
		(isEvening(time) === late ? 2 : 0) + (time.startsAt >= week ? 1 : 0) + chance(name, +time.startsAt);
	return times
		.filter(({ teacher, startsAt }) => teachers.includes(teacher) && startsAt > addMinutes(now, 25 * 60))
		.toSorted((a, b) => liking(b) - liking(a));
}

function placeOf({ places }: OfferedTime, pupil: GroupPupil): Place {
	const wish = pick<Place>(
		['school', 'school', 'school', 'school', 'school', 'phone', 'online'],
		'place',
		keyOf(pupil)
	);
	return places.includes(wish) ? wish : 'school';
}

export function keyOf({ callName, surname, group }: Pick<GroupPupil, 'callName' | 'surname' | 'group'>): string {
	return `${callName} ${surname} ${group.name}`;
}
