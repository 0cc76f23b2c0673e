// Asks the device for a passkey and sends its answer with the form. Where a browser knows no passkeys the form stays hidden.
// A file of its own, small and without a framework: it is what a parent on an old phone gets at the door.
(() => {
	if (typeof PublicKeyCredential !== 'function') return;
	const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (one) => one.charCodeAt(0));
	const asText = (buffer) => {
		const binary = Array.from(new Uint8Array(buffer), (one) => String.fromCharCode(one)).join('');
		return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
	};
	const keys = (list) => (list || []).map((key) => ({ ...key, id: bytes(key.id) }));

	function make(asked) {
		const user = { ...asked.user, id: bytes(asked.user.id) };
		const publicKey = {
			...asked,
			user,
			challenge: bytes(asked.challenge),
			excludeCredentials: keys(asked.excludeCredentials)
		};
		return navigator.credentials.create({ publicKey });
	}

	function show(asked) {
		const publicKey = { ...asked, challenge: bytes(asked.challenge), allowCredentials: keys(asked.allowCredentials) };
		return navigator.credentials.get({ publicKey });
	}

	/** The answer of the device as the server reads it: what is bytes as base64url. */
	function written({ id, type, response, authenticatorAttachment }, extensions) {
		const said = {};
		for (const name of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
			if (response[name]) said[name] = asText(response[name]);
		}
		if (response.getTransports) said.transports = response.getTransports();
		return JSON.stringify({
			id,
			rawId: id,
			type,
			authenticatorAttachment,
			clientExtensionResults: extensions,
			response: said
		});
	}

	/** What the page's own action answers: one flat list, in which a number points to another place (devalue). */
	function read(data) {
		const flat = JSON.parse(data);
		const at = (place) => {
			const value = flat[place];
			if (Array.isArray(value)) return value.map(at);
			if (!value || typeof value !== 'object') return value;
			return Object.fromEntries(Object.entries(value).map(([name, next]) => [name, at(next)]));
		};
		return at(0);
	}

	let busy = false;

	async function press(form) {
		const wrong = form.querySelector('[role=alert]');
		wrong.textContent = '';
		try {
			const headers = { 'x-sveltekit-action': 'true', accept: 'application/json' };
			const answer = await (await fetch(form.dataset.ask, { method: 'POST', headers, body: new FormData() })).json();
			const said = answer.data ? read(answer.data) : {};
			if (answer.type !== 'success') throw new Error(said.message || '');
			const key = await (form.dataset.passkey === 'make' ? make : show)(said.options);
			form.elements.answer.value = written(key, key.getClientExtensionResults());
			form.submit();
		} catch (error) {
			// What the device says of it is for builders; what our own action says is for people.
			wrong.textContent = error.constructor === Error && error.message ? error.message : form.dataset.failed;
		}
	}

	// Two buttons on one page bring this file twice; whoever is first holds them all.
	for (const form of document.querySelectorAll('form[data-passkey][hidden]')) {
		form.hidden = false;
		form.addEventListener('submit', async (event) => {
			event.preventDefault();
			if (busy) return;
			busy = true;
			await press(form);
			busy = false;
		});
	}
})();
