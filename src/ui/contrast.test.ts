import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../app.css', import.meta.url), 'utf8');

function tokensAfter(opening: string): Record<string, string> {
	const start = css.indexOf(opening);
	const block = css.slice(start, css.indexOf('}', start));
	return Object.fromEntries([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((found) => [found[1], found[2]]));
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5]
		.map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

const papers = ['paper', 'sheet'];
const voices = ['child', 'home', 'school', 'other'];
const texts: [string, string[]][] = [
	['ink', [...papers, ...voices.map((voice) => `${voice}-tint`), 'action-tint', 'good-tint', 'warn-tint', 'bad-tint']],
	['ink-soft', [...papers, ...voices.map((voice) => `${voice}-tint`), 'action-tint']],
	...voices.map((voice): [string, string[]] => [voice, [...papers, `${voice}-tint`]]),
	['action', [...papers, 'action-tint', ...voices.map((voice) => `${voice}-tint`)]],
	['action-ink', ['action']],
	['good', [...papers, 'good-tint']],
	['warn', [...papers, 'warn-tint']],
	['bad', [...papers, 'bad-tint']]
];
const edges: [string, string[]][] = [
	['edge', papers],
	['focus', [...papers, ...voices.map((voice) => `${voice}-tint`)]]
];

const themes = {
	light: tokensAfter(':root {'),
	dark: tokensAfter(":root:not([data-theme='light']) {")
};

describe.each(Object.entries(themes))('%s', (_, tokens) => {
	const pairs = (from: [string, string[]][]) => from.flatMap(([front, backs]) => backs.map((back) => [front, back]));
	const between = (front = '', back = '') => contrast(tokens[front] ?? '', tokens[back] ?? '');

	it.each(pairs(texts))('text in %s on %s reads (4.5:1)', (front, back) => {
		expect(between(front, back)).toBeGreaterThanOrEqual(4.5);
	});

	it.each(pairs(edges))('%s on %s can be told apart (3:1)', (front, back) => {
		expect(between(front, back)).toBeGreaterThanOrEqual(3);
	});
});

it('shows a reader who chose dark the same colours as one whose device did', () => {
	expect(tokensAfter(":root[data-theme='dark'] {")).toEqual(themes.dark);
});
