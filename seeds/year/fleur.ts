import { plan } from '#modules/conversations/plans.server.ts';
import { bookFor } from '#modules/cycle/bookings.server.ts';
import type { Day } from '#platform/time.ts';
import { timeFor, type StartRound } from './round.ts';
import { moment, well, type Scene } from './scene.ts';
import * as talks from './talk.ts';
import type { Village } from './village.ts';

/** Wim has no e-mail: he phones, and juf Anke books. Now she sees something and plans a second talk at once. */
export function fleur(village: Village, round: StartRound): Scene[] {
	const child = village.pupil('Fleur', 'Boer');
	const wim = village.guardian(child, 'Wim').id;
	const anke = village.staff('Anke');
	return [
		{
			at: moment('09-04', '16:10'),
			act: async (now) => {
				const choice = timeFor(round, child.id, [anke], moment('09-17', '15:15'), 'phone');
				const { conversation } = well(await bookFor(village.as(anke, now), round.id, wim, choice));
				return [
					{ at: moment('09-17', '15:15'), act: (later) => talks.start(village.as(anke, later), conversation) },
					{
						at: moment('09-17', '15:29'),
						act: async (later) => {
							const teacher = village.as(anke, later);
							await talks.say(
								teacher,
								conversation,
								'contact',
								'Wim belt. Tussen de middag is hij het best te bereiken.'
							);
							await talks.hold(teacher, conversation, '2026-11-26' as Day);
						}
					},
					{
						at: moment('09-17', '16:40'),
						act: (later) =>
							talks.record(village.as(anke, later), conversation, {
								adults:
									'Wim en ik hebben gebeld. Fleur tekent thuis uren achter elkaar en vertelt daar weinig bij. Wim vindt het fijn als ik bel zodra er iets is. Hij krijgt dit verslag op papier.',
								circle: 'Fleur maakt prachtige tekeningen, thuis en op school.'
							})
					}
				];
			}
		},
		{
			at: moment('09-21', '16:40'),
			act: async (now) => {
				const talk = well(
					await plan(village.as(anke, now), {
						kind: 'concern',
						pupil: child.id,
						people: [wim],
						pupilInvited: false,
						startsAt: moment('09-29', '15:30'),
						minutes: 30,
						place: { kind: 'school', location: 'Lokaal 5' }
					})
				);
				return [
					{
						at: moment('09-22', '08:50'),
						act: (later) =>
							talks.takeDown(village.as(anke, later), talk, wim, {
								well: 'Fleur tekent thuis uren. Dan is ze rustig en neuriet ze.',
								hard: 'Ze wil niet meer bij de buren spelen. Waarom weet Wim niet.',
								expectation: 'Bel tussen de middag. Een brief mag ook, een bericht op de computer niet.'
							})
					},
					{
						at: moment('09-21', '17:05'),
						act: (later) =>
							talks.prepare(village.as(anke, later), talk, 'own', {
								well: 'Fleur is een trouwe vriendin. In een klein groepje praat en lacht ze volop.',
								hard: 'Sinds vorige week is Fleur stil in de kring. Dinsdag huilde ze na het buitenspelen en wilde ze alleen zitten.',
								exception: 'Als ze naast Noor zit te tekenen, gaat het gewoon goed.',
								reach: 'Ik wil horen hoe jij Fleur thuis ziet. Dan bedenken we samen wat haar helpt.',
								expectation:
									'Ik kijk elke dag even hoe het gaat en bel je als er iets verandert. We beslissen niets zonder jou.'
							})
					}
				];
			}
		}
	];
}
