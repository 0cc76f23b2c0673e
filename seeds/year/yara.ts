import { write } from '#modules/conversations/developments.server.ts';
import * as handshakes from '#modules/agreements/handshakes.server.ts';
import { book } from '#modules/cycle/bookings.server.ts';
import type { ConversationId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { asked } from './asked.ts';
import { timeFor, type StartRound } from './round.ts';
import { moment, well, type Scene } from './scene.ts';
import * as talks from './talk.ts';
import type { Village } from './village.ts';

/** Yara is twelve and in group 8. She prepares by herself, and her own idea becomes her own agreement. */
export function yara(village: Village, round: StartRound): Scene[] {
	const child = village.pupil('Yara', 'Demir');
	const leyla = village.guardian(child, 'Leyla').id;
	const [teacher] = village.teachersOf(child) as [PersonId];
	return [
		{
			at: moment('09-04', '18:10'),
			act: async (now) => {
				const choice = timeFor(round, child.id, village.teachersOf(child), moment('09-21', '15:30'));
				const booking = well(await book(village.as(leyla, now), round.id, choice));
				return talkOf(booking.conversation, booking.teacher);
			}
		}
	];

	function talkOf(talk: ConversationId, chair: PersonId): Scene[] {
		const about = { pupil: child.id, madeIn: talk };
		const speech = 'Ik heb voor de hele klas verteld over vulkanen, zonder op mijn blaadje te kijken.';
		return [
			{
				at: moment('09-18', '16:10'),
				act: async (now) => {
					const noted = { domain: 'talents', audience: 'circle', voice: 'child', words: speech } as const;
					well(await write(village.as(child.id, now), child.id, noted));
				}
			},
			{
				at: moment('09-19', '16:25'),
				act: (now) =>
					talks.prepare(village.as(child.id, now), talk, 'own', {
						well: 'Taal en presenteren. Ik durf nu voor de hele klas te praten.',
						hard: 'Plannen. Ik begin altijd te laat aan een werkstuk.',
						wish: 'Ik wil zelf een planning maken en pas hulp vragen als het niet lukt.'
					})
			},
			{
				at: moment('09-20', '20:50'),
				act: (now) =>
					talks.prepare(village.as(leyla, now), talk, 'own', {
						subject:
							'Yara heeft zin in de brugklas en vindt het ook spannend. Hoe helpen we haar zonder het over te nemen?'
					})
			},
			{ at: moment('09-21', '15:30'), act: (now) => talks.start(village.as(chair, now), talk) },
			{
				at: moment('09-21', '15:40'),
				act: async (now) => {
					const planning = await handshakes.propose(
						village.as(child.id, now),
						asked(
							{ ...about, evaluateOn: '2026-10-12' as Day },
							{ person: child.id },
							{
								what: 'maakt zelf een planning voor het werkstuk en laat die op maandag zien',
								why: 'Yara leert om op tijd te beginnen',
								rhythm: 'elke week'
							}
						)
					);
					well(planning);
				}
			},
			{
				at: moment('09-21', '15:45'),
				act: async (now) => {
					await talks.say(village.as(chair, now), talk, 'opportunity', 'Yara kan andere kinderen leren presenteren.');
					await talks.hold(village.as(chair, now), talk, '2026-11-19' as Day);
				}
			},
			{
				at: moment('09-21', '16:50'),
				act: (now) =>
					talks.record(village.as(teacher, now), talk, {
						adults:
							'Yara leidde het gesprek voor een groot deel zelf. Thuis en op school zien we hetzelfde: ze kan veel en begint laat. We laten haar zelf plannen en springen pas in als ze erom vraagt.',
						circle: 'Yara vertelde heel duidelijk wat ze wil leren. Thuis en school laten haar zelf plannen.'
					})
			},
			{
				at: moment('09-21', '16:55'),
				act: async (now) => {
					const presenting = await handshakes.propose(
						village.as(chair, now),
						asked(
							{ ...about, evaluateOn: '2026-11-19' as Day },
							{ person: child.id },
							{
								what: 'helpt twee kinderen uit groep 6 met hun spreekbeurt',
								why: 'zij ook durven te presenteren',
								rhythm: 'op donderdag, een half uur'
							}
						)
					);
					well(presenting);
				}
			},
			{ at: moment('09-21', '19:45'), act: (now) => talks.acknowledge(village.as(child.id, now), talk) }
		];
	}
}
