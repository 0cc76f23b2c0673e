import { kindOf, withoutComments, type Rule } from '../source.ts';

const agreements = 'src/modules/agreements/';
const drawers = /(^|\/|[.-])(utils?|helpers?|common|shared|misc|libs?|managers?|base|services?)(\/|\.|-|$)/i;
const vague =
	/\bexport\s+(?:async\s+)?(?:function|const)\s+((?:update|process|handle|manage|execute|perform)(?=[A-Z]|\b)\w*|\w*[sS]tatus)\s*(?=[(<=:])/g;
const actions = /\bexport\s+const\s+actions\b[^=]*=\s*{([\s\S]*?)^}/m;

/** One word through the house, said the way people say it (house.md §5). */
export const names: Rule[] = [
	{
		name: 'no drawer for leftovers: name the thing',
		broken: ({ path }) => [/^(src|seeds|tests|bench|scripts)\//.test(path) && drawers.test(path) && 'leftover drawer'],
		planted: {
			'src/platform/utils.ts': [''],
			'src/ui/shared/Button.svelte': [''],
			'src/platform/mail-service.ts': [''],
			'seeds/common.ts': ['']
		}
	},
	{
		name: 'a use case is a verb that people say',
		broken: ({ path, text }) => {
			if (kindOf(path) !== 'use cases' && kindOf(path) !== 'rules') return [];
			return [...withoutComments(text).matchAll(vague)].map(([, verb]) => verb);
		},
		planted: {
			[`${agreements}agreements.server.ts`]: [
				'export function updateStatus(ctx: Ctx) {}',
				'export async function processAnswer(ctx: Ctx) {}',
				'export const handle = (ctx: Ctx) => ctx;'
			]
		}
	},
	{
		name: 'one word from button to use case: an action calls what it is called',
		broken: ({ path, text }) => {
			const body = path.startsWith('src/routes/') && path.endsWith('.server.ts') && text.match(actions)?.[1];
			if (!body) return [];
			const keys = [...body.matchAll(/^\t(?:async\s+)?(\w+)\s*[:(,]/gm)].map(([, key]) => key!);
			const called = (key: string) => new RegExp(`(\\.|await |return |=> |[(!&|] ?)${key}\\w*\\b`).test(text);
			return keys.map((key) => key !== 'default' && !called(key) && key);
		},
		planted: {
			'src/routes/(app)/afspraken/[id]/+page.server.ts': [
				'export const actions: Actions<Answered> = {\n\tconfirm: ({ locals }) => agreements.accept(locals.ctx)\n};',
				'export const actions: Actions<Answered> = {\n\tasync approve({ locals }) {\n\t\treturn agreements.accept(locals.ctx);\n\t}\n};'
			]
		}
	},
	{
		name: 'nothing is left for later, and no check is switched off',
		broken: ({ text }) => {
			// Brackets and pieces: this file is held to the rule as well.
			const left =
				/\b(TOD[O]|FIXM[E]|XX[X]|HAC[K])\b|@ts-(ignore|nocheck|expect-error)|(eslint|oxlint)-disable|prettier-[i]gnore/;
			return [text.match(left)?.[0]];
		},
		planted: {
			[`${agreements}agreement.ts`]: [
				`// TO${'DO'}: later`,
				`// @ts-${'expect'}-error: it knows best`,
				`/* oxlint-${'disable'} */`
			]
		}
	}
];
