import { error, fail } from '@sveltejs/kit';
import { kindAt } from '#modules/conversations/kind.words.ts';
import { parseTemplate } from '#modules/conversations/template.input.ts';
import * as templates from '#modules/conversations/templates.server.ts';
import { whyNot } from '#modules/conversations/template.words.ts';
import { goOn, statusOf, type Answered } from '#platform/form.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const found = await templates.ofSchool(ctx);
	const kind = kindAt(params.soort);
	const one = found.ok && found.value.find(({ template }) => template.kind === kind);
	if (!one) error(404);
	return { ...one, done: url.searchParams.get('gedaan') };
};

export const actions: Actions<Answered> = {
	preview: async (event) => {
		const { kind, asked } = await read(event);
		const shown = await templates.preview(event.locals.ctx, kind, asked);
		return shown.ok ? fail(422, { asked, shown: shown.value }) : refuse(event, shown.reason, asked);
	},
	adapt: async (event) => {
		const { kind, asked } = await read(event);
		const adapted = await templates.adapt(event.locals.ctx, kind, asked);
		if (!adapted.ok) return refuse(event, adapted.reason, asked);
		goOn(event.url, 'adapt');
	},
	restore: async (event) => {
		const { kind } = await read(event);
		const restored = await templates.restore(event.locals.ctx, kind);
		if (!restored.ok) error(404);
		goOn(event.url, 'restore');
	}
};

async function read({ params, request }: RequestEvent) {
	const kind = kindAt(params.soort);
	if (!kind) error(404);
	return { kind, asked: parseTemplate(await request.formData()) };
}

function refuse({ locals }: RequestEvent, reason: templates.TemplateReason, asked: ReturnType<typeof parseTemplate>) {
	if (reason === 'missing') error(404);
	return fail(statusOf(reason), { asked, message: whyNot(reason, locals.ctx.language) });
}
