import { accept, change, propose } from '#modules/cycle/arrangements/arrangements.server.ts';
import type { Terms } from '#modules/cycle/arrangements/terms.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { moment, well, type Scene } from './scene.ts';
import type { Village } from './village.ts';

const until = '2027-07-02' as Day;

/** Some agreed at their start talk how they keep in touch; with others there is an offer, and with most there is nothing yet. */
export function arrangements(village: Village): Scene[] {
	const anke = village.staff('Anke');
	const child = (callName: string, surname: string) => village.pupil(callName, surname);
	const [adam, fleur, noor] = [child('Adam', 'Masri'), child('Fleur', 'Boer'), child('Noor', 'Benali')];
	const [huda, samira, youssef] = [
		village.guardian(adam, 'Huda').id,
		village.guardian(noor, 'Samira').id,
		village.guardian(noor, 'Youssef').id
	];
	const wim = village.guardian(fleur, 'Wim').id;
	const terms = (ways: Terms['ways'], people: PersonId[], more: Partial<Terms> = {}): Terms => ({
		...{ ways, people, initiative: 'in-turn', until, wish: '' },
		...more
	});
	const told = { initiative: 'school', wish: 'Ik wil zelf laten zien wat ik geleerd heb.' } as const;
	const calls = terms(
		[
			{ form: 'phone', rhythm: 'weeks-2' },
			{ form: 'presentation', rhythm: 'half-year' }
		],
		[huda, adam.id],
		told
	);
	const mails = terms([{ form: 'mail', rhythm: 'weeks-4' }], [wim]);
	const reports = terms(
		[
			{ form: 'report-card', rhythm: 'report' },
			{ form: 'talk', rhythm: 'year' }
		],
		[samira, youssef, noor.id]
	);
	return [
		{
			at: moment('09-14', '16:05'),
			act: async (now) => {
				const { id } = well(await propose(village.as(anke, now), adam.id, { terms: calls, own: false }));
				return [
					{
						at: moment('09-14', '16:09'),
						act: async (then) => void well(await accept(village.as(huda, then), adam.id, id, { seen: 1 }))
					}
				];
			}
		},
		{
			at: moment('09-17', '20:15'),
			act: async (now) => {
				const { id } = well(await propose(village.as(wim, now), fleur.id, { terms: mails, own: false }));
				const phone = terms([{ form: 'phone', rhythm: 'weeks-6' }], [wim], { initiative: 'school' });
				return [
					{
						at: moment('09-18', '08:20'),
						act: async (then) =>
							void well(await change(village.as(anke, then), fleur.id, id, { seen: 1, terms: phone }))
					}
				];
			}
		},
		{
			at: moment('09-21', '16:30'),
			act: async (now) => void well(await propose(village.as(anke, now), noor.id, { terms: reports, own: false }))
		}
	];
}
