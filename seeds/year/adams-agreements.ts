import type { Agreement } from '#modules/agreements/agreement.ts';
import { note } from '#modules/agreements/follow-ups.server.ts';
import * as handshakes from '#modules/agreements/handshakes.server.ts';
import type { ConversationId, HouseholdId, PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { moment, well, type Scene } from './scene.ts';
import { asked } from './asked.ts';
import type { Village } from './village.ts';

type People = { pupil: PersonId; home: HouseholdId; huda: PersonId; anke: PersonId };
const evaluateOn = '2026-11-24' as Day;

/** One that home made its own by adapting it, one of juf Anke, and one that waits for Huda. */
export function adamsAgreements(village: Village, madeIn: ConversationId, people: People): Scene[] {
	const { pupil, home, anke } = people;
	const about = { pupil, evaluateOn, madeIn };

	return [
		{
			at: moment('09-15', '15:11'),
			act: async (now) => {
				const reading = await handshakes.propose(
					village.as(anke, now),
					asked(
						about,
						{ household: home },
						{
							what: 'lezen samen tien minuten hardop in een Nederlands boek',
							why: 'Adam vlotter gaat lezen',
							rhythm: 'elke avond'
						}
					)
				);
				return backAndForth(village, well(reading), people);
			}
		},
		{
			at: moment('09-15', '15:13'),
			act: async (now) => {
				const telling = await handshakes.propose(
					village.as(anke, now),
					asked(
						about,
						{ person: anke },
						{
							what: 'laat Adam een verhaal vertellen in de kring',
							why: 'de hele groep hoort hoe goed hij dat kan',
							rhythm: 'elke donderdag',
							how: 'Adam kiest zelf welk verhaal'
						}
					)
				);
				const { id } = well(telling);
				const done = {
					result: 'done',
					words: 'Het ging over een vissersjongen. Je kon een speld horen vallen.'
				} as const;
				return [
					{
						at: moment('09-17', '16:45'),
						act: async (later) => void well(await note(village.as(anke, later), id, done))
					}
				];
			}
		},
		{
			at: moment('09-21', '16:30'),
			act: async (now) => {
				const bag = await handshakes.propose(
					village.as(anke, now),
					asked(
						about,
						{ household: home },
						{
							what: 'nemen de tas met luisterboeken mee naar huis en brengen die op maandag terug',
							why: 'Adam in het weekend kan luisteren',
							rhythm: 'elke vrijdag'
						}
					)
				);
				well(bag);
			}
		}
	];
}

/** Huda: reading aloud does not suit us, listening does. Anke keeps that and adds that Arabic is fine. Then it is agreed. */
function backAndForth(village: Village, { id, wording }: Agreement, { huda, anke }: People): Scene[] {
	const listening = {
		...wording,
		what: 'luisteren samen naar een verhaal en praten er even over',
		why: 'Adam nieuwe woorden leert',
		rhythm: 'drie avonden in de week'
	};
	const inBoth = { ...listening, how: 'in het Arabisch of in het Nederlands, net wat die avond past' };
	return [
		{
			at: moment('09-15', '20:40'),
			act: async (now) =>
				void well(await handshakes.adapt(village.as(huda, now), id, { seen: 1, wording: listening, evaluateOn }))
		},
		{
			at: moment('09-16', '08:10'),
			act: async (now) =>
				void well(await handshakes.adapt(village.as(anke, now), id, { seen: 2, wording: inBoth, evaluateOn }))
		},
		{
			at: moment('09-16', '20:45'),
			act: async (now) => void well(await handshakes.accept(village.as(huda, now), id, { seen: 3 }))
		},
		{
			at: moment('09-20', '19:10'),
			act: async (now) => void well(await note(village.as(huda, now), id, { result: 'done', words: '' }))
		}
	];
}
