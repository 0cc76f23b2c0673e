import type { Owner } from '#modules/agreements/agreement.ts';
import { everyDay, schoolDays, type Cadence } from '#modules/agreements/cadence.ts';
import { lookBackOn, wishEarlier } from '#modules/agreements/evaluations.server.ts';
import { note } from '#modules/agreements/follow-ups.server.ts';
import * as handshakes from '#modules/agreements/handshakes.server.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { asked } from './asked.ts';
import { moment, well, type Scene } from './scene.ts';
import type { Village } from './village.ts';

const weekly: Cadence = {
	...{ days: [2, 4], times: 0, weeks: 1, part: null, at: null, minutes: null },
	from: '2026-09-07' as Day
};

/**
 * What Noor and Sem agreed with home and school has a rhythm, for the sheet on the fridge. Two evenings of reading did not
 * work out at Samira's: juf Anke is asked to think of another form. And juf Anke herself forgot something she promised.
 */
export function rhythms(village: Village): Scene[] {
	const [noor, sem] = [village.pupil('Noor', 'Benali'), village.pupil('Sem', 'Benali')];
	const samira = village.guardian(noor, 'Samira');
	const youssef = village.guardian(noor, 'Youssef');
	const [anke, bram] = [village.staff('Anke'), village.staff('Bram')];
	const home: Owner = { household: samira.household! };

	const promise = (
		at: Date,
		proposer: PersonId,
		pupil: typeof noor,
		owner: Owner,
		words: { what: string; why: string },
		cadence: Partial<Cadence>,
		answers: {
			by?: PersonId;
			/** What its proposer said when they looked back earlier, since both sides wished to. */
			back?: { at: Date; did: string; missed: string; closer: 'yes' | 'a-little' | 'not-yet' };
			notes?: { at: Date; by: PersonId; result: 'done' | 'partly' | 'not'; words?: string }[];
		} = {}
	): Scene => ({
		at,
		act: async (now) => {
			const about = { pupil: pupil.id, evaluateOn: '2026-10-20' as Day, madeIn: null };
			const wording = { ...words, rhythm: '', cadence: { ...weekly, ...cadence }, remind: 'weekly' as const };
			const { id } = well(await handshakes.propose(village.as(proposer, now), asked(about, owner, wording)));
			const { by, notes = [], back } = answers;
			return [
				...(back
					? [
							{
								at: back.at,
								act: async (later: Date) => {
									const { did, missed, closer } = back;
									for (const who of [proposer, samira.id]) well(await wishEarlier(village.as(who, later), id));
									well(await lookBackOn(village.as(proposer, later), [{ id, did, missed, closer, wants: 'continue' }]));
								}
							}
						]
					: []),
				...(by
					? [
							{
								at: new Date(now.getTime() + 3 * 3_600_000),
								act: async (later: Date) => void well(await handshakes.accept(village.as(by, later), id, { seen: 1 }))
							}
						]
					: []),
				...notes.map((told) => ({
					at: told.at,
					act: async (later: Date) => {
						const said = { result: told.result, words: told.words ?? '' };
						well(await note(village.as(told.by, later), id, said));
					}
				}))
			];
		}
	});

	return [
		promise(
			moment('09-07', '15:40'),
			anke,
			noor,
			{ person: anke },
			{ what: 'zet een luisterboek klaar op de leesplek', why: 'Noor zelf een verhaal kan kiezen' },
			{ days: [1, 3], part: 'morning' },
			{ notes: [{ at: moment('09-16', '16:05'), by: anke, result: 'not', words: 'Ik ben het twee keer vergeten.' }] }
		),
		promise(
			moment('09-07', '15:50'),
			anke,
			noor,
			home,
			{ what: 'lezen samen hardop uit een boek van school', why: 'Noor vlotter leest' },
			{ part: 'evening', minutes: 10 },
			{
				by: samira.id,
				notes: [
					{ at: moment('09-10', '20:45'), by: samira.id, result: 'not', words: 'Noor was te moe.' },
					{ at: moment('09-15', '21:05'), by: samira.id, result: 'not' }
				]
			}
		),
		promise(
			moment('09-08', '19:10'),
			youssef.id,
			noor,
			{ household: youssef.household! },
			{ what: 'bouwen samen iets van karton en meten alles op', why: 'Noor met plezier rekent' },
			{ days: [6], weeks: 2 },
			{ notes: [{ at: moment('09-12', '17:30'), by: youssef.id, result: 'done', words: 'Een brug van een meter.' }] }
		),
		promise(
			moment('09-08', '15:30'),
			bram,
			sem,
			{ person: bram },
			{ what: 'leest voor met een prent erbij', why: 'Sem nieuwe woorden leert' },
			{ days: schoolDays, part: 'morning', minutes: 10 },
			{
				back: {
					at: moment('09-21', '15:50'),
					did: 'Elke ochtend een prentenboek, ook als het druk was.',
					missed: 'Sem heeft nog niet zelf naverteld.',
					closer: 'a-little'
				},
				notes: [
					{ at: moment('09-11', '15:20'), by: bram, result: 'done' },
					{
						at: moment('09-18', '15:25'),
						by: bram,
						result: 'partly',
						words: 'Op donderdag waren we op de kinderboerderij.'
					}
				]
			}
		),
		promise(
			moment('09-08', '15:35'),
			bram,
			sem,
			home,
			{ what: 'vertellen elkaar een verhaal, in de taal van thuis', why: 'Sem nieuwe woorden leert' },
			{ days: everyDay, part: 'evening', minutes: 10 },
			{
				by: samira.id,
				back: {
					at: moment('09-21', '15:51'),
					did: 'Ik vroeg elke maandag naar het verhaal van thuis.',
					missed: '',
					closer: 'a-little'
				},
				notes: [
					{ at: moment('09-14', '19:55'), by: samira.id, result: 'done' },
					{ at: moment('09-16', '20:05'), by: samira.id, result: 'done' },
					{ at: moment('09-18', '20:30'), by: samira.id, result: 'not', words: 'We waren laat thuis.' }
				]
			}
		),
		promise(
			moment('09-09', '15:35'),
			bram,
			sem,
			home,
			{ what: 'tellen samen wat er in de boodschappentas zit', why: 'Sem tot twintig telt' },
			{ days: [], times: 2 },
			{ by: samira.id, notes: [{ at: moment('09-13', '18:20'), by: samira.id, result: 'partly' }] }
		)
	];
}
