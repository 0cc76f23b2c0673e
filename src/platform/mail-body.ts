import type { Language } from './ctx.ts';

type Link = { label: string; href: string };
/** A heading, sentences, answers of one tap, and at most one button. */
export type MailPart = { heading: string; lines: readonly string[]; taps?: readonly Link[]; button?: Link };
/** What a mail says, with a quiet line below. `parts`: several things in one mail, one under the other. */
export type MailText = MailPart & { language: Language; parts?: readonly MailPart[]; foot?: string };

/** The same words twice: as plain text and as a page that every mail program draws, without pictures from outside. */
export function mailBody({ language, foot, parts = [], ...first }: MailText): { text: string; html: string } {
	const text = [...inText(first), ...parts.flatMap((part) => ['—', ...inText(part)]), ...(foot ? [foot] : [])];
	const below = foot ? `<p style="margin:24px 0 0;font-size:14px;color:#5a6066">${escape(foot)}</p>` : '';
	const title = `<h1 style="margin:0 0 16px;font-size:22px">${escape(first.heading)}</h1>`;
	const rest = parts
		.map(
			(part) =>
				`<div style="margin:24px 0 0;padding:24px 0 0;border-top:1px solid #d9d6cf"><h2 style="margin:0 0 12px;font-size:19px">${escape(part.heading)}</h2>${drawn(part)}</div>`
		)
		.join('');
	const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escape(first.heading)}</title></head><body style="margin:0;padding:24px;background:#fbfaf7;color:#1f2326;font:17px/1.5 sans-serif"><div style="max-width:560px;margin:0 auto">${title}${drawn(first)}${rest}${below}</div></body></html>`;
	return { text: `${text.join('\n\n')}\n`, html };
}

function inText({ heading, lines, taps = [], button }: MailPart): string[] {
	const said = (link: Link) => `${link.label}:\n${link.href}`;
	return [heading, ...lines, ...taps.map(said), ...(button ? [said(button)] : [])];
}

function drawn({ lines, taps = [], button }: MailPart): string {
	const paragraphs = lines.map((line) => `<p style="margin:0 0 16px">${escape(line)}</p>`).join('');
	const answers = taps
		.map(
			({ label, href }) =>
				`<a href="${escape(href)}" style="display:block;margin:0 0 12px;padding:14px 20px;border:2px solid #27408b;border-radius:6px;color:#27408b;font-weight:600;text-align:center;text-decoration:none">${escape(label)}</a>`
		)
		.join('');
	const action = button
		? `<p style="margin:24px 0"><a href="${escape(button.href)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#27408b;color:#ffffff;font-weight:600;text-decoration:none">${escape(button.label)}</a></p>`
		: '';
	return `${paragraphs}${answers}${action}`;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string) {
	return text.replace(/[&<>"]/g, (character) => escapes[character]!);
}
