import { SaxesParser } from 'saxes';
import { unreadable, type Reading, type UnreadableReason } from './roster.ts';

/** One school, group, pupil or member of staff as an EDEXML file has it. */
export type EdexElement = {
	kind: 'school' | 'group' | 'combined' | 'pupil' | 'staff';
	line: number;
	key: string;
	fields: Record<string, string>;
	roles: string[];
	groups: { key: string; roles: string[]; combined: boolean }[];
};

const kinds: Record<string, EdexElement['kind']> = {
	school: 'school',
	'groepen/groep': 'group',
	'groepen/samengestelde_groep': 'combined',
	'leerlingen/leerling': 'pupil',
	'leerkrachten/leerkracht': 'staff'
};

/** What the school stands in: EDEXML itself, or the same data as UWLR sends it, with or without its envelope. */
const roots = { EDEX: 'EDEXML', leerlinggegevens: 'UWLR' } as const;
const envelopes = ['Envelope', 'Body', 'leerlinggegevens_antwoord'];
export type EdexFormat = (typeof roots)[keyof typeof roots];

const nameFields = ['achternaam', 'voorvoegsel', 'voornamen', 'voorletters-1', 'roepnaam', 'emailadres'];
/**
 * All that is ever kept of a file. National number, ethnicity, country, weight, eckid and vendors' additions are not in
 * the list, so they pass by unread (handbook §16, standards §1).
 */
const wanted: Record<EdexElement['kind'], readonly string[]> = {
	school: ['schooljaar', 'brincode', 'xsdversie'],
	group: ['naam', 'jaargroep'],
	combined: ['naam'],
	pupil: [...nameFields, 'geboortedatum', 'jaargroep', 'uitstroomdatum'],
	staff: nameFields
};

const deepest = 24;
const mostAttributes = 40;
const longestText = 256;
const step = 65_536;

class Stop extends Error {
	readonly reason: UnreadableReason;
	constructor(reason: UnreadableReason, about: string) {
		super(about);
		this.reason = reason;
	}
}

/** Walk through the text once and hand over each element; stops at the first thing that is no EDEXML. */
export function readElements(file: string, text: string, take: (element: EdexElement) => void): Reading<EdexFormat> {
	const parser = new SaxesParser<{ xmlns?: false; fileName: string }>({ fileName: file });
	const walk = walkWith(() => parser.line, take);
	let attributes = 0;
	parser.on('doctype', () => {
		throw new Stop('doctype', '');
	});
	parser.on('error', (error) => {
		throw new Stop(/entity/.test(error.message) ? 'doctype' : 'broken-xml', error.message);
	});
	parser.on('opentagstart', () => {
		attributes = 0;
	});
	parser.on('attribute', () => {
		if (++attributes > mostAttributes) throw new Stop('not-edex', '');
	});
	parser.on('opentag', ({ name, attributes: given }) => walk.open(localName(name), given.key ?? ''));
	parser.on('text', walk.text);
	parser.on('cdata', walk.text);
	parser.on('closetag', walk.close);
	try {
		for (let at = 0; at < text.length; at += step) parser.write(text.slice(at, at + step));
		parser.close();
		const format = walk.format();
		return format ? { ok: true, value: format } : unreadable('not-edex', file, 1);
	} catch (error) {
		if (error instanceof Stop) return unreadable(error.reason, file, parser.line, error.message);
		throw error;
	}
}

function walkWith(line: () => number, take: (element: EdexElement) => void) {
	const path: string[] = [];
	let element: EdexElement | undefined;
	let elementDepth = 0;
	let taking = '';
	let root: { format: EdexFormat; depth: number } | undefined;

	return {
		format: () => root?.format,
		open(name: string, key: string) {
			const isOuter = path.every((outer) => envelopes.includes(outer));
			path.push(name);
			if (!root && isOuter && isRoot(name)) root = { format: roots[name], depth: path.length };
			if (!root && path.length === 1 && !envelopes.includes(name)) throw new Stop('not-edex', name);
			if (path.length > deepest) throw new Stop('not-edex', '');
			taking = '';
			if (!element) {
				const kind = root && kinds[path.slice(root.depth).join('/')];
				if (!kind) return;
				element = { kind, line: line(), key: key.trim(), fields: {}, roles: [], groups: [] };
				elementDepth = path.length;
				return;
			}
			const inside = path.slice(elementDepth).join('/');
			if (isGroupOf(element.kind, inside)) {
				element.groups.push({ key: key.trim(), roles: [], combined: name === 'samengestelde_groep' });
			} else if (wanted[element.kind].includes(inside) || isRoleOf(element.kind, inside)) {
				taking = inside;
				element.fields[taking] = '';
			}
		},
		text(text: string) {
			if (element && taking) element.fields[taking] = (element.fields[taking] + text).slice(0, longestText);
		},
		close() {
			if (element && taking) finish(element, taking);
			taking = '';
			if (element && path.length === elementDepth) {
				take(element);
				element = undefined;
			}
			path.pop();
		}
	};
}

function finish(element: EdexElement, field: string) {
	const value = element.fields[field]!.trim().replace(/\s+/g, ' ').normalize('NFC');
	element.fields[field] = value;
	if (!isRoleOf(element.kind, field)) return;
	delete element.fields[field];
	(field === 'rol' ? element.roles : element.groups.at(-1)!.roles).push(value.toUpperCase());
}

function isGroupOf(kind: EdexElement['kind'], inside: string) {
	if (kind === 'pupil') return inside === 'groep' || inside === 'samengestelde_groepen/samengestelde_groep';
	return kind === 'staff' && /^groepen\/(samengestelde_)?groep$/.test(inside);
}

function isRoleOf(kind: EdexElement['kind'], inside: string) {
	return kind === 'staff' && /^(groepen\/(samengestelde_)?groep\/)?rol$/.test(inside);
}

function isRoot(name: string): name is keyof typeof roots {
	return name in roots;
}

function localName(name: string) {
	return name.slice(name.indexOf(':') + 1);
}
