import * as evaluations from '#modules/agreements/evaluations.server.ts';
import * as handshakes from '#modules/agreements/handshakes.server.ts';
import { book } from '#modules/cycle/bookings.server.ts';
import type { AgreementId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { asked } from './asked.ts';
import { timeFor, type StartRound } from './round.ts';
import { moment, well, type Scene } from './scene.ts';
import * as talks from './talk.ts';
import type { Village } from './village.ts';

/** Mees found the mornings hard. What meester Bram promised was looked back on early, because both wished it. */
export function mees(village: Village, round: StartRound): Scene[] {
	const child = village.pupil('Mees', 'Postma');
	const rik = village.guardian(child, 'Rik').id;
	const bram = village.staff('Bram');
	return [
		{
			at: moment('09-04', '18:20'),
			act: async (now) => {
				const choice = timeFor(round, child.id, [bram], moment('09-15', '15:30'));
				const { conversation } = well(await book(village.as(rik, now), round.id, choice));
				return [
					{
						at: moment('09-14', '20:05'),
						act: (later) =>
							talks.prepare(village.as(rik, later), conversation, 'own', {
								subject: 'Mees zegt vaak dat de ochtend zo snel gaat. Kan het begin van de dag rustiger?'
							})
					},
					{ at: moment('09-15', '15:30'), act: (later) => talks.start(village.as(bram, later), conversation) },
					{
						at: moment('09-15', '15:42'),
						act: async (later) => {
							const building = await handshakes.propose(
								village.as(bram, later),
								asked(
									{ pupil: child.id, evaluateOn: '2026-10-13' as Day, madeIn: conversation },
									{ person: bram },
									{
										what: 'laat Mees eerst vijf minuten bouwen voordat de kring begint',
										why: 'Mees rustig aan de dag begint',
										rhythm: 'elke ochtend'
									}
								)
							);
							return lookingBack(village, well(building).id, rik, bram);
						}
					},
					{ at: moment('09-15', '15:45'), act: (later) => talks.hold(village.as(bram, later), conversation, null) },
					{
						at: moment('09-15', '17:00'),
						act: (later) =>
							talks.record(village.as(bram, later), conversation, {
								adults:
									'Mees heeft tijd nodig om binnen te komen. Thuis werkt het als hij eerst iets met zijn handen doet. Dat proberen we op school ook.',
								circle: 'Mees mag ’s ochtends eerst even bouwen. Goed bedacht, Mees.'
							})
					},
					{ at: moment('09-15', '19:20'), act: (later) => talks.acknowledge(village.as(rik, later), conversation) },
					{ at: moment('09-16', '15:40'), act: (later) => talks.close(village.as(bram, later), conversation) }
				];
			}
		}
	];
}

function lookingBack(village: Village, id: AgreementId, rik: PersonId, bram: PersonId): Scene[] {
	return [
		{
			at: moment('09-18', '08:05'),
			act: async (now) => void well(await evaluations.wishEarlier(village.as(rik, now), id))
		},
		{
			at: moment('09-18', '12:40'),
			act: async (now) => void well(await evaluations.wishEarlier(village.as(bram, now), id))
		},
		{
			at: moment('09-21', '15:50'),
			act: async (now) =>
				void well(
					await evaluations.lookBack(village.as(bram, now), id, {
						did: 'Mees begint in de bouwhoek en komt daarna uit zichzelf naar de kring.',
						missed: 'Op vrijdag was er een invaller, en die wist het niet. Ik had het moeten opschrijven.',
						closer: 'yes',
						wants: 'continue'
					})
				)
		},
		{
			at: moment('09-21', '20:10'),
			act: async (now) =>
				void well(
					await evaluations.lookBack(village.as(rik, now), id, {
						did: 'Wij zijn vijf minuten eerder op school, zodat er tijd is om te bouwen.',
						missed: '',
						closer: 'yes',
						wants: 'continue'
					})
				)
		},
		{
			at: moment('09-22', '08:10'),
			act: async (now) =>
				void well(
					await evaluations.evaluate(village.as(bram, now), id, {
						seen: 1,
						result: 'continue',
						words: 'Het werkt. Er hangt nu ook een briefje voor de invaller.',
						evaluateOn: '2026-11-17' as Day
					})
				)
		}
	];
}
