/** Where somebody was going, from an address or a form: a path of this house, or the page everybody starts at. */
export function returnPath(text: unknown): string {
	const start = '/vandaag';
	if (typeof text !== 'string' || !/^\/(?![/\\])[^\\\s]*$/.test(text)) return start;
	return new URL(text, 'http://house').host === 'house' ? text : start;
}
