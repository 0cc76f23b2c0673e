// Reads the page aloud with the device's own voice. Only voices on the device itself: a remote one sends the text to a stranger.
(() => {
	// What can be pressed as well: who listens must hear what there is to choose.
	const pieces = 'h1, h2, h3, p, li, legend, label, dt, dd, td, summary, blockquote, button, a.button, .state';
	const language = document.documentElement.lang.slice(0, 2);
	let reading = false;

	const voice = () => speechSynthesis.getVoices().find((one) => one.localService && one.lang.slice(0, 2) === language);

	// What stands in another piece is read with it, once; what nobody sees is not read.
	function textOf(main) {
		return [...main.querySelectorAll(pieces)]
			.filter((piece) => !piece.parentElement.closest(pieces) && !piece.closest('#aloud') && piece.checkVisibility())
			.map((piece) => piece.innerText.trim())
			.filter(Boolean);
	}

	function show() {
		const place = document.getElementById('aloud');
		if (place) place.hidden = !voice();
	}

	function press(event) {
		const button = event.target.closest('#aloud button');
		if (!button) return;
		const label = button.querySelector('span');
		label.dataset.read ??= label.textContent;
		speechSynthesis.cancel();
		reading = !reading;
		label.textContent = reading ? button.dataset.stop : label.dataset.read;
		const texts = reading ? textOf(document.getElementById('main')) : [];
		// A sentence at a time: long texts fall silent halfway in some browsers.
		for (const [at, text] of texts.entries()) {
			const speech = new SpeechSynthesisUtterance(text);
			speech.voice = voice();
			speech.lang = speech.voice.lang;
			speech.rate = 0.95;
			if (at === texts.length - 1) {
				speech.onend = () => {
					reading = false;
					label.textContent = label.dataset.read;
				};
			}
			speechSynthesis.speak(speech);
		}
	}

	if (!('speechSynthesis' in window)) return;
	show();
	speechSynthesis.addEventListener('voiceschanged', show);
	document.addEventListener('click', press);
	addEventListener('pagehide', () => speechSynthesis.cancel());
})();
