import { largestFile, startsWith, type FileRefusal, type FileType, type Made } from './file.ts';
import { no, ok, type Outcome } from './outcome.ts';

/** Two minutes of speech, in what browsers record with; and so much room for their differences. */
export const longestRecording = 120;
const largestRecording = Math.min(4 * 1024 * 1024, largestFile);

/**
 * Spoken words as a browser recorded them: WebM or Ogg with Opus, MP4 with AAC. Told by what is in it; with pictures in it
 * it is refused. What a phone may have noted about the place is wiped.
 */
export function recordingFrom(bytes: Uint8Array): Outcome<Made, FileRefusal> {
	if (!bytes.length) return no('no-file');
	if (bytes.length > largestRecording) return no('file-too-large');
	const type = typeOf(bytes);
	if (!type) return no('not-a-recording');
	return ok({ type, bytes: type === 'audio/mp4' ? withoutNotes(bytes) : bytes });
}

function typeOf(bytes: Uint8Array): FileType | undefined {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
	if (startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3])) {
		const isSound = head.includes('webm') && /A_(OPUS|VORBIS)/.test(head) && !/V_[A-Z]/.test(head);
		return isSound ? 'audio/webm' : undefined;
	}
	if (startsWith(bytes, 'OggS'))
		return /OpusHead|vorbis/.test(head) && !head.includes('theora') ? 'audio/ogg' : undefined;
	if (!startsWith(bytes, 'ftyp', 4)) return undefined;
	const all = new TextDecoder('latin1').decode(bytes);
	return all.includes('soun') && !all.includes('vide') ? 'audio/mp4' : undefined;
}

/** Boxes of MP4 in which a device writes what it likes; as empty room of the same length nothing else has to move. */
const notes = ['udta', 'meta', 'uuid'];
const boxesInside = ['moov', 'trak', 'moof', 'traf'];

function withoutNotes(bytes: Uint8Array): Uint8Array {
	const clean = bytes.slice();
	const view = new DataView(clean.buffer);
	const wipe = (from: number, to: number) => {
		for (let at = from; at + 8 <= to;) {
			const length = view.getUint32(at);
			const end = length >= 8 ? Math.min(at + length, to) : to;
			const name = String.fromCharCode(...clean.subarray(at + 4, at + 8));
			if (notes.includes(name)) {
				clean.set(
					[...'free'].map((sign) => sign.charCodeAt(0)),
					at + 4
				);
				clean.fill(0, at + 8, end);
			} else if (boxesInside.includes(name)) wipe(at + 8, end);
			at = end;
		}
	};
	wipe(0, clean.length);
	return clean;
}
