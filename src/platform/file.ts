/** A picture or a recording, cleaned and ready to be kept; made by `picture.server.ts`, `recording.ts` and `document.server.ts`. */
export type Made = { type: FileType; bytes: Uint8Array };

export const fileTypes = [
	...(['image/jpeg', 'image/png'] as const),
	...(['audio/webm', 'audio/ogg', 'audio/mp4', 'audio/mpeg'] as const),
	'application/pdf'
] as const;
export type FileType = (typeof fileTypes)[number];

/** Of what people send; what is kept is smaller. */
export const largestFile = 10 * 1024 * 1024;

export type FileRefusal = 'no-file' | 'file-too-large' | 'not-a-picture' | 'not-a-recording';
export type DocumentRefusal = 'no-file' | 'file-too-large' | 'not-a-document' | 'locked-document' | 'unsafe-document';

/** What these bytes begin with says what they are; a name or a header says what somebody wants them to be. */
export function startsWith(bytes: Uint8Array, signs: string | readonly number[], at = 0): boolean {
	const wanted = typeof signs === 'string' ? [...signs].map((sign) => sign.charCodeAt(0)) : signs;
	return wanted.every((sign, index) => bytes[at + index] === sign);
}
