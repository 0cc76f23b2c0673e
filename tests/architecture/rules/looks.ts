import type { Rule, SourceFile } from '../source.ts';
import { withoutComments } from '../source.ts';

const view = 'src/modules/agreements/views/AgreementCard.svelte';

/** Text on the screen that is the same in every language. */
const sameEverywhere = new Set(['Eenlijn']);

const physical =
	/(?<![\w-])((?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)(?:-\w+)?|border-(?:top|bottom)-(?:left|right)-radius|left|right|top|bottom)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/g;

/** How it looks and what it says (look.md; stack.md, languages). */
export const looks: Rule[] = [
	{
		name: 'nothing that people wrote is ever drawn as HTML',
		broken: ({ path, text }) => {
			if (!/^src\/.*\.(svelte|ts)$/.test(path)) return [];
			const code = withoutComments(text);
			return [
				code.match(/{@html\b/)?.[0],
				code.match(/\.(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)\b|\bdocument\.write\b/)?.[0],
				code.match(/<iframe[^>]*\bsrcdoc\b/)?.[0],
				code.match(/\b(eval|new Function)\(/)?.[0]
			];
		},
		planted: {
			[view]: [
				'<p>{@html agreement.what}</p>',
				'<script>node.innerHTML = text;</script>',
				'<iframe srcdoc={text}></iframe>'
			],
			'src/ui/listen.ts': ['eval(text);', "document.write('x');"]
		}
	},
	{
		name: 'logical properties only, so that a page reads from right to left as well',
		broken: (file) => [...stylesOf(file).matchAll(physical)].map(([found]) => found.trim()),
		planted: {
			[view]: [
				'<style>p { margin-left: 1rem; }</style>',
				'<style>p { text-align: left; }</style>',
				'<style>p { position: absolute; right: 0; }</style>',
				'<p style="padding-right: 2px"></p>'
			],
			'src/ui/classes.css': ['.row { border-top-left-radius: 3px; }', 'p { margin-top: 2px; }']
		}
	},
	{
		name: 'the other direction is asked of the page, [dir], as the build turns :dir() into a list of languages',
		broken: (file) => stylesOf(file).match(/:dir\(/g) ?? [],
		planted: { [view]: ['<style>a:dir(rtl)::before { content: "→"; }</style>'] }
	},
	{
		name: 'colours come from the tokens',
		broken: (file) => {
			if (/^src\/(app\.css|error\.html)$/.test(file.path)) return [];
			return (
				stylesOf(file)
					.replace(/--[\w-]+\s*:[^;}]*/g, '')
					.match(/(?<![\w&-])#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch)\(/gi) ?? []
			);
		},
		planted: { [view]: ['<style>p { color: #a3402c; }</style>', '<style>p { color: rgb(1 2 3); }</style>'] }
	},
	{
		name: 'what was done is said below the heading, on every page',
		broken: ({ path, text }) => {
			if (!path.endsWith('+page.svelte')) return [];
			const [heading, done] = [text.search(/<h1\b/), text.indexOf('kind="done"')];
			return done >= 0 && heading > done ? ['the notice comes first'] : [];
		},
		planted: {
			'src/routes/(app)/school/+page.svelte': ['<Notice kind="done" text={done} /><h1>{m.people_school()}</h1>']
		}
	},
	{
		name: 'what somebody unfolded before the script came stays unfolded: <details {...unfolded(…)}>, never open={…}',
		broken: ({ path, text }) => {
			if (!path.endsWith('.svelte')) return [];
			return [...text.matchAll(/<details\b[^>]*?\s(?:open=\{|\{open\})/g)].map(([found]) => found);
		},
		planted: { [view]: ['<details open={wrong}></details>', '<details class="more" {open}></details>'] }
	},
	{
		name: 'no text in the markup: every word has a message in each language',
		broken: (file) => (isScreen(file.path) ? textIn(file) : []),
		planted: {
			[view]: [
				'<h1>Afspraken</h1>',
				'<p>{name} heeft nog niet geantwoord</p>',
				'<button aria-label="Sluiten"><Mark /></button>',
				'<Field label="Naam" />',
				'{#if open}Nu{:else}<b>Straks</b>{/if}'
			]
		}
	}
];

/** Stories show furniture with what a family might have written; only builders see them. */
function isScreen(path: string) {
	return path.endsWith('.svelte') && !/^src\/routes\/dev\/stories\/|\.stories\.svelte$/.test(path);
}

function stylesOf({ path, text }: SourceFile) {
	if (path.endsWith('.css')) return withoutComments(text);
	if (!path.endsWith('.svelte')) return '';
	const blocks = [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, block]) => block);
	const inline = [...text.matchAll(/\sstyle="([^"]*)"/g)].map(([, value]) => value);
	return withoutComments([...blocks, ...inline].join('\n'));
}

/** The words a reader would see that stand in the markup itself: between tags, or in an attribute that is read out. */
function textIn({ text }: SourceFile) {
	const bare = withoutExpressions(text.replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/g, ''));
	const read = /\s(?:aria-label|aria-description|alt|title|placeholder|label|heading|hint)="([^"]*)"/g;
	const attributes = [...bare.matchAll(read)].map(([, value]) => value!);
	const between = bare.replace(/<\/?[a-zA-Z](?:"[^"]*"|'[^']*'|[^>"'])*>/g, '\n').split('\n');
	return [...attributes, ...between]
		.map((piece) => piece.replace(/&\w+;/g, '').trim())
		.filter((piece) => /\p{L}{2,}/u.test(piece) && !sameEverywhere.has(piece));
}

function withoutExpressions(text: string) {
	let depth = 0;
	let kept = '';
	for (const sign of text) {
		if (sign === '{') depth++;
		if (depth === 0) kept += sign;
		if (sign === '}' && depth > 0) depth--;
	}
	return kept;
}
