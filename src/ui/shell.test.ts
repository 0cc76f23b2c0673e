import { expect, it } from 'vitest';
import { describedBy } from './field.ts';
import { currentItem, type NavItem } from './shell.ts';

const items: NavItem[] = [
	{ href: '/vandaag', label: 'Vandaag', icon: 'today' },
	{ href: '/gesprekken', label: 'Gesprekken', icon: 'talks' },
	{ href: '/gesprekken/rondes', label: 'Rondes', icon: 'planner' }
];

it('marks the item that holds the page, the nearest one first', () => {
	expect(currentItem(items, '/gesprekken/12')?.label).toBe('Gesprekken');
	expect(currentItem(items, '/gesprekken/rondes/3')?.label).toBe('Rondes');
	expect(currentItem(items, '/gesprekkenlijst')).toBeUndefined();
});

it('reads the hint before the error, and nothing that is not there', () => {
	expect(describedBy('email', 'Hier sturen we je code naartoe.', 'Er mist een @.')).toBe('email-hint email-error');
	expect(describedBy('email', undefined, undefined)).toBeUndefined();
});
