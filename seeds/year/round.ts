import type { Choice } from '#modules/cycle/booking.input.ts';
import { offer } from '#modules/cycle/offers.server.ts';
import { slotsOf, type BlockId, type Place, type Slot } from '#modules/cycle/offer.ts';
import * as zones from '#modules/cycle/evening/zones.server.ts';
import * as rounds from '#modules/cycle/rounds.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { PersonId, RoundId } from '#platform/ids.ts';
import { addDays, dayOf, type Day } from '#platform/time.ts';
import { moment, well, type Scene } from './scene.ts';
import type { Village } from './village.ts';

/** The start round as it grows: `id` once the office has planned it, `times` once teachers have offered them. */
export type StartRound = { id: RoundId; times: OfferedTime[] };
export type OfferedTime = Slot & { teacher: PersonId; block: BlockId; places: Place[] };

export function unplanned(): StartRound {
	return { id: '' as RoundId, times: [] };
}

const minutes = 15;
const invitation =
	'Welkom in het nieuwe schooljaar. We leren jullie graag kennen, en jullie kind komt gewoon mee. ' +
	'Kies een tijd die past. Lukt geen enkele tijd? Bel ons even, dan zoeken we samen.';

/** Afternoons and an evening. Teachers who share a group take turns, so that nobody needs the same room. */
const afternoons = [
	['09-15', '15:00', '16:30'],
	['09-17', '15:00', '16:30'],
	['09-21', '15:00', '16:30'],
	['09-22', '15:00', '16:30'],
	['09-24', '15:00', '16:30']
] as const;
const evenings = ['09-23', '09-16'] as const;
const evening = ['18:30', '20:30'] as const;

/** Yvonne plans, teachers offer, Yvonne opens. */
export function startRound(village: Village, round: StartRound): Scene[] {
	const office = village.staff('Yvonne');
	return [
		{
			at: moment('08-31', '10:40'),
			act: async (now) => {
				const planned = await rounds.plan(village.as(office, now), {
					kind: 'start',
					firstDay: '2026-09-14' as Day,
					lastDay: '2026-09-25' as Day,
					minutes,
					noticeHours: 24,
					invitation,
					groups: village.groups.map(({ id }) => id)
				});
				round.id = well(planned).id;
			}
		},
		...village.groups.flatMap(({ teachers }, at) =>
			teachers
				.filter((teacher) => village.groups.findIndex((group) => group.teachers.includes(teacher)) === at)
				.flatMap((teacher) =>
					offersOf(village, round, { teacher, turn: teachers.indexOf(teacher), at, of: teachers.length })
				)
		),
		{
			at: moment('09-04', '09:05'),
			act: async (now) => void well(await rounds.open(village.as(office, now), round.id))
		},
		{ at: moment('09-04', '09:20'), act: (now) => sayWhereRoomsAre(village.as(office, now)) }
	];
}

/** The low numbers are at the front by the playground, the high ones upstairs at the back. */
async function sayWhereRoomsAre(office: Ctx) {
	const { locations } = well(await zones.get(office));
	const filled = locations.map(({ id, name }, at) =>
		Number(/\d+/.exec(name)?.[0] ?? 1) <= 4
			? { id, zone: 'voorgebouw', direction: `begane grond, ${at % 2 ? 'links' : 'rechts'} van de hal` }
			: { id, zone: 'achtergebouw', direction: 'de trap op, dan rechtdoor' }
	);
	well(await zones.keep(office, { filled, walking: { near: 1, far: 3, waiting: 'koffie en thee in de hal' } }));
}

type Turn = { teacher: PersonId; turn: number; at: number; of: number };

function offersOf(village: Village, round: StartRound, { teacher, turn, at, of }: Turn): Scene[] {
	const mine = afternoons.filter((_, nth) => nth % of === turn);
	const blocks = [...mine, ...(turn === 0 ? [[evenings[at % 2]!, ...evening] as const] : [])];
	return blocks.map(([day, from, to], nth) => ({
		at: moment(
			addDays(dayOf(moment('09-01', '12:00')), at % 3).slice(5),
			`15:${String(20 + nth * 2).padStart(2, '0')}`
		),
		act: async (now) => {
			const places: Place[] = from === evening[0] ? ['school', 'phone', 'online'] : ['school', 'phone'];
			const span = { startsAt: moment(day, from), endsAt: moment(day, to) };
			const location = `Lokaal ${village.groups[at]!.name.replace(/^\D+/, '') || at + 1}`;
			const block = well(await offer(village.as(teacher, now), round.id, { ...span, location, places }));
			round.times.push(...slotsOf(span, minutes).map((slot) => ({ ...slot, teacher, block, places })));
		}
	}));
}

/** The offered time that starts at this moment with one of these teachers, as a choice for a child. */
export function timeFor(
	{ times }: StartRound,
	pupil: PersonId,
	teachers: readonly PersonId[],
	startsAt: Date,
	place: Place = 'school'
): Choice {
	const time = times.find((each) => +each.startsAt === +startsAt && teachers.includes(each.teacher));
	if (!time) throw new Error(`Nobody offers ${startsAt.toISOString()}.`);
	return { pupil, block: time.block, startsAt, place };
}
