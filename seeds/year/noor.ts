import { keep } from '#modules/conversations/notes.server.ts';
import { askOwnTalk, book } from '#modules/cycle/bookings.server.ts';
import { timeFor, type StartRound } from './round.ts';
import { whatIsSeenOfNoor } from './development.ts';
import { fromAngerToMeans, whereTheEmphasisIs } from './noors-help.ts';
import { moment, well, type Scene } from './scene.ts';
import { cityOfNoor } from './city.ts';
import * as talks from './talk.ts';
import type { Village } from './village.ts';

/** Noor lives in two homes. Samira asked for a talk of her own; both are this week, and not everybody is ready. */
export function noor(village: Village, round: StartRound): Scene[] {
	const child = village.pupil('Noor', 'Benali');
	const [samira, youssef] = [village.guardian(child, 'Samira').id, village.guardian(child, 'Youssef').id];
	const anke = village.staff('Anke');
	const at = (startsAt: Date) => timeFor(round, child.id, [anke], startsAt);

	return [
		{
			at: moment('09-04', '17:40'),
			act: async (now) => {
				well(await askOwnTalk(village.as(samira, now), round.id, child.id));
				const { conversation } = well(await book(village.as(samira, now), round.id, at(moment('09-24', '15:00'))));
				return [...samirasTalk(conversation), ...help(conversation)];
			}
		},
		{
			at: moment('09-04', '18:30'),
			act: async (now) => {
				const { conversation } = well(await book(village.as(youssef, now), round.id, at(moment('09-22', '15:15'))));
				return youssefsTalk(conversation);
			}
		}
	];

	function help(talk: Parameters<typeof talks.start>[1]): Scene[] {
		const [mother, teacher] = [(now: Date) => village.as(samira, now), (now: Date) => village.as(anke, now)];
		const people = { mother, teacher, father: (now: Date) => village.as(youssef, now) };
		return [
			...fromAngerToMeans(mother, talk),
			...whereTheEmphasisIs(mother, teacher, talk),
			...whatIsSeenOfNoor(people, child.id, talk)
		];
	}

	/** Her answer is still a draft, and Noor has not been asked yet. */
	function samirasTalk(talk: Parameters<typeof talks.start>[1]): Scene[] {
		const draft =
			'Noor vertelt thuis veel over haar vriendinnen en weinig over het werk. Ik wil graag weten hoe ze meedoet als iets moeilijk is.';
		return [
			{
				at: moment('09-20', '21:15'),
				act: async (now) => {
					const mine = village.as(samira, now);
					await talks.prepare(mine, talk, 'own', { subject: draft }, false);
					well(await keep(mine, child.id, 'Vragen of Noor in de pauze met Lina mag blijven tekenen als het koud is.'));
				}
			},
			{
				at: moment('09-21', '16:10'),
				act: (now) =>
					talks.prepare(village.as(anke, now), talk, 'own', {
						subject:
							'Noor legt andere kinderen geduldig uit hoe iets moet. Ik ben benieuwd of ze dat thuis ook doet, bij Sem bijvoorbeeld.'
					})
			}
		];
	}

	function youssefsTalk(talk: Parameters<typeof talks.start>[1]): Scene[] {
		return [
			{
				at: moment('09-20', '17:30'),
				act: async (now) => {
					const drawn = 'De stad die ik bij papa bouwde, met de zon erboven';
					await talks.draw(village.as(youssef, now), talk, 'well', await cityOfNoor(), drawn);
					await talks.prepare(village.as(youssef, now), talk, 'child', {
						well: 'Ik kan goed samenwerken. En ik zit naast Fleur.',
						hard: 'Mijn gymtas ligt vaak in het andere huis.',
						wish: 'Een tweede paar gymschoenen op school. Dan hoef ik er niet aan te denken.'
					});
				}
			},
			{
				at: moment('09-20', '19:45'),
				act: (now) =>
					talks.prepare(village.as(youssef, now), talk, 'own', {
						subject: 'Bij mij bouwt Noor hele steden van karton. Ik wil graag weten hoe ik haar met rekenen kan helpen.'
					})
			},
			{
				at: moment('09-21', '16:20'),
				act: (now) =>
					talks.prepare(village.as(anke, now), talk, 'own', {
						subject: 'Noor vindt meten en wegen leuk. Ik hoor graag wat ze bij jou bouwt, daar kan ik iets mee.'
					})
			}
		];
	}
}
