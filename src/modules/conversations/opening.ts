/** What a sentence to begin with is drawn with; the words stand beside it, always. */
export const pictures = [
	'ball',
	'blocks',
	'book',
	'chair',
	'check',
	'clock',
	'cloud',
	'ear',
	'eye',
	'friends',
	'frown',
	'hands',
	'house',
	'leaf',
	'message',
	'moon',
	'music',
	'noise',
	'pencil',
	'person',
	'phone',
	'picture',
	'question',
	'smile',
	'stop',
	'sums',
	'sun'
] as const;
export type Picture = (typeof pictures)[number];

/** Put a sentence into an answer, or take it out when it stands there as it was put. */
export function toggle(text: string, sentence: string): string {
	const lines = text.split('\n');
	if (lines.includes(sentence))
		return lines
			.filter((line) => line !== sentence)
			.join('\n')
			.trim();
	return add(text, sentence);
}

export function has(text: string, sentence: string): boolean {
	return text.split('\n').includes(sentence);
}

export function add(text: string, sentence: string): string {
	if (text.includes(sentence)) return text;
	return text.trim() ? `${text.trimEnd()}\n${sentence}` : sentence;
}
