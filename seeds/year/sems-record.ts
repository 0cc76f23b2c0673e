import { plan } from '#modules/conversations/plans.server.ts';
import * as records from '#modules/conversations/records.server.ts';
import * as responses from '#modules/conversations/responses.server.ts';
import * as understandings from '#modules/conversations/understandings.server.ts';
import type { ConversationId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { moment, well, type Scene } from './scene.ts';
import * as talks from './talk.ts';
import type { Village } from './village.ts';

/**
 * The whole life of one record: written, shared, recognised by one home, an own view of the other beside it, shared once more in
 * other words, and school asked to explain something in another way.
 */
export function semsRecord(village: Village): Scene[] {
	const child = village.pupil('Sem', 'Benali');
	const [samira, youssef] = [village.guardian(child, 'Samira'), village.guardian(child, 'Youssef')];
	const bram = village.staff('Bram');
	const written = {
		forAdults:
			'Sem praat thuis veel en op school nog weinig. Samira ziet dat hij op maandag moe is, als hij in het weekend bij Youssef is geweest. We lezen thuis en op school voor, in welke taal je maar wilt. Bram kijkt met de ondersteuner mee naar de woordenschat.',
		forCircle: 'Sem kan mooi vertellen. Thuis en op school lezen we je voor.'
	};
	const amended = {
		...written,
		forAdults:
			'Sem praat thuis veel en op school nog weinig. Op maandag is hij op school vaak moe. We lezen thuis en op school voor, in welke taal je maar wilt. Bram kijkt met de ondersteuner mee naar de woordenschat.'
	};

	const after = (talk: ConversationId): Scene[] => [
		{ at: moment('09-10', '15:30'), act: (now) => talks.start(village.as(bram, now), talk) },
		{
			at: moment('09-10', '15:36'),
			act: async (now) => {
				const [teacher, mother] = [village.as(bram, now), village.as(samira.id, now)];
				await talks.say(mother, talk, 'well', 'Sem vertelt thuis hele verhalen, half in het Arabisch.');
				await talks.say(mother, talk, 'hard', 'Op maandag is hij moe en wil hij niet naar school.', {
					audience: 'adults'
				});
				await talks.say(teacher, talk, 'well', 'In de bouwhoek legt Sem uit hoe alles werkt.');
			}
		},
		{ at: moment('09-10', '15:52'), act: (now) => talks.hold(village.as(bram, now), talk, '2026-10-20' as Day) },
		{
			at: moment('09-10', '17:05'),
			act: async (now) => {
				const teacher = village.as(bram, now);
				const heard =
					'Jullie horen Sem thuis veel vertellen. Op maandag is hij moe. Jullie willen weten of dat op school ook zo is.';
				well(await records.write(teacher, talk, { ...written, version: 0 }));
				well(await understandings.sayBack(teacher, talk, { household: samira.household!, text: heard, version: 0 }));
				well(await records.record(teacher, talk));
			}
		},
		{
			at: moment('09-11', '20:10'),
			act: async (now) => {
				const mother = village.as(samira.id, now);
				well(await responses.acknowledge(mother, talk));
				well(await understandings.confirm(mother, talk, 1));
				well(
					await understandings.tell(mother, talk, {
						text: 'Wij lezen elke avond een verhaal, in het Arabisch mag ook.',
						version: 0
					})
				);
			}
		},
		{
			at: moment('09-12', '11:25'),
			act: async (now) => {
				const own = 'Bij mij slaapt Sem van acht tot zeven. Hij is niet moe van het weekend.';
				well(await responses.view(village.as(youssef.id, now), talk, own, 'adults'));
			}
		},
		{
			at: moment('09-14', '16:10'),
			act: async (now) => {
				const teacher = village.as(bram, now);
				well(await records.write(teacher, talk, { ...amended, version: 1 }));
				well(await records.amend(teacher, talk));
			}
		},
		{ at: moment('09-15', '19:30'), act: (now) => talks.acknowledge(village.as(youssef.id, now), talk) },
		{
			at: moment('09-20', '19:45'),
			act: async (now) => {
				const unclear = 'Wat is ‘woordenschat’? En wat gaat de ondersteuner doen?';
				well(await understandings.askExplanation(village.as(samira.id, now), talk, { unclear }));
			}
		}
	];

	return [
		{
			at: moment('09-07', '16:20'),
			act: async (now) => {
				const people = [samira.id, youssef.id];
				const when = { startsAt: moment('09-10', '15:30'), minutes: 20, place: { kind: 'school' } } as const;
				const about = { kind: 'progress', pupil: child.id, pupilInvited: true } as const;
				return after(well(await plan(village.as(bram, now), { ...about, ...when, people })));
			}
		}
	];
}
