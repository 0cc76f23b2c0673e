import * as consents from '#modules/consent/consents.server.ts';
import { textOf } from '#modules/consent/consent.words.ts';
import type { ConsentId } from '#modules/consent/consent.ts';
import type { PersonId } from '#platform/ids.ts';
import type { Day } from '#platform/time.ts';
import { moment, well, type Scene } from './scene.ts';
import type { Village } from './village.ts';

const until = '2027-07-16' as Day;

/** A speech therapist comes to help Sem, since both his homes say yes; a picture in the class waits for one of Noor's. */
export function leave(village: Village): Scene[] {
	const [sem, noor] = [village.pupil('Sem', 'Benali'), village.pupil('Noor', 'Benali')];
	const [bram] = village.teachersOf(sem) as [PersonId];
	const [anke] = village.teachersOf(noor) as [PersonId];
	const [samira, youssef] = ['Samira', 'Youssef'].map((name) => village.guardian(sem, name).id) as [PersonId, PersonId];
	let therapy: ConsentId;
	let picture: ConsentId;
	return [
		{
			at: moment('09-08', '15:20'),
			act: async (now) => {
				const outsider = { givenName: 'Ineke', surname: 'Vermeer', email: 'ineke@logopedie.example' };
				const text = {
					...textOf('professional'),
					title: 'De logopedist denkt mee',
					what: 'Ineke Vermeer, logopedist, leest de pagina van Sem en doet mee aan gesprekken en afspraken.',
					why: 'Sem oefent met haar de lange woorden. Zo oefenen we thuis, bij haar en op school hetzelfde.'
				};
				therapy = well(
					await consents.ask(village.as(bram, now), sem.id, { ...text, purpose: 'professional', until, outsider })
				);
			}
		},
		{
			at: moment('09-08', '19:40'),
			act: async (now) => void well(await consents.give(village.as(samira, now), therapy))
		},
		{
			at: moment('09-09', '07:50'),
			act: async (now) => void well(await consents.give(village.as(youssef, now), therapy))
		},
		{
			at: moment('09-18', '14:50'),
			act: async (now) => {
				const text = textOf('picture');
				picture = well(
					await consents.ask(village.as(anke, now), noor.id, { ...text, purpose: 'picture', until, outsider: null })
				);
			}
		},
		{
			at: moment('09-19', '10:15'),
			act: async (now) => void well(await consents.give(village.as(youssef, now), picture))
		}
	];
}
