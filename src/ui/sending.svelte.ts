import type { Attachment } from 'svelte/attachments';
import { enhance } from '$app/forms';
import { goto } from '$app/navigation';
import { drafts, leftOf, putBack, read, refill, textsOf, type Draft } from './draft.ts';
import type { SaveState } from './saver.ts';

type Options = {
	/** Under which name what is typed is kept on the device until it was sent; begins with whose it is. Without one: not. */
	key?: string;
	/** A form for the next new thing: what was sent is let go of, what was typed since stays. */
	empties?: boolean;
};

/**
 * `<form method="POST" {@attach sending.attach}>`: what the button sends is done without leaving the page. Focus and place
 * stay; words typed while it is under way are not swept away; a second press waits for the answer to the first, and sends
 * only what is new. When the server can't be reached the page stays as it is. Without JavaScript it is a plain form.
 */
export class Sending {
	state: SaveState = $state('idle');
	#options: Options;

	constructor(options: Options = {}) {
		this.#options = options;
	}

	attach: Attachment<HTMLFormElement> = (form) => {
		const { key } = this.#options;
		const typed = () => {
			this.state = 'idle';
			if (key) drafts.keep(localStorage, key, read(form));
		};
		form.addEventListener('input', typed);
		const button = this.#overtake(form);
		const draft = key && drafts.find(localStorage, key);
		if (draft && putBack(form, draft)) form.closest('details')?.setAttribute('open', '');
		return () => {
			form.removeEventListener('input', typed);
			button.destroy();
		};
	};

	#overtake(form: HTMLFormElement) {
		let underWay: { sent: Draft; answer: Promise<void> } | undefined;
		return enhance(form, async ({ formData, cancel }) => {
			if (underWay) {
				const { sent, answer } = underWay;
				// Pressed twice, and nothing typed in between.
				if (isSame(read(form), sent)) return cancel();
				await answer;
				if (!this.#isNew(form, sent)) return cancel();
				refill(formData, read(form));
			}
			const words = read(form);
			let answered = () => {};
			underWay = { sent: words, answer: new Promise((land) => (answered = land)) };
			this.state = 'saving';
			return async ({ result, update }) => {
				const isHere = result.type === 'redirect' && pathOf(result.location) === location.pathname;
				if (isHere) this.#letGo(form, words);
				underWay = undefined;
				answered();
				if (result.type === 'error' && isUnreachable(result.status)) return void (this.state = 'unsent');
				this.state = isHere ? 'saved' : 'refused';
				if (!isHere) return update({ reset: false, navigate: false, refreshAll: true });
				await goto(result.location, { reset: false, replace: true, refreshAll: true });
				// The button may be gone with what it did; who goes by keys then goes on from the page.
				if (!form.isConnected) document.getElementById('main')?.focus({ preventScroll: true });
			};
		});
	}

	/** Is there anything in the form that was not sent a moment ago? */
	#isNew(form: HTMLFormElement, sent: Draft) {
		if (!form.isConnected) return false;
		if (this.#options.empties) return textsOf(form).some(({ value }) => value.trim());
		return !isSame(read(form), sent);
	}

	/** The server has these words; what was typed since stays on the page and on the device. */
	#letGo(form: HTMLFormElement, sent: Draft) {
		const { key, empties } = this.#options;
		const words = new Map(sent);
		for (const text of empties ? textsOf(form) : []) {
			text.value = leftOf(words.get(text.name) ?? '', text.value);
			text.dispatchEvent(new Event('input', { bubbles: true }));
		}
		if (key && !this.#isNew(form, sent)) drafts.drop(localStorage, key);
	}
}

const isSame = (one: Draft, other: Draft) => JSON.stringify(one) === JSON.stringify(other);
const pathOf = (address: string) => new URL(address, location.href).pathname;
const isUnreachable = (status: number | undefined) => !status || status >= 500 || status === 429;
