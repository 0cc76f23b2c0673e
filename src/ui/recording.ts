/** Does this device record? Only a browser knows: ask once the page stands. */
export function canRecord(): boolean {
	return typeof MediaRecorder !== 'undefined' && Boolean(navigator.mediaDevices);
}

/** What was made here takes the place of a file that would have been chosen in this field. */
export function choose(field: HTMLInputElement, name: string, made: Blob) {
	const files = new DataTransfer();
	files.items.add(new File([made], name, { type: made.type }));
	field.files = files.files;
}
