import { readFiles } from '#modules/people/import/file.input.ts';
import { commandLine, openSchool } from '#modules/people/import/imports.server.ts';
import * as rounds from '#modules/cycle/rounds.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { GroupId, PersonId, RoundId, SchoolId } from '#platform/ids.ts';
import { addDays, addMinutes, dayOf, momentOf, type Time } from '#platform/time.ts';
import { as } from '#seeds/cast.ts';
import { edexml, guardiansCsv } from '#seeds/school-file.ts';
import { startRound, value } from '#seeds/start-round.ts';
import { chance } from '#seeds/chance.ts';
import { rowsAsOwner } from '#tests/harness/databases.ts';

export type BoardSchool = { school: SchoolId; office: Ctx; round: RoundId };

const days = 5;

/** A school with a round of wishes that is open: each home asked for `each` talks, and said when it can. */
export async function boardSchool(
	owner: string,
	brin: string,
	pupils: number,
	teachers: number,
	each: number
): Promise<BoardSchool> {
	const now = new Date();
	const roster = readFiles(filesOf(brin, pupils, teachers));
	if (!roster.ok) throw new Error('The files of this school cannot be read.');
	const who = { person: commandLine, now, language: 'nl' as const };
	const { school } = value(
		await openSchool(who, roster.value, { name: brin, office: `kantoor@${brin}.example.org` }, false)
	);
	const ask = <Row>(sql: string) => rowsAsOwner<Row>(owner, sql);
	const [desk] = await ask<{ id: PersonId }>(
		`select id from people.person where school_id = '${school}' and email ilike 'kantoor@%'`
	);
	const office = as({ id: desk!.id, role: 'staff', tasks: ['office'] }, school, now);
	const groups = value(await rounds.groups(office)).map(({ id }): GroupId => id);
	const first = addDays(dayOf(now), 7);
	const round = value(
		await rounds.plan(office, {
			...startRound,
			...{ firstDay: first, lastDay: addDays(first, days), minutes: 10, groups },
			...{ mode: 'wishes' as const, perTeacher: each > 1 }
		})
	).id;
	const staff = await ask<{ id: PersonId }>(
		`select distinct t.staff_id as id from people.teaching t where t.school_id = '${school}' order by 1`
	);
	for (let day = 0; day < days; day++) {
		const from = momentOf(addDays(first, day), '16:00' as Time);
		await ask(`insert into cycle.block (school_id, id, round_id, teacher_id, starts_at, ends_at, places)
			select '${school}', gen_random_uuid(), '${round}', s.id, '${from.toISOString()}', '${addMinutes(from, 300).toISOString()}', '{school}'
			  from unnest(array['${staff.map(({ id }) => id).join("','")}']::uuid[]) as s(id) returning id`);
	}
	await wish(ask, school, round, staff, each, first);
	value(await rounds.open(office, round));
	await ask('delete from platform.outbox');
	for (const chore of ['vacuum analyze', 'checkpoint']) await ask(chore);
	return { school, office, round };
}

type Ask = <Row>(sql: string) => Promise<Row[]>;

async function wish(
	ask: Ask,
	school: SchoolId,
	round: RoundId,
	staff: { id: PersonId }[],
	each: number,
	first: string
) {
	const homes = await ask<{ household: string; guardian: string; pupil: string }>(
		`select distinct on (g.pupil_id) g.household_id as household, g.guardian_id as guardian, g.pupil_id as pupil
		   from people.guardianship g where g.school_id = '${school}' order by g.pupil_id, g.guardian_id`
	);
	const draw = chance(each);
	const known = new Set<string>();
	const [wishes, times, children, asked] = [[], [], [], []] as string[][] as [string[], string[], string[], string[]];
	for (const { household, guardian, pupil } of homes) {
		const key = `'${school}','${round}','${household}'`;
		if (!known.has(household)) {
			wishes.push(`(${key},'${guardian}',now(),false,'school',2,false,1)`);
			const day = draw.below(days);
			const at = `timestamptz '${first} 00:00 Europe/Amsterdam' + interval '${day} days'`;
			times.push(`(${key},${at},${at} + interval '1 day',2)`);
		}
		known.add(household);
		children.push(`(${key},'${pupil}','talk')`);
		const own = new Set(Array.from({ length: each }, () => draw.pick(staff).id));
		if (each > 1) for (const teacher of own) asked.push(`(${key},'${pupil}','${teacher}')`);
	}
	await ask(`insert into cycle.wish (school_id, round_id, household_id, answered_by, answered_at, by_school, place, visits, together, version)
		values ${wishes.join()} returning household_id`);
	await ask(`insert into cycle.wish_time (school_id, round_id, household_id, starts_at, ends_at, liking)
		values ${times.join()} returning household_id`);
	await ask(`insert into cycle.wish_child (school_id, round_id, household_id, pupil_id, answer)
		values ${children.join()} returning pupil_id`);
	if (!asked.length) return;
	await ask(`insert into cycle.wish_teacher (school_id, round_id, household_id, pupil_id, teacher_id)
		values ${asked.join()} returning pupil_id`);
}

function filesOf(brin: string, pupilCount: number, teacherCount: number) {
	const groups = Array.from({ length: teacherCount }, (_, at) => `G${at}`);
	const pupils = Array.from({ length: pupilCount }, (_, at) => `L${at}`);
	const mail = (who: string) => `${who}@${brin}.example.org`.toLowerCase();
	const xml = edexml({
		brin,
		groups: groups.map((key) => ({ key, name: `Groep ${key}`, year: '5' })),
		pupils: pupils.map((key, at) => ({
			...{ key, given: `Kind ${key}`, surname: 'Voorbeeld', born: '2014-03-11', group: groups[at % groups.length]! }
		})),
		staff: [
			{ key: 'S', given: 'Kantoor', surname: brin, email: mail('kantoor'), roles: ['ADM'] },
			...groups.map((key) => ({
				key: `S-${key}`,
				given: 'Docent',
				surname: key,
				email: mail(key),
				roles: ['LRK'],
				groups: [key]
			}))
		]
	});
	const guardians = guardiansCsv(
		pupils.map((leerling_key) => ({
			...{
				leerling_key,
				volgnummer: 1,
				roepnaam: 'Eerste',
				achternaam: `Voorbeeld ${leerling_key}`,
				email: mail(leerling_key)
			}
		}))
	);
	const bytes = (text: string) => new TextEncoder().encode(text);
	return [
		{ name: 'school.xml', bytes: bytes(xml) },
		{ name: 'ouders.csv', bytes: bytes(guardians) }
	];
}
