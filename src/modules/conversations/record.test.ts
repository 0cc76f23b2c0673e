import { expect, test } from 'vitest';
import { parseDraft, typedDraft } from './record.input.ts';

function form(forAdults: string) {
	const given = new FormData();
	given.set('forAdults', forAdults);
	given.set('forCircle', ' We helpen samen. ');
	given.set('version', '3');
	return given;
}

test('a part that is too long is refused, and comes back as it was typed', () => {
	const long = form('x'.repeat(8001));
	expect(parseDraft(long)).toEqual({ ok: false, reason: 'part-too-long' });
	expect(typedDraft(long)).toEqual({ forAdults: 'x'.repeat(8001), forCircle: 'We helpen samen.', version: 3 });
	expect(parseDraft(form('kort'))).toMatchObject({ ok: true, value: { forAdults: 'kort', version: 3 } });
});
