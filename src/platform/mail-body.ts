import type { Language } from './ctx.ts';

/** What a mail says: a heading, sentences, at most one button, and a quiet line below. */
export type MailText = {
	language: Language;
	heading: string;
	lines: readonly string[];
	button?: { label: string; href: string };
	foot?: string;
};

/** The same words twice: as plain text and as a page that every mail program draws, without pictures from outside. */
export function mailBody({ language, heading, lines, button, foot }: MailText): { text: string; html: string } {
	const text = [heading, ...lines, ...(button ? [`${button.label}:\n${button.href}`] : []), ...(foot ? [foot] : [])];
	const paragraphs = lines.map((line) => `<p style="margin:0 0 16px">${escape(line)}</p>`).join('');
	const action = button
		? `<p style="margin:24px 0"><a href="${escape(button.href)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#27408b;color:#ffffff;font-weight:600;text-decoration:none">${escape(button.label)}</a></p>`
		: '';
	const below = foot ? `<p style="margin:24px 0 0;font-size:14px;color:#5a6066">${escape(foot)}</p>` : '';
	const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escape(heading)}</title></head><body style="margin:0;padding:24px;background:#fbfaf7;color:#1f2326;font:17px/1.5 sans-serif"><div style="max-width:560px;margin:0 auto"><h1 style="margin:0 0 16px;font-size:22px">${escape(heading)}</h1>${paragraphs}${action}${below}</div></body></html>`;
	return { text: `${text.join('\n\n')}\n`, html };
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string) {
	return text.replace(/[&<>"]/g, (character) => escapes[character]!);
}
