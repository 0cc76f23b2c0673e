import { adapt, adaptSchool } from '#modules/people/guides.server.ts';
import * as lines from '#modules/people/lines.server.ts';
import { keep } from '#modules/people/profiles.server.ts';
import * as whatWorks from '#modules/people/what-works.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { moment, well, type Scene } from './scene.ts';
import type { Village } from './village.ts';

/** What lasts longer than a talk: wishes, what works for Noor, contact with her two homes, and who to go to. */
export function pages(village: Village): Scene[] {
	const noor = village.pupil('Noor', 'Benali');
	const adam = village.pupil('Adam', 'Masri');
	const [samira, youssef] = ['Samira', 'Youssef'].map((name) => village.guardian(noor, name).id) as [
		PersonId,
		PersonId
	];
	const huda = village.guardian(adam, 'Huda').id;
	const [anke, yvonne] = [village.staff('Anke'), village.staff('Yvonne')];
	return [
		{
			at: moment('09-01', '16:10'),
			act: async (now) => {
				const office = { forWhat: 'Ziek melden, adres en telefoon', how: 'Bel voor half negen', shown: true };
				well(await adaptSchool(village.as(yvonne, now), 'office', office));
			}
		},
		{
			at: moment('09-02', '16:20'),
			act: async (now) => {
				const own = { forWhat: '', how: 'Na half vier bij de deur van groep 5', shown: true };
				well(await adapt(village.as(anke, now), noor.id, anke, own));
			}
		},
		{
			at: moment('09-07', '20:05'),
			act: async (now) => {
				well(await keep(village.as(huda, now), { reads: ['ar'] }));
				well(await keep(village.as(huda, now), { readAloud: true }));
				well(await keep(village.as(huda, now), { pictures: true }));
			}
		},
		{
			at: moment('09-08', '19:40'),
			act: async (now) => {
				const said = { kind: 'works', voice: 'home', words: 'Eerst samen kijken, dan zelf proberen.' } as const;
				well(await whatWorks.say(village.as(samira, now), noor.id, said));
				const asked = 'Brieven en foto’s gaan naar beide huizen, op dezelfde dag.';
				well(await lines.propose(village.as(samira, now), noor.id, 'to-whom', asked));
				const bag = 'De gymtas en de leesmap gaan op vrijdag mee naar het andere huis.';
				well(await lines.propose(village.as(samira, now), noor.id, 'handover', bag));
			}
		},
		{ at: moment('09-09', '08:10'), act: (now) => sayYes(village, anke, noor.id, now) },
		{
			at: moment('09-09', '16:00'),
			act: async (now) => {
				const not = {
					kind: 'not',
					voice: 'school',
					words: 'Een beurt krijgen zonder dat ze het ziet aankomen.'
				} as const;
				well(await whatWorks.say(village.as(anke, now), noor.id, not));
				const perhaps = { kind: 'perhaps', voice: 'child', words: 'Dat ik een teken mag geven.' } as const;
				well(await whatWorks.say(village.as(anke, now), noor.id, perhaps));
			}
		},
		{ at: moment('09-10', '21:15'), act: (now) => sayYes(village, youssef, noor.id, now, 'to-whom') }
	];
}

async function sayYes(village: Village, person: PersonId, pupil: PersonId, now: Date, only?: string) {
	const ctx = village.as(person, now);
	const { parts } = well(await lines.get(ctx, pupil));
	for (const { part, proposed } of parts) {
		if (proposed && (!only || part === only)) well(await lines.accept(ctx, pupil, proposed.id));
	}
}
