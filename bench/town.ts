import type { Wording } from '#modules/agreements/agreement.ts';
import { accept, propose } from '#modules/agreements/handshakes.server.ts';
import { book } from '#modules/cycle/bookings.server.ts';
import { open, plan } from '#modules/cycle/rounds.server.ts';
import { readFiles } from '#modules/people/import/file.input.ts';
import { commandLine, openSchool } from '#modules/people/import/imports.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { GroupId, HouseholdId, PersonId, RoundId, SchoolId } from '#platform/ids.ts';
import { addDays, addMinutes, dayOf, momentOf, type Time } from '#platform/time.ts';
import { as as asIn } from '#seeds/cast.ts';
import { offered, startRound, time, value } from '#seeds/start-round.ts';
import { rowsAsOwner } from '#tests/harness/databases.ts';
import { groupSize, office, schoolFiles } from './files.ts';

const atOnce = 8;

/** The town lives today: the server that is measured has the world's clock. */
const now = new Date();
export const today = dayOf(now);
export const as = (person: Ctx['person'], school: SchoolId) => asIn(person, school, now);

export type Family = { school: SchoolId; pupil: PersonId; guardian: PersonId; household: HouseholdId };
export type Class = { school: SchoolId; teacher: PersonId; group: GroupId; families: Family[] };
export type Town = { classes: Class[]; free: { family: Family; round: RoundId; time: ReturnType<typeof time> }[] };

const wording: Wording = {
	what: 'leest tien minuten voor',
	why: 'er meer woorden bij komen',
	rhythm: 'elke avond',
	by: null,
	how: '',
	helpers: ''
};

/**
 * Schools of `pupils` children each, in the middle of their start talks: every other family booked, with an agreement
 * that runs. Through the use cases; `owner` is the database's address for its owner, to look up who is who.
 */
export async function buildTown(owner: string, schools: number, pupils: number, from = 0): Promise<Town> {
	const town: Town = { classes: [], free: [] };
	for (let at = from; at < from + schools; at++) {
		const { classes, office } = await openOne(owner, at, pupils);
		await liveIn(town, classes, office);
	}
	await settle(owner);
	return town;
}

/** A school that has just been imported, with the number `at`. */
export async function openOne(owner: string, at: number, pupils: number): Promise<{ classes: Class[]; office: Ctx }> {
	const brin = `${String(at).padStart(2, '0')}BM`;
	const roster = value(asOutcome(readFiles(schoolFiles(brin, pupils, Math.round(pupils * 1.8)))));
	const who = { person: commandLine, now, language: 'nl' as const };
	const { school } = value(await openSchool(who, roster, { name: `School ${at}`, office: office(brin) }, false));
	return { classes: await classesOf(owner, school), office: await officeOf(owner, school) };
}

/** What was planted tells nobody, and the database has behind it what one that lives for weeks has. */
export async function settle(owner: string) {
	for (const chore of ['delete from platform.outbox', 'vacuum analyze', 'checkpoint']) await rowsAsOwner(owner, chore);
}

async function liveIn(town: Town, classes: Class[], office: Ctx) {
	const round = value(
		await plan(office, {
			...startRound,
			firstDay: today,
			lastDay: addDays(today, 13),
			groups: classes.map(({ group }) => group)
		})
	).id;
	const noon = momentOf(addDays(today, 4), '12:00' as Time);
	const talks: Town['free'] = [];
	for (const [at, { teacher, school, families }] of classes.entries()) {
		const block = await offered(as({ id: teacher, role: 'staff', tasks: ['teacher'] }, school), round, {
			startsAt: noon,
			endsAt: addMinutes(noon, groupSize * startRound.minutes),
			location: `Lokaal ${at}`,
			places: ['school']
		});
		for (const [turn, family] of families.entries()) {
			talks.push({ family, round, time: time(block, addMinutes(noon, turn * startRound.minutes)) });
		}
	}
	value(await open(office, round));
	const [booked, free] = [talks.filter((_, at) => at % 2), talks.filter((_, at) => at % 2 === 0)];
	await inParallel(booked, async ({ family, time }) => {
		value(await book(asGuardian(family), round, { ...time, pupil: family.pupil }));
		await agree(family);
	});
	town.classes.push(...classes);
	town.free.push(...free);
}

async function agree(family: Family) {
	const evaluateOn = addDays(today, 60);
	const owner = { household: family.household };
	const common = { pupil: family.pupil, kind: 'do', audience: 'circle', wording, evaluateOn, owner } as const;
	const proposed = value(await propose(asGuardian(family), common));
	if (proposed.state !== 'agreed') value(await accept(asGuardian(family), proposed.id, { seen: proposed.version }));
}

export function asGuardian({ guardian, school }: Family): Ctx {
	return as({ id: guardian, role: 'guardian', tasks: [] }, school);
}

async function classesOf(owner: string, school: SchoolId): Promise<Class[]> {
	const rows = await rowsAsOwner<{ group_id: GroupId; staff_id: PersonId } & Omit<Family, 'school'>>(
		owner,
		`select e.group_id, t.staff_id, e.pupil_id as pupil, g.guardian_id as guardian, g.household_id as household
		   from people.enrolment e
		   join people.teaching t on t.school_id = e.school_id and t.group_id = e.group_id
		   join people.guardianship g on g.school_id = e.school_id and g.pupil_id = e.pupil_id and g.position = 1
		  where e.school_id = '${school}' order by e.group_id, e.pupil_id`
	);
	const classes = new Map<GroupId, Class>();
	for (const { group_id: group, staff_id: teacher, ...family } of rows) {
		const found = classes.get(group) ?? { school, group, teacher, families: [] };
		found.families.push({ school, ...family });
		classes.set(group, found);
	}
	return [...classes.values()];
}

async function officeOf(owner: string, school: SchoolId): Promise<Ctx> {
	const [row] = await rowsAsOwner<{ id: PersonId }>(
		owner,
		`select id from people.staff where school_id = '${school}' and 'office' = any (tasks)`
	);
	return as({ id: row!.id, role: 'staff', tasks: ['office'] }, school);
}

export async function inParallel<T>(all: T[], work: (one: T) => Promise<void>) {
	const waiting = [...all].reverse();
	const worker = async () => {
		for (let one = waiting.pop(); one; one = waiting.pop()) await work(one);
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}

function asOutcome<T>(reading: { ok: true; value: T } | { ok: false; reason: string }) {
	return reading;
}
