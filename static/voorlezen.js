// Reads the page aloud with the device's own voice. Only voices on the device itself: a remote one sends the text to a stranger.
(() => {
	// What can be pressed as well: who listens must hear what there is to choose.
	const pieces =
		'h1, h2, h3, p, li, legend, label, dt, dd, th, td, summary, blockquote, textarea, button, .button, .state';
	const language = document.documentElement.lang.slice(0, 2);
	let reading = false;

	const voice = () => speechSynthesis.getVoices().find((one) => one.localService && one.lang.slice(0, 2) === language);

	// What stands in another piece is read with it, once; what nobody sees is not read. Own words in a field are.
	function textOf(main) {
		return [...main.querySelectorAll(pieces)]
			.filter((piece) => !piece.parentElement.closest(pieces) && !piece.closest('#aloud') && piece.checkVisibility())
			.flatMap((piece) => [
				piece.matches('textarea') ? piece.value : piece.innerText,
				...[...piece.querySelectorAll('textarea')].map(({ value }) => value)
			])
			.map((text) => text.trim())
			.filter(Boolean);
	}

	function show() {
		const place = document.getElementById('aloud');
		if (place) place.hidden = !voice();
	}

	function say(isReading) {
		reading = isReading;
		const label = document.querySelector('#aloud span');
		if (!label) return;
		label.dataset.read ??= label.textContent;
		label.textContent = reading ? label.closest('button').dataset.stop : label.dataset.read;
	}

	function stop() {
		speechSynthesis.cancel();
		if (reading) say(false);
	}

	function read() {
		say(true);
		const texts = textOf(document.getElementById('main'));
		// A sentence at a time: long texts fall silent halfway in some browsers.
		for (const [at, text] of texts.entries()) {
			const speech = new SpeechSynthesisUtterance(text);
			speech.voice = voice();
			speech.lang = speech.voice.lang;
			speech.rate = 0.95;
			if (at === texts.length - 1) speech.onend = () => say(false);
			speechSynthesis.speak(speech);
		}
	}

	if (!('speechSynthesis' in window)) return;
	show();
	speechSynthesis.addEventListener('voiceschanged', show);
	document.addEventListener('click', ({ target }) => {
		const isReading = reading;
		// A link leads to other words, on a page that stays too.
		if (target.closest('a, #aloud button')) stop();
		if (target.closest('#aloud button') && !isReading) read();
	});
	document.addEventListener('keydown', ({ key }) => key === 'Escape' && stop());
	addEventListener('pagehide', stop);
})();
