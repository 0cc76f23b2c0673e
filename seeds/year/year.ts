import type { SchoolId } from '#platform/ids.ts';
import { adam } from './adam.ts';
import { arrangements } from './arrangements.ts';
import { adamsTable } from './adams-table.ts';
import { away } from './away.ts';
import { chooseTimes } from './families.ts';
import { fleur } from './fleur.ts';
import { kinds } from './kinds.ts';
import { leave } from './leave.ts';
import { invited } from './invited.ts';
import { mees } from './mees.ts';
import { milan } from './milan.ts';
import { noor } from './noor.ts';
import { pages } from './pages.ts';
import { plans } from './plans.ts';
import { rhythms } from './rhythms.ts';
import { startRound, unplanned } from './round.ts';
import { semsRecord } from './sems-record.ts';
import { moment, play, type Between, type Scene } from './scene.ts';
import { trust } from './trust.ts';
import { villageOf } from './village.ts';
import { wishes } from './wishes.ts';
import { yara } from './yara.ts';

const firstDay = moment('08-31', '08:00');

/** The school year 2026-2027 at De Linde and De Eik, from its first day until `until`: everything that people did. */
export async function playYear(
	{ deLinde, deEik }: { deLinde: SchoolId; deEik: SchoolId },
	until: Date,
	between?: Between
) {
	await play([...(await atDeLinde(deLinde)), ...milan(await villageOf(deEik, firstDay))], until, between);
}

async function atDeLinde(school: SchoolId): Promise<Scene[]> {
	const village = await villageOf(school, firstDay);
	const round = unplanned();
	const told = [
		['Noor', 'Benali'],
		['Sem', 'Benali'],
		['Adam', 'Masri'],
		['Fleur', 'Boer'],
		['Yara', 'Demir'],
		['Mees', 'Postma']
	] as const;
	const spared = new Set(told.map(([callName, surname]) => village.pupil(callName, surname).id));
	return [
		...startRound(village, round),
		...invited(village),
		...noor(village, round),
		...adam(village, round),
		...adamsTable(village),
		...arrangements(village),
		...fleur(village, round),
		...yara(village, round),
		...mees(village, round),
		...pages(village),
		...plans(village),
		...rhythms(village),
		...semsRecord(village),
		...leave(village),
		...trust(village),
		...kinds(village),
		...wishes(village),
		...chooseTimes(village, round, spared),
		...away(village, round)
	];
}
