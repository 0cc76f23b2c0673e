import { agendaOf, type Agenda } from './agenda.ts';
import type { Talk } from './check.ts';
import type { Instance, Plan, Staff } from './instance.ts';
import { likingOf, travelOf } from './starts.ts';

/** The words in the picture; the screen passes them in the language of who looks. */
export type PictureWords = {
	title(honoured: number, asked: number): string;
	liking: [string, string, string];
	offered: string;
	unmet(count: number): string;
	none: string;
};

const nameWidth = 86;
const rowHeight = 20;
const minuteWidth = 1.9;
const panelGap = 28;
const margin = 16;
const unmetColumns = 4;

const style = `.plan{font:11px system-ui,sans-serif;fill:var(--plan-ink,#1d2b28)}.plan .title{font-size:17px;font-weight:600}.plan .day{font-size:13px;font-weight:600}.plan .soft{fill:var(--plan-soft,#5d6b67)}.plan .paper{fill:var(--plan-paper,#fff)}.plan .window{fill:var(--plan-window,#e9eeec)}.plan .hour{stroke:var(--plan-line,#c9d2cf);stroke-width:.5}.plan .liked0{fill:var(--plan-preferred,#1f7a5c)}.plan .liked1{fill:var(--plan-fine,#e0a92e)}.plan .liked2{fill:var(--plan-needed,#b3452f)}.plan .third{fill-opacity:.55}.plan .journey{fill:none;stroke:var(--plan-soft,#5d6b67);stroke-dasharray:2 2}.plan .mark{fill:#fff;font-size:9px;text-anchor:middle}`;

/** Draws a plan as SVG: staff by time, one panel a day, colour and mark by how the family likes the time, unmet listed. */
export function drawPlan(instance: Instance, plan: Pick<Plan, 'talks'>, words: PictureWords): string {
	const agenda = agendaOf(instance, plan.talks);
	const talks = [...agenda.talkOf.values()];
	const unmet = instance.requests.filter((request) => !agenda.talkOf.has(request.id));
	const parts: string[] = [];
	let [y, width] = [margin + 16, 720];
	parts.push(text(margin, y, words.title(talks.length, instance.requests.length), 'title'));
	y += 22;
	parts.push(legend(y, words));
	y += 18;
	instance.days.forEach((day, d) => {
		const panel = drawDay(
			agenda,
			d,
			talks.filter((talk) => talk.day === d),
			y,
			day.date
		);
		if (!panel) return;
		parts.push(panel.svg);
		y += panel.height + panelGap;
		width = Math.max(width, panel.width);
	});
	parts.push(text(margin, y, words.unmet(unmet.length), 'day'));
	y += 18;
	if (!unmet.length) parts.push(text(margin, y, words.none, 'soft'));
	unmet.forEach((request, i) => {
		const [column, row] = [i % unmetColumns, Math.floor(i / unmetColumns)];
		const name = `${request.id}: ${request.staff.join(' + ')} (${request.priority})`;
		parts.push(text(margin + column * ((width - 2 * margin) / unmetColumns), y + row * 15, name, 'soft'));
	});
	const height = y + Math.ceil(unmet.length / unmetColumns) * 15 + margin;
	const label = escaped(words.title(talks.length, instance.requests.length));
	return `<svg xmlns="http://www.w3.org/2000/svg" class="plan" role="img" aria-label="${label}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><style>${style}</style><rect class="paper" width="100%" height="100%"/>${parts.join('')}</svg>`;
}

function drawDay(agenda: Agenda, day: number, talks: Talk[], top: number, name: string) {
	const staff = agenda.instance.staff.filter((one) => one.windows.some((window) => window.day === day));
	if (!staff.length) return undefined;
	const windows = staff.flatMap((one) => one.windows.filter((window) => window.day === day));
	const from = Math.floor(Math.min(...windows.map((one) => one.from)) / 30) * 30;
	const to = Math.ceil(Math.max(...windows.map((one) => one.to)) / 30) * 30;
	const x = (minute: number) => margin + nameWidth + (minute - from) * minuteWidth;
	const bottom = top + 24 + staff.length * rowHeight;
	const parts = [text(margin, top + 12, name, 'day')];
	for (let minute = from; minute <= to; minute += 30) {
		parts.push(`<line class="hour" x1="${x(minute)}" x2="${x(minute)}" y1="${top + 20}" y2="${bottom}"/>`);
		parts.push(text(x(minute) + 2, top + 14, clock(minute), 'soft'));
	}
	staff.forEach((one, row) => {
		const y = top + 24 + row * rowHeight;
		parts.push(text(margin, y + 13, one.id, ''));
		for (const window of one.windows.filter((each) => each.day === day))
			parts.push(bar('window', x(window.from), y + 1, (window.to - window.from) * minuteWidth, rowHeight - 2));
		for (const talk of talks) if (talk.asked.staff.includes(one.id)) parts.push(drawTalk(agenda, talk, one, x, y));
	});
	return { svg: parts.join(''), height: bottom - top, width: Math.ceil(x(to)) + margin + 24 };
}

function drawTalk(agenda: Agenda, talk: Talk, person: Staff, x: (minute: number) => number, y: number) {
	const likings = talk.asked.parties.map(
		(id) => likingOf(agenda.index.party.get(id)!, talk.day, talk.start, talk.end) ?? 0
	);
	const liking = Math.max(...likings);
	const width = talk.asked.minutes * minuteWidth - 1.5;
	const third = talk.asked.staff[0] === person.id ? '' : ' third';
	const travel = travelOf(talk.asked);
	const told = `<title>${escaped(`${clock(talk.start)}–${clock(talk.end)} ${talk.request} ${talk.asked.parties.join(' + ')}`)}</title>`;
	const journey = travel
		? bar('journey', x(talk.start - travel), y + 3, (talk.asked.minutes + 2 * travel) * minuteWidth, rowHeight - 6)
		: '';
	const mark = liking
		? `<text class="mark" x="${x(talk.start) + width / 2}" y="${y + 14}">${'●'.repeat(liking)}</text>`
		: '';
	return `<g>${told}${journey}${bar(`liked${liking}${third}`, x(talk.start) + 0.75, y + 2, width, rowHeight - 4)}${mark}</g>`;
}

function legend(y: number, words: PictureWords) {
	let x = margin;
	return [...words.liking.map((name, i) => ({ name, kind: `liked${i}` })), { name: words.offered, kind: 'window' }]
		.map(({ name, kind }) => {
			const part = bar(kind, x, y - 10, 14, 12) + text(x + 19, y, name, '');
			x += 40 + name.length * 6.2;
			return part;
		})
		.join('');
}

function bar(kind: string, x: number, y: number, width: number, height: number) {
	return `<rect class="${kind}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="2"/>`;
}

function text(x: number, y: number, words: string, kind: string) {
	return `<text class="${kind}" x="${round(x)}" y="${round(y)}">${escaped(words)}</text>`;
}

function clock(minute: number) {
	return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function round(value: number) {
	return Math.round(value * 10) / 10;
}

function escaped(words: string) {
	return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
