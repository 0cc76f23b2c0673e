import { isRedirect } from '@sveltejs/kit';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { goOn, keepOn, typedIn, withoutNul, type Answered } from './form.server.ts';

/** Where `lead` leads on to. */
function where(lead: () => unknown) {
	try {
		return lead();
	} catch (led) {
		if (!isRedirect(led)) throw led;
		return `${led.status} ${led.location}`;
	}
}

const posted = (address: string, headers: Record<string, string> = {}) => {
	const url = new URL(address, 'https://eenlijn.example');
	return { request: new Request(url, { method: 'POST', headers }), url };
};

describe('a form that was done', () => {
	it('leads on to its page, which says what was done and can be loaded again', () => {
		expect(where(() => goOn(posted('/planner/7?/open').url, 'open'))).toBe('303 /planner/7?gedaan=open');
		expect(where(() => goOn(posted('/gesprekken/7/tafel?/say&stap=overzicht').url))).toBe(
			'303 /gesprekken/7/tafel?stap=overzicht'
		);
		expect(where(() => goOn(posted('/profiel?/end&gedaan=speak').url, 'end'))).toBe('303 /profiel?gedaan=end');
	});

	it('cannot be answered with plain words: the types refuse', () => {
		expectTypeOf<{ done: true }>().not.toExtend<Answered>();
		expectTypeOf(keepOn(posted('/x', { 'x-sveltekit-action': 'true' }), { version: 1 })).toExtend<Answered>();
	});
});

describe('words kept while somebody types', () => {
	it('tell the script what it asked, and lead on whoever has none', () => {
		const script = { 'x-sveltekit-action': 'true' };
		expect(where(() => keepOn(posted('/g/voorbereiden/1?/save&blijf=ja', script), { version: 2 }))).toEqual({
			version: 2
		});
		expect(where(() => keepOn(posted('/g/verslag?/write'), { version: 2 }))).toBe('303 /g/verslag');
	});
});

describe('what was typed', () => {
	// Guessing names of fields found this: the page fell over where the form should have come back.
	it('leaves out a field that no answer can hold, and files', () => {
		const form = new FormData();
		for (const name of ['what', '__proto__']) form.set(name, 'x');
		form.set('file', new File([], 'x'));
		expect(Object.keys(typedIn(form))).toEqual(['what']);
	});
});

it('a form arrives without NUL, which no database row could hold', async () => {
	const sent = new FormData();
	sent.set('na\0am', 'Noor\0');
	const request = new Request('https://eenlijn.example', { method: 'POST', body: sent });
	withoutNul(request);
	expect([...(await request.formData())]).toEqual([['naam', 'Noor']]);
});
