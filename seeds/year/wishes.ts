import { offer } from '#modules/cycle/offers.server.ts';
import { settle } from '#modules/cycle/participants.server.ts';
import * as rounds from '#modules/cycle/rounds.server.ts';
import { answer } from '#modules/cycle/wishes/wishes.server.ts';
import { partsOf } from '#modules/cycle/wishes/wish.ts';
import type { HouseholdId, RoundId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { chance, moment, pick, well, type Scene } from './scene.ts';
import type { Village } from './village.ts';

const minutes = 15;
/** Per group: an afternoon and an evening. */
const offered = [
	['10-27', '15:00', '17:00'],
	['10-28', '18:30', '20:45']
] as const;

/**
 * Progress talks of two groups in which families say when they can: teachers have offered, some homes have answered, and
 * the board waits for a plan.
 */
export function wishes(village: Village): Scene[] {
	const office = village.staff('Yvonne');
	const groups = village.groups.filter(({ name }) => /[67]/.test(name)).slice(0, 2);
	const pupils = groups.flatMap((group) => group.pupils.filter(({ id }) => chance(id, 'progress') < 0.5));
	let round = '' as RoundId;
	const blocks = groups.flatMap(({ teachers }) =>
		offered.map(([day, from, to]) => ({ teacher: teachers[0]!, startsAt: moment(day, from), endsAt: moment(day, to) }))
	);
	const homes = new Map<HouseholdId, typeof pupils>();
	for (const pupil of pupils) {
		const home = pupil.guardians[0];
		if (home) homes.set(home.household, [...(homes.get(home.household) ?? []), pupil]);
	}
	return [
		{
			at: moment('09-14', '10:10'),
			act: async (now) => {
				const planned = await rounds.plan(village.as(office, now), {
					kind: 'progress',
					mode: 'wishes',
					noneNeeded: true,
					firstDay: '2026-10-26' as Day,
					lastDay: '2026-11-06' as Day,
					minutes,
					noticeHours: 24,
					invitation: 'Zeg wanneer jullie kunnen. Wij zoeken voor iedereen een tijd die past.',
					groups: groups.map(({ id }) => id)
				});
				round = well(planned).id;
				const taking = pupils.map(({ id }) => ({
					...({
						pupil: id,
						because: 'arrangement',
						priority: 'normal',
						minutes: null,
						first: false,
						third: null
					} as const)
				}));
				well(await settle(village.as(office, now), round, taking));
			}
		},
		...blocks.map(({ teacher, ...span }, at) => ({
			at: moment('09-15', `15:${String(30 + at)}`),
			act: async (now: Date) => {
				const room = `Lokaal ${8 + Math.floor(at / offered.length)}`;
				const places: ('school' | 'phone')[] = ['school', 'phone'];
				well(await offer(village.as(teacher, now), round, { ...span, location: room, places }));
			}
		})),
		{
			at: moment('09-16', '09:00'),
			act: async (now) => void well(await rounds.open(village.as(office, now), round))
		},
		...[...homes.entries()]
			.filter(([home]) => chance(home, 'answers') < 0.6)
			.map(([home, children], at) => ({
				at: moment('09-17', `19:${String(at % 60).padStart(2, '0')}`),
				act: async (now: Date) => {
					const likings = [2, 1, 0] as const;
					const times = partsOf(blocks).map(({ startsAt, endsAt }, part) => ({
						...{ startsAt, endsAt },
						liking: part === 0 ? pick(likings.slice(0, 2), home) : pick(likings, home, part)
					}));
					const said = { pupil: '', answer: 'talk' as const, note: null, teachers: [] };
					well(
						await answer(village.as(children[0]!.guardians[0]!.id, now), round, {
							...{ times, earliest: null, latest: null, timing: null, place: 'school', interpreter: null },
							...{ visits: 1, together: true, seen: 0, children: children.map(({ id }) => ({ ...said, pupil: id })) }
						})
					);
				}
			}))
	];
}
