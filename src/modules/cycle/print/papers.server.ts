import { templateIn } from '#modules/conversations/templates.server.ts';
import { houseTemplate } from '#modules/conversations/template.ts';
import { namesIn, personsIn } from '#modules/people/people.server.ts';
import { signatureIn } from '#modules/people/schools.server.ts';
import type { Ctx, Language } from '#platform/ctx.ts';
import { read, type Db } from '#platform/db.server.ts';
import type { RoundId } from '#platform/ids.ts';
import { no, ok } from '#platform/outcome.ts';
import { findAddressIn } from '#platform/secret-address.server.ts';
import * as bookings from '#modules/cycle/booking.store.server.ts';
import { participantsIn } from '#modules/cycle/participants.server.ts';
import { mayPlan } from '#modules/cycle/round.access.ts';
import * as rounds from '#modules/cycle/round.store.server.ts';
import type { Round } from '#modules/cycle/round.ts';
import { homePapers, homesOf, roomPapers, teacherPapers, type Guardian, type PrintedTalk } from './paper.ts';

/** Everything of a round that can be on paper, for the office: names, times and places, no content. */
export function overview(ctx: Ctx, id: RoundId) {
	return read(ctx, async (db) => {
		const round = await roundFor(db, ctx, id);
		if (!round) return no('missing');
		const talks = await printedIn(db, ctx, round);
		const wall = await findAddressIn(db, ctx.school, 'wall', id);
		const papers = { teachers: teacherPapers(talks), homes: homePapers(talks), rooms: roomPapers(talks) };
		return ok({
			round,
			papers,
			steps: await stepsIn(db, ctx, round),
			letters: (await lettersIn(db, ctx, talks)).length,
			wall
		});
	});
}

/** A letter to one home without mail: which talks, for whom it is, and in which language. */
export type FamilyLetter = { to: string; language: Language; talks: PrintedTalk[] };

/** The letters of all homes in which nobody has mail, with what the school's letters say of itself. */
export function letters(ctx: Ctx, id: RoundId) {
	return read(ctx, async (db) => {
		const round = await roundFor(db, ctx, id);
		if (!round) return no('missing');
		const school = await signatureIn(db, ctx);
		return ok({
			round,
			school,
			steps: await stepsIn(db, ctx, round),
			letters: await lettersIn(db, ctx, await printedIn(db, ctx, round))
		});
	});
}

/** How a talk of this round is built up, as this school has it. */
async function stepsIn(db: Db, ctx: Ctx, { kind }: Round) {
	return ((await templateIn(db, ctx, kind)) ?? houseTemplate(kind)).steps;
}

async function roundFor(db: Db, ctx: Ctx, id: RoundId): Promise<Round | undefined> {
	return mayPlan(ctx) ? rounds.find(db, ctx, id) : undefined;
}

async function printedIn(db: Db, ctx: Ctx, round: Round): Promise<PrintedTalk[]> {
	const pupils = new Map((await participantsIn(db, ctx, round)).map((pupil) => [pupil.id, pupil]));
	const booked = await bookings.findBooked(db, ctx, round.id);
	const names = await namesIn(db, ctx, [...new Set(booked.map(({ teacher }) => teacher))]);
	return booked.flatMap(({ pupil: id, teacher, household, startsAt, endsAt, place, location }): PrintedTalk[] => {
		const pupil = pupils.get(id);
		if (!pupil) return [];
		const guardians: Guardian[] = pupil.guardians.filter(
			(guardian) => household === null || guardian.household === household
		);
		return [
			{
				...{ startsAt, endsAt, place, location: location?.name ?? null, guardians },
				...{ callName: pupil.callName, fullName: pupil.fullName, group: pupil.group.name },
				teacher: { id: teacher, name: names.get(teacher) ?? '' }
			}
		];
	});
}

async function lettersIn(db: Db, ctx: Ctx, talks: readonly PrintedTalk[]): Promise<FamilyLetter[]> {
	const homes = new Map<string, { guardians: Guardian[]; talks: PrintedTalk[] }>();
	for (const talk of talks) {
		for (const there of homesOf(talk.guardians)) {
			const key = there[0]!.household ?? there[0]!.id;
			const home = homes.get(key) ?? { guardians: there, talks: [] };
			homes.set(key, { ...home, talks: [...home.talks, talk] });
		}
	}
	const ids = [...homes.values()].flatMap(({ guardians }) => guardians.map(({ id }) => id));
	const persons = await personsIn(db, ctx, [...new Set(ids)]);
	return [...homes.values()].flatMap(({ guardians, talks: own }): FamilyLetter[] => {
		const here = guardians.flatMap(({ id }) => persons.get(id) ?? []);
		if (!here.length || here.some(({ email }) => email)) return [];
		return [{ to: guardians.map(({ name }) => name).join(', '), language: here[0]!.language, talks: own }];
	});
}
