import { formWords } from '#modules/cycle/arrangements/arrangement.words.ts';
import { askedToAnswerIn, type Asked } from '#modules/cycle/arrangements/messages.server.ts';
import { askingIn } from '#modules/cycle/arrangements/waiting.server.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db.server.ts';
import type { PersonId } from '#platform/ids.ts';
import { dayOf, type Day } from '#platform/time.ts';
import * as m from '#words/compiled/messages.js';
import { sayDay } from '#words/dates.ts';
import type { Message } from './message.store.server.ts';
import type { Text } from './text.ts';

/** Whose turn it is to be in touch today, and about which moment. Of what falls on one day one message goes. */
export async function contactsDue(db: Db, ctx: Ctx): Promise<{ id: string; fallsOn: Day; people: PersonId[] }[]> {
	const asking = await askingIn(db, ctx);
	return asking.map(({ arrangement, moment, to }) => ({ id: arrangement.id, fallsOn: moment.fallsOn, people: to }));
}

/** Only while it waits for this person: an offer without their yes, a moment that has not been and is theirs to begin. */
export async function aboutContact(
	db: Db,
	ctx: Ctx,
	{ kind, subject, aboutAt }: Pick<Message, 'kind' | 'subject' | 'aboutAt'>
): Promise<Text | undefined> {
	const inWords = { locale: ctx.language } as const;
	if (kind === 'arrangement-offered') {
		const asked: Asked | undefined = await askedToAnswerIn(db, ctx, subject);
		if (!asked?.people.includes(ctx.person.id)) return undefined;
		const child = asked.callName;
		return {
			pupil: asked.pupil,
			subject: m.arrangements_mail_offered_subject({ child }, inWords),
			heading: m.arrangements_mail_offered_heading({}, inWords),
			lines: [m.arrangements_mail_offered_line({ child }, inWords)],
			button: { label: m.arrangements_mail_offered_button({}, inWords), path: `/leerlingen/${asked.pupil}/contact` }
		};
	}
	const asking = await askingIn(db, ctx);
	const mine = asking.filter(
		({ arrangement, moment, to }) =>
			arrangement.id === subject && to.includes(ctx.person.id) && aboutAt && moment.fallsOn === dayOf(aboutAt)
	);
	const [first] = mine;
	if (!first) return undefined;
	const child = first.circle.callName;
	return {
		pupil: first.pupil,
		subject: m.arrangements_mail_contact_subject({ child }, inWords),
		heading: m.arrangements_mail_contact_heading({}, inWords),
		lines: [
			...mine.map(({ moment: { form, due } }) =>
				m.arrangements_mail_contact_line(
					{ form: formWords[form]({}, inWords), day: sayDay(due, ctx.language) },
					inWords
				)
			),
			m.arrangements_mail_contact_next({}, inWords)
		],
		button: { label: m.arrangements_mail_contact_button({}, inWords), path: `/leerlingen/${first.pupil}/contact` }
	};
}
