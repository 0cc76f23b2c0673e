import { defineCustomClientStrategy } from '#words/compiled/runtime.js';

/** The server has said in which language this page is; the browser goes on in it. */
defineCustomClientStrategy('custom-person', {
	getLocale: () => document.documentElement.lang,
	setLocale: () => {}
});
