// Shows a sentence that came for this device, and opens its page. All there is of a service worker: it keeps nothing.
self.addEventListener('push', (event) => {
	const { title, text, path, tag } = event.data.json();
	event.waitUntil(self.registration.showNotification(title, { body: text, tag, icon: '/mark.svg', data: path }));
});
self.addEventListener('notificationclick', (event) => {
	event.notification.close();
	event.waitUntil(self.clients.openWindow(event.notification.data));
});
