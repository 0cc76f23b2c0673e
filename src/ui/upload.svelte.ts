import type { Attachment } from 'svelte/attachments';
import { applyAction, deserialize } from '$app/forms';
import { goto } from '$app/navigation';
import { drafts, putBack, read } from './draft.ts';

type ActionResult = ReturnType<typeof deserialize>;
type Options = {
	/** Under which name what is typed is kept on the device until it was sent; begins with whose it is. */
	key: string;
	/** In bytes; a larger file is not sent at all. */
	largest: number;
};

/**
 * `<form method="POST" enctype="multipart/form-data" {@attach upload.attach}>`: a file on its way is seen to be on its way,
 * in numbers. Out of reach, or refused, the words stay in the form and the file stays chosen. Without JavaScript it is a plain
 * form.
 */
export class Upload {
	state: 'idle' | 'sending' | 'unsent' = $state('idle');
	/** Of a hundred. */
	sent = $state(0);
	/** In bytes, of a file that is too large to send; 0 when there is none. */
	tooLarge = $state(0);
	#options: Options;

	constructor(options: Options) {
		this.#options = options;
	}

	attach: Attachment<HTMLFormElement> = (form) => {
		const { key } = this.#options;
		const typed = () => {
			if (this.state === 'unsent') this.state = 'idle';
			this.tooLarge = this.#sizeOver(form);
			drafts.keep(localStorage, key, read(form));
		};
		const send = (event: SubmitEvent) => {
			event.preventDefault();
			this.tooLarge = this.#sizeOver(form);
			if (this.state !== 'sending' && !this.tooLarge) void this.#send(form);
		};
		const draft = drafts.find(localStorage, key);
		if (draft) putBack(form, draft);
		form.addEventListener('input', typed);
		form.addEventListener('submit', send);
		return () => {
			form.removeEventListener('input', typed);
			form.removeEventListener('submit', send);
		};
	};

	async #send(form: HTMLFormElement) {
		this.sent = 0;
		this.state = 'sending';
		const result = await this.#post(form.action, new FormData(form));
		const isUnreachable = !result || (result.type === 'error' && (result.status ?? 500) >= 500);
		this.state = isUnreachable ? 'unsent' : 'idle';
		if (isUnreachable) return;
		if (result.type !== 'redirect') return applyAction(result);
		drafts.drop(localStorage, this.#options.key);
		await goto(result.location, { refreshAll: true });
	}

	/** `fetch` does not tell how much has gone. */
	#post(address: string, body: FormData): Promise<ActionResult | undefined> {
		return new Promise((resolve) => {
			const request = new XMLHttpRequest();
			request.upload.onprogress = ({ loaded, total }) => (this.sent = Math.floor((loaded / total) * 100));
			request.onloadend = () => resolve(answerOf(request));
			request.open('POST', address);
			request.setRequestHeader('accept', 'application/json');
			request.setRequestHeader('x-sveltekit-action', 'true');
			request.send(body);
		});
	}

	#sizeOver(form: HTMLFormElement): number {
		const sizes = [...new FormData(form).values()].map((value) => (typeof value === 'string' ? 0 : value.size));
		const most = Math.max(0, ...sizes);
		return most > this.#options.largest ? most : 0;
	}
}

function answerOf({ responseText }: XMLHttpRequest): ActionResult | undefined {
	try {
		return deserialize(responseText);
	} catch {
		return undefined;
	}
}
