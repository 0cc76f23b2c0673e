import * as entries from '#modules/conversations/entries.server.ts';
import type { NewEntry } from '#modules/conversations/entry.input.ts';
import { plan } from '#modules/conversations/plans.server.ts';
import { give } from '#modules/conversations/tips.server.ts';
import { moment, well, type Scene } from './scene.ts';
import type { Village } from './village.ts';

/** The second talk about Adam is still to come. Its page is filling already, from both sides, and each sees something else. */
export function adamsTable(village: Village): Scene[] {
	const child = village.pupil('Adam', 'Masri');
	const huda = village.guardian(child, 'Huda').id;
	const anke = village.staff('Anke');
	const words = (section: NewEntry['section'], text: string, more: Partial<NewEntry> = {}): NewEntry => ({
		...{ section, text, audience: 'circle', minutes: null, forChild: false, ...more }
	});
	return [
		{
			at: moment('09-21', '17:20'),
			act: async (now) => {
				const teacher = village.as(anke, now);
				const talk = well(
					await plan(teacher, {
						...{ kind: 'progress', pupil: child.id, people: [huda], pupilInvited: true, minutes: 20 },
						...{ startsAt: moment('10-08', '15:30'), place: { kind: 'school', location: 'Lokaal 5' } }
					})
				);
				well(await entries.say(teacher, talk, words('well', 'Adam vertelt de mooiste verhalen van de groep.')));
				const quiet = words('hard', 'Bij lezen in de kring blijft Adam stil.', { audience: 'adults' });
				const first = well(await entries.say(teacher, talk, quiet));
				return [
					{
						at: moment('09-21', '20:40'),
						act: async (later) => {
							const mother = village.as(huda, later);
							const otherwise = words('hard', 'في البيت يقرأ لإخوته بصوت عالٍ كل مساء.', { beside: first });
							well(await entries.say(mother, talk, otherwise));
							well(await entries.say(mother, talk, words('well', 'يحب الذهاب إلى المدرسة.')));
							const seat = {
								topic: 'seating',
								audience: 'adults',
								text: 'Misschien mag Adam naast Noor lezen.'
							} as const;
							well(await give(mother, talk, seat));
						}
					},
					{
						at: moment('09-22', '08:10'),
						act: async (later) => {
							const ctx = village.as(anke, later);
							const small = { bearing: 'helps', audience: 'circle' } as const;
							well(await entries.say(ctx, talk, words('factor-teaching', 'Lezen in een groepje van vier.', small)));
							const aloud = words('goal-teaching', 'Adam leest elke week een stukje voor in een klein groepje');
							const goal = well(await entries.say(ctx, talk, aloud));
							const peers = { starter: 'peers', goal, audience: 'circle' } as const;
							well(await entries.say(ctx, talk, words('need', 'rustig luisteren als hij leest', peers)));
						}
					}
				];
			}
		}
	];
}
