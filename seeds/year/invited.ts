import { print, send } from '#modules/people/invitations.server.ts';
import { accountOf } from '#platform/accounts.server.ts';
import { noteEntered } from '#platform/memberships.server.ts';
import { chance, moment, well, type Scene } from './scene.ts';
import type { Village } from './village.ts';

/** How parents came in: the office mails an invitation, most use it, and juf Anke prints letters for the others. */
export function invited(village: Village): Scene[] {
	const [office, anke] = [village.staff('Yvonne'), village.staff('Anke')];
	const groups = village.groups.filter(({ name }) => name === 'Groep 5' || name === 'Groep 8');
	const guardians = groups.flatMap(({ pupils }) => pupils.flatMap((pupil) => pupil.guardians.map(({ id }) => id)));
	return [
		{
			at: moment('09-11', '10:00'),
			act: async (now) => {
				for (const { id } of groups) well(await send(village.as(office, now), { group: id }));
			}
		},
		...[...new Set(guardians)]
			.filter((person) => village.hasEmail(person) && chance('came in', village.nameOf(person)) < 0.8)
			.map((person, at) => ({
				at: moment(`09-${12 + (at % 4)}`, '19:30'),
				act: async (now: Date) => {
					const as = { school: village.school, person };
					if (await accountOf(as)) await noteEntered(as, now);
				}
			})),
		{
			at: moment('09-17', '15:40'),
			act: async (now) => {
				const group = groups.find(({ name }) => name === 'Groep 5')!;
				well(await print(village.as(anke, now), { group: group.id }));
			}
		}
	];
}
