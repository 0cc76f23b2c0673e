import * as handshakes from '#modules/agreements/handshakes.server.ts';
import { note } from '#modules/agreements/follow-ups.server.ts';
import { plan } from '#modules/conversations/plans.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { asked } from './asked.ts';
import { moment, well, type Scene } from './scene.ts';
import * as talks from './talk.ts';
import type { Village } from './village.ts';

/** At the other school: Milan, sixteen, his mother and his mentor. Nobody at De Linde sees any of this. */
export function milan(village: Village): Scene[] {
	const child = village.pupil('Milan', 'Novak');
	const mother = child.guardians[0]!.id;
	const mentor = village.staff('Hoekstra');
	return [
		{
			at: moment('09-07', '13:30'),
			act: async (now) => {
				const talk = well(
					await plan(village.as(mentor, now), {
						kind: 'start',
						pupil: child.id,
						people: [mother, child.id],
						pupilInvited: true,
						startsAt: moment('09-15', '16:00'),
						minutes: 15,
						place: { kind: 'school', location: 'B1.07' }
					})
				);
				return talkOf(talk);
			}
		}
	];

	function talkOf(talk: ConversationId): Scene[] {
		return [
			{
				at: moment('09-14', '21:20'),
				act: (now) =>
					talks.prepare(village.as(child.id, now), talk, 'own', {
						well: 'Natuurkunde. En de band: we repeteren elke vrijdag.',
						hard: 'Frans. Ik leer de woordjes pas de avond ervoor.',
						wish: 'In de tussenuren in het stiltelokaal kunnen zitten.'
					})
			},
			{ at: moment('09-15', '16:00'), act: (now) => talks.start(village.as(mentor, now), talk) },
			{
				at: moment('09-15', '16:10'),
				act: async (now) => {
					const words = await handshakes.propose(
						village.as(child.id, now),
						asked(
							{ pupil: child.id, madeIn: talk, evaluateOn: '2026-10-08' as Day },
							{ person: child.id },
							{
								what: 'leert tien woordjes Frans in het eerste tussenuur',
								why: 'de avond voor een toets rustig blijft',
								rhythm: 'dinsdag en donderdag'
							}
						)
					);
					const { id } = well(words);
					const partly = { result: 'partly', words: 'Dinsdag wel, donderdag viel het tussenuur uit.' } as const;
					return [
						{
							at: moment('09-18', '17:15'),
							act: async (later) => void well(await note(village.as(child.id, later), id, partly))
						}
					];
				}
			},
			{ at: moment('09-15', '16:15'), act: (now) => talks.hold(village.as(mentor, now), talk, '2026-11-12' as Day) },
			{
				at: moment('09-15', '17:20'),
				act: (now) =>
					talks.record(village.as(mentor, now), talk, {
						adults:
							'Milan weet goed wat hij wil. We hebben afgesproken dat hij zelf aangeeft wanneer hij hulp zoekt bij Frans.',
						circle: 'Milan gaat voor Frans eerder beginnen met leren. Thuis en school staan daarachter.'
					})
			},
			{ at: moment('09-16', '18:40'), act: (now) => talks.acknowledge(village.as(child.id, now), talk) }
		];
	}
}
