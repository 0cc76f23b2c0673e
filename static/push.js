// Asks the browser to let notifications in, and sends with the form where this device can be reached. Where a browser cannot,
// the form stays hidden and the page says so. A file of its own, small and without a framework.
(() => {
	const form = document.querySelector('form[data-push]');
	if (!form || !('serviceWorker' in navigator) || !('PushManager' in window)) return;
	const show = (name, shown) => {
		const part = document.querySelector(`[data-push-part="${name}"]`);
		if (part) part.hidden = !shown;
	};
	show('absent', false);
	show('form', true);

	form.addEventListener('submit', async (event) => {
		if (form.elements.endpoint.value) return;
		event.preventDefault();
		show('failed', false);
		show('denied', false);
		try {
			if ((await Notification.requestPermission()) !== 'granted') return show('denied', true);
			const registration = await navigator.serviceWorker.register('/melding.js');
			await navigator.serviceWorker.ready;
			const before = await registration.pushManager.getSubscription();
			if (before) await before.unsubscribe();
			const wanted = { userVisibleOnly: true, applicationServerKey: form.dataset.push };
			const { endpoint, keys } = (await registration.pushManager.subscribe(wanted)).toJSON();
			form.elements.p256dh.value = keys.p256dh;
			form.elements.auth.value = keys.auth;
			form.elements.endpoint.value = endpoint;
			form.submit();
		} catch {
			show('failed', true);
		}
	});
})();
