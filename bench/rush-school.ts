import { planIn } from '#modules/conversations/conversations.server.ts';
import { plan } from '#modules/cycle/rounds.server.ts';
import { change } from '#platform/db.server.ts';
import type { ConversationId, RoundId } from '#platform/ids.ts';
import { ok } from '#platform/outcome.ts';
import { addDays, addMinutes, momentOf, type Day, type Time } from '#platform/time.ts';
import type { Ctx } from '#platform/ctx.ts';
import { offered, startRound, value } from '#seeds/start-round.ts';
import { as, openOne, today, type Class, type Family } from './town.ts';

/** A round that is about to be opened, for families that all wait for it. */
export type Rush = {
	round: RoundId;
	office: Ctx;
	classes: Class[];
	families: Family[];
	/** The evening that everybody wants; for a third of them there is a place in it. */
	evening: Day;
	/** A talk that has nothing to do with the round. */
	talk: { id: ConversationId; chair: Ctx };
};

const evenings = [{ day: 4, from: '19:00', talks: 8 }];
const afternoons = [3, 4, 5].map((day) => ({ day, from: '14:45', talks: 10 }));

export async function buildRush(owner: string, at: number, pupils: number): Promise<Rush> {
	const { classes, office } = await openOne(owner, at, pupils);
	const [firstDay, lastDay] = [today, addDays(today, 13)];
	const groups = classes.map(({ group }) => group);
	const round = value(await plan(office, { ...startRound, firstDay, lastDay, groups })).id;
	for (const [nth, { school, teacher }] of classes.entries()) {
		for (const { day, from, talks } of [...evenings, ...afternoons]) {
			const startsAt = momentOf(addDays(today, day), from as Time);
			const endsAt = addMinutes(startsAt, talks * startRound.minutes);
			const location = `Lokaal ${nth}`;
			await offered(teacherOf(school, teacher), round, { startsAt, endsAt, location, places: ['school', 'phone'] });
		}
	}
	const families = classes.flatMap((each) => each.families);
	return {
		round,
		office,
		classes,
		families,
		evening: addDays(today, evenings[0]!.day),
		talk: await otherTalk(classes)
	};
}

async function otherTalk([first]: Class[]) {
	const { school, teacher, families } = first!;
	const chair = teacherOf(school, teacher);
	const { pupil, guardian } = families[0]!;
	const startsAt = momentOf(addDays(today, 30), '15:00' as Time);
	const id = value(
		await change(chair, async (db) =>
			ok(
				await planIn(db, chair, {
					kind: 'concern',
					pupil,
					chair: teacher,
					guardians: [guardian],
					minutes: 30,
					startsAt,
					place: { kind: 'school' },
					pupilInvited: false
				})
			)
		)
	);
	return { id, chair };
}

function teacherOf(school: Class['school'], id: Class['teacher']) {
	return as({ id, role: 'staff', tasks: ['teacher'] }, school);
}
