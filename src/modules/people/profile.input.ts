import { channels, pieces, spoken, type Piece, type Profile } from './profile.ts';

const longest = { language: 40, words: 200 };
const most = 3;

export function readPiece(form: FormData): Piece | undefined {
	const named = form.get('piece');
	return pieces.find((piece) => piece === named);
}

/** One wish from its form. Undefined: nothing that this form offers. */
export function readWish(form: FormData): Partial<Profile> | undefined {
	const piece = readPiece(form);
	switch (piece) {
		case 'reads':
		case 'speaks':
			return { [piece]: languagesIn(form) };
		case 'interpreter':
			return { interpreter: languagesIn(form)[0] ?? '' };
		case 'readAloud':
		case 'pictures':
		case 'ownTalk':
			return { [piece]: form.get('wish') === 'yes' };
		case 'channel': {
			const wanted = form.get('wish');
			const channel = channels.find((one) => one === wanted);
			return channel && { channel };
		}
		case 'callWhen':
			return { callWhen: textOf(form.get('wish')).slice(0, longest.words) };
		case undefined:
			return undefined;
	}
}

/** In the order of the page, each once. What the administration calls a language may stand beside those we know. */
function languagesIn(form: FormData): string[] {
	const named = form.getAll('language').map((language) => textOf(language).slice(0, longest.language));
	return [...new Set(named.filter(isLanguage))].slice(0, most);
}

function isLanguage(language: string) {
	return spoken.some((one) => one === language) || /^[a-z]{2,8}(-[A-Za-z]{2,8})*$/.test(language);
}

function textOf(value: FormDataEntryValue | null) {
	return typeof value === 'string' ? value.trim() : '';
}
