import type { Rule } from '../source.ts';

/** How a door answers a form (decision 1, house.md §4). */
export const doors: Rule[] = [
	{
		name: 'what a form did is not done again by loading the page: its door leads on',
		broken: ({ path, text }) => {
			if (!path.startsWith('src/routes/') || !path.endsWith('.server.ts')) return [];
			const declared = /^export (?:const|let) actions\b(.*?)=/m.exec(text);
			return [!!declared && declared[1]?.trim() !== ': Actions<Answered>' && 'actions that may answer anything'];
		},
		planted: {
			'src/routes/(app)/afspraken/[id]/+page.server.ts': [
				'export const actions: Actions = {};',
				'export const actions = {};'
			]
		}
	},
	{
		name: 'a form that stays on its page keeps focus, place and what is typed meanwhile (Sending, Autosave)',
		broken: ({ path, text }) => {
			if (!path.startsWith('src/') || path.startsWith('src/ui/')) return [];
			return [/\buse:enhance(?!=)/.test(text) && 'sweeps away what was typed meanwhile, and jumps'];
		},
		planted: {
			'src/modules/agreements/views/Press.svelte': ['<form method="POST" action="?/accept" use:enhance></form>']
		}
	}
];
