import { largestFile, startsWith, type FileRefusal, type FileType, type Made } from './file.ts';
import { no, ok, type Outcome } from './outcome.ts';
import { cleanMp3 } from './recording-mp3.ts';
import { cleanMp4 } from './recording-mp4.ts';
import { cleanOgg } from './recording-ogg.ts';
import { cleanWebm } from './recording-webm.ts';

/** Two minutes of speech, in what browsers record with; and so much room for their differences. */
export const longestRecording = 120;
const largestRecording = Math.min(4 * 1024 * 1024, largestFile);

/**
 * Spoken words as a browser or a phone recorded them: WebM or Ogg with Opus, MP4 (also M4A) with AAC, MP3. Told by what is in it;
 * with pictures in it, or words that run along, it is refused. Only what playing needs is kept: what a device or a person noted
 * beside the sound (a place, a name, a date, a picture on the front) is made blank.
 */
export function recordingFrom(bytes: Uint8Array): Outcome<Made, FileRefusal> {
	return bytes.length > largestRecording ? no('file-too-large') : soundFrom(bytes);
}

/** The same of any length that a file may have, as somebody brings it along. */
export function soundFrom(bytes: Uint8Array): Outcome<Made, FileRefusal> {
	if (!bytes.length) return no('no-file');
	if (bytes.length > largestFile) return no('file-too-large');
	const [type, clean] = typeOf(bytes) ?? [];
	const cleaned = clean?.(bytes);
	return type && cleaned ? ok({ type, bytes: cleaned }) : no('not-a-recording');
}

function typeOf(bytes: Uint8Array): [FileType, (bytes: Uint8Array) => Uint8Array | undefined] | undefined {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
	if (startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3]))
		return /A_(OPUS|VORBIS)/.test(head) ? ['audio/webm', cleanWebm] : undefined;
	if (startsWith(bytes, 'OggS')) return /OpusHead|vorbis/.test(head) ? ['audio/ogg', cleanOgg] : undefined;
	return startsWith(bytes, 'ftyp', 4) ? ['audio/mp4', cleanMp4] : ['audio/mpeg', cleanMp3];
}
