import type { Ctx } from '#platform/ctx.ts';
import { as } from '#seeds/cast.ts';
import type { Caller } from './caller.ts';
import type { Form } from './doors.ts';
import type { UseCase } from './found.ts';
import type { Persona } from './personas.ts';

/** Allowed: it opens, whatever comes of it. Missing: it is not there. Refused: it is there, and not for you. */
export type Answer = 'allowed' | 'missing' | 'refused' | 'fell over';

/** What a door answered, and what stood on the page. */
async function answerOf(caller: Caller, response: Response): Promise<{ answer: Answer; page: string }> {
	const { status } = response;
	const page = await response.text();
	if (status >= 500) return { answer: 'fell over', page };
	if (status === 404) return { answer: 'missing', page };
	const turned = status === 303 && isTurnedAway(caller, response.headers.get('location'));
	return { answer: status === 403 || status === 401 || turned ? 'refused' : 'allowed', page };
}

/** To the sign-in. Whoever is signed in comes before its front door after signing out only. */
function isTurnedAway({ signedIn }: Caller, to: string | null | undefined) {
	return signedIn ? /^\/inloggen[/?](?!opnieuw\?gestuurd)/.test(to ?? '') : /^\/inloggen([/?]|$)/.test(to ?? '');
}

/** Looks, or sends a form as a page with script does: the same door, without drawing the page that nobody reads. */
export async function knock(caller: Caller, path: string, action?: string, form: Form = {}) {
	const send = () => caller.send(path, action!, form, { script: !isMethod(action!) });
	const response = await (action ? send() : caller.look(path));
	const { answer, page } = await answerOf(caller, response);
	if (!action || isMethod(action) || answer !== 'allowed') return { answer, page };
	const { type, status, location } = JSON.parse(page) as { type: string; status: number; location?: string };
	if (type === 'redirect') return { answer: isTurnedAway(caller, location) ? 'refused' : answer, page } as const;
	return { answer: status === 403 ? 'refused' : answer, page } as const;
}

const isMethod = (action: string) => /^[A-Z]+$/.test(action);

/** Calls the use case as this person. What is not an outcome opens when it tells of the child: `marks` are its ids. */
export async function call(
	{ file, verb }: UseCase,
	{ who, school }: Persona,
	args: readonly unknown[],
	marks: readonly string[]
): Promise<Answer> {
	const module = await import(/* @vite-ignore */ `/${file}`);
	const ctx: Ctx = as(who!, school);
	const said: unknown = await module[verb](ctx, ...args);
	if (isOutcome(said) && !said.ok) {
		if (said.reason === 'missing' || said.reason === 'owner-unknown') return 'missing';
		return ['refused', 'not-yours'].includes(said.reason) ? 'refused' : 'allowed';
	}
	if (isOutcome(said)) return 'allowed';
	// What is told in words names no ids.
	if (verb.startsWith('tell')) return Array.isArray(said) && said.length ? 'allowed' : 'missing';
	return tellsOf(said, marks) ? 'allowed' : 'missing';
}

export function tellsOf(said: unknown, marks: readonly string[]) {
	const text = typeof said === 'string' ? said : (JSON.stringify(said, withMaps) ?? '');
	return said === true || marks.some((mark) => text.includes(mark));
}

function withMaps(_key: string, value: unknown) {
	return value instanceof Map ? [...value] : value;
}

function isOutcome(said: unknown): said is { ok: true } | { ok: false; reason: string } {
	return typeof said === 'object' && said !== null && 'ok' in said && typeof said.ok === 'boolean';
}

/** All of it, at most `wide` at a time; the answers in the order asked. */
export async function all<From, To>(
	wide: number,
	from: readonly From[],
	ask: (one: From) => Promise<To>
): Promise<To[]> {
	const answers: To[] = [];
	let next = 0;
	const work = async () => {
		for (let at = next++; at < from.length; at = next++) answers[at] = await ask(from[at]!);
	};
	await Promise.all(Array.from({ length: wide }, work));
	return answers;
}
