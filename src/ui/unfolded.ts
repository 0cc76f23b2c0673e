/**
 * For `<details {...unfolded(…)}>`: open when the page comes, or nothing said about it. With `open={…}` a page that wakes up
 * sets it to what the server drew, and so folds what somebody had unfolded before the script was there.
 */
export function unfolded(isOpen: boolean): { open?: true } {
	return isOpen ? { open: true } : {};
}
