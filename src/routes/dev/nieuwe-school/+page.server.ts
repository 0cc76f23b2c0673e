import { fail } from '@sveltejs/kit';
import { readFiles } from '#modules/people/import/file.input.ts';
import { reasonWords, rejectedLine, unreadableSentence } from '#modules/people/import/import.words.ts';
import { commandLine, openSchool, previewNew } from '#modules/people/import/imports.server.ts';
import { unpack } from '#modules/people/import/zips.server.ts';
import { now } from '#platform/clock.server.ts';
import { goOn, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ done: url.searchParams.get('gedaan') });

export const actions: Actions<Answered> = {
	openSchool: async ({ request, locals: { language }, url }) => {
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '').trim();
		const given = form.getAll('files').filter((one) => one instanceof File && one.size > 0);
		const files = await Promise.all(
			(given as File[]).map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))
		);
		const values = { name: text('name'), office: text('office') };
		const wrong = (sentence: string, lines: string[] = [], field = 'files') =>
			fail(400, { errors: { [field]: sentence } as Record<string, string>, lines, values });
		const unpacked = await unpack(files);
		const roster = unpacked.ok ? readFiles(unpacked.value) : unpacked;
		if (!roster.ok) return wrong(unreadableSentence(roster, language));
		const setting = { name: values.name || `School ${roster.value.brin ?? ''}`, office: values.office };
		const opened = await openSchool({ person: commandLine, now: now(), language }, roster.value, setting, false);
		if (opened.ok) goOn(url, 'openSchool');
		const sentence = reasonWords[opened.reason]({ about: '' }, { locale: language });
		if (opened.reason !== 'rejected') return wrong(sentence);
		const { rejected } = previewNew(roster.value, now());
		return wrong(
			sentence,
			rejected.map((row) => rejectedLine(row, language)).map(({ line, what, reason }) => `${line}: ${what}: ${reason}`)
		);
	}
};
