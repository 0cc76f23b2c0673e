import { AsyncLocalStorage } from 'node:async_hooks';
import { overwriteServerAsyncLocalStorage } from '#words/compiled/runtime.js';
import type { Language } from './ctx.ts';

/** In which language words are said that name none; kept beside the work, since messages are plain functions. */
const speaking = new AsyncLocalStorage<{ locale?: Language; origin?: string }>();

/** Whatever `work` says, it says in this language: a page for who asks, or something made behind it for its reader. */
export function speakIn<T>(locale: Language, work: () => T, origin?: string): T {
	overwriteServerAsyncLocalStorage(speaking);
	return speaking.run({ locale, origin }, work);
}
