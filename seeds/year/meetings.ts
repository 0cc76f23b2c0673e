import type { Booking } from '#modules/cycle/booking.ts';
import type { GroupPupil } from '#modules/people/families.server.ts';
import { addDays, addMinutes, dayOf, momentOf, weekday, type Day, type Time } from '#platform/time.ts';
import { promise } from './promise.ts';
import { records } from './records.ts';
import { about, childAnswers, contacts, homeSubjects, homeSubjectsInEnglish, schoolSubjects } from './sayings.ts';
import { chance, pick, type Scene } from './scene.ts';
import * as talks from './talk.ts';
import type { Village } from './village.ts';

type Meeting = { village: Village; pupil: GroupPupil; booking: Booking; name: string };

/** What follows when a family has a time: some prepare, the talk is held, written down, read. */
export function keepTalk(village: Village, pupil: GroupPupil, booking: Booking, now: Date): Scene[] {
	const name = `${pupil.callName} ${pupil.surname}`;
	const meeting: Meeting = { village, pupil, booking, name };
	const end = { at: addMinutes(booking.endsAt, -1), act: (over: Date) => hold(meeting, over) };
	return [...preparations(meeting).filter(({ at }) => at > now), end];
}

function preparations({ village, pupil, booking, name }: Meeting): Scene[] {
	const { conversation, teacher, guardian, startsAt } = booking;
	const day = dayOf(startsAt);
	const english = village.as(guardian, startsAt).language === 'en';
	const lead = 1 + Math.floor(chance('lead', name) * 4);
	const reads = village.hasEmail(guardian);
	const own = {
		at: momentOf(addDays(day, -lead), pick(['19:40', '20:05', '20:30', '21:10'], 'evening', name) as Time),
		act: async (now: Date) => {
			const subject = about(pick(english ? homeSubjectsInEnglish : homeSubjects, 'home', name), pupil.callName);
			await talks.prepare(village.as(guardian, now), conversation, 'own', { subject }, chance('shares', name) < 0.8);
		}
	};
	const together = {
		at: momentOf(addDays(day, -lead), pick(['18:50', '19:15', '19:35'], 'together', name) as Time),
		act: (now: Date) =>
			talks.prepare(village.as(guardian, now), conversation, 'child', pick(childAnswers, 'child', name))
	};
	const school = {
		at: momentOf(schoolDayBefore(addDays(day, 1 - lead)), '16:20' as Time),
		act: async (now: Date) => {
			const subject = about(pick(schoolSubjects, 'school', name), pupil.callName);
			await talks.prepare(village.as(teacher, now), conversation, 'own', { subject });
		}
	};
	return [
		...(reads && (english || chance('prepares', name) < 0.6) ? [own] : []),
		...(reads && chance('child prepares', name) < 0.3 ? [together] : []),
		...(chance('school prepares', name) < 0.6 ? [school] : [])
	];
}

async function hold({ village, pupil, booking, name }: Meeting, now: Date): Promise<Scene[]> {
	const { conversation, teacher, guardian } = booking;
	const chair = village.as(teacher, now);
	if (chance('keeps in touch', name) < 0.4) {
		await talks.say(chair, conversation, 'contact', pick(contacts, 'contact', name));
	}
	await talks.hold(chair, conversation, pick(['2026-11-18', '2026-11-25', null], 'next', name) as Day | null);
	const written = addMinutes(now, 60 * (chance('writes', name) < 0.7 ? 2 : 24));
	return [
		...promise(village, pupil, booking, now),
		{
			at: written,
			act: async (later) => {
				const { adults, circle } = pick(records, 'record', name);
				const words = { adults: about(adults, pupil.callName), circle: about(circle, pupil.callName) };
				await talks.record(village.as(teacher, later), conversation, words);
			}
		},
		...(village.hasEmail(guardian) && chance('reads', name) < 0.75
			? [
					{
						at: addMinutes(written, 60 * 16 + Math.floor(chance('minute', name) * 300)),
						act: (later: Date) => talks.acknowledge(village.as(guardian, later), conversation)
					},
					{
						at: momentOf(addDays(dayOf(written), 3), '16:05' as Time),
						act: (later: Date) => talks.close(village.as(teacher, later), conversation)
					}
				]
			: [])
	];
}

/** Teachers prepare on a school day. */
function schoolDayBefore(day: Day): Day {
	const before = addDays(day, -1);
	return weekday(before) > 5 ? schoolDayBefore(before) : before;
}
