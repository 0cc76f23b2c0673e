import type { Attachment } from 'svelte/attachments';
import { deserialize, enhance } from '$app/forms';
import { drafts, putBack, read, refill, type Draft } from './draft.ts';
import { Saver, type SaveAnswer, type SaveState } from './saver.ts';

type Options = {
	/** Which text this is, for whom: "<person>.<talk>.<question>". Another person on the same device must get another key. */
	key: string;
	/** The form action that saves without moving on; without it the form's own action. */
	action?: string;
	/** Where a session that ended is sent to: an answer from there acknowledges nothing. */
	signIn?: string;
};

type Result = ReturnType<typeof deserialize>;

const patienceForAnswer = 15_000;

/**
 * `<form method="POST" {@attach autosave.attach}>`: saves while typing, keeps the text on the device until the server has it, and
 * makes the button wait for a dead connection instead of losing the page. Without JavaScript the form is a plain form.
 *
 * The server decides about conflicts: a hidden field `version` goes along; a success may answer `{ version }`, which the next
 * save then carries; a failure with status 409 is a conflict and its data stands in `answer`.
 */
export class Autosave {
	state: SaveState = $state('idle');
	/** What the server said when it refused or found a conflict. */
	answer: Record<string, unknown> | undefined = $state.raw();
	/** The device has no room for what is typed: it is on this page alone, until the server has it. */
	full = $state(false);
	#options: Options;

	constructor(options: Options) {
		this.#options = options;
	}

	attach: Attachment<HTMLFormElement> = (form) => {
		const { key } = this.#options;
		const saver = new Saver(
			() => this.#send(form),
			(state) => (this.state = state)
		);
		const typed = () => {
			this.full = !drafts.keep(localStorage, key, read(form));
			saver.touch();
		};
		const back = () => void saver.flush();
		const leaving = () => document.visibilityState === 'hidden' && void saver.flush();
		const button = this.#overtake(form, saver);
		form.addEventListener('input', typed);
		addEventListener('online', back);
		document.addEventListener('visibilitychange', leaving);

		const draft = drafts.find(localStorage, key);
		if (draft && !putBack(form, draft)) drafts.drop(localStorage, key);

		return () => {
			form.removeEventListener('input', typed);
			removeEventListener('online', back);
			document.removeEventListener('visibilitychange', leaving);
			button.destroy();
			saver.rest();
		};
	};

	/** The button saves too, with the version the last save answered, and keeps the draft until the server has it. */
	#overtake(form: HTMLFormElement, saver: Saver) {
		return enhance(form, async ({ formData }) => {
			this.full = !drafts.keep(localStorage, this.#options.key, read(form));
			await saver.standAside();
			// What was typed while a save was under way goes along, on the version that save answered.
			const words = read(form);
			const here = saver.here;
			refill(formData, words);
			return async ({ result, update }) => {
				const answer = this.#judge(result);
				if (answer === 'unreachable') return saver.missed();
				if (answer === 'saved') {
					this.#acknowledged(form, result, words);
					saver.acknowledge(here);
					// What was typed while this was under way is saved before the page goes; what can't be saved stays with it.
					if (saver.unsaved) await saver.flush();
					if (saver.unsaved) return;
				} else if (result.type !== 'redirect') this.state = answer;
				await update({ reset: false });
			};
		});
	}

	async #send(form: HTMLFormElement): Promise<SaveAnswer> {
		const words = read(form);
		try {
			const response = await fetch(this.#options.action ?? form.getAttribute('action') ?? '', {
				method: 'POST',
				headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
				body: new URLSearchParams(words.map(([name, value]) => [name, value])),
				keepalive: true,
				signal: AbortSignal.timeout(patienceForAnswer)
			});
			const result = deserialize(await response.text());
			if (result.type === 'failure' || result.type === 'error') result.status = response.status;
			const answer = response.redirected ? 'unreachable' : this.#judge(result);
			if (answer === 'saved') this.#acknowledged(form, result, words);
			return answer;
		} catch {
			return 'unreachable';
		}
	}

	#judge(result: Result): SaveAnswer {
		this.answer = result.type === 'failure' ? result.data : undefined;
		if (result.type === 'success') return 'saved';
		if (result.type === 'redirect') {
			return result.location.startsWith(this.#options.signIn ?? '/inloggen') ? 'refused' : 'saved';
		}
		if (result.type === 'failure') return result.status === 409 ? 'conflict' : 'refused';
		return !result.status || result.status >= 500 || result.status === 429 ? 'unreachable' : 'refused';
	}

	/** The server has these words; what was typed since stays on the shelf. */
	#acknowledged(form: HTMLFormElement, result: Result, words: Draft) {
		const unchanged = JSON.stringify(read(form)) === JSON.stringify(words);
		const version = versionField(form);
		if (version && result.type === 'success' && result.data?.version !== undefined) {
			version.value = String(result.data.version);
		}
		if (unchanged) {
			this.full = false;
			drafts.drop(localStorage, this.#options.key);
		} else this.full = !drafts.keep(localStorage, this.#options.key, read(form));
	}
}

function versionField(form: HTMLFormElement): HTMLInputElement | undefined {
	const field = form.elements.namedItem('version');
	return field instanceof HTMLInputElement ? field : undefined;
}
