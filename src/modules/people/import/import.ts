declare const brand: unique symbol;
export type ImportId = string & { readonly [brand]: 'import' };

export const importStates = ['mapping', 'waiting', 'running', 'done', 'failed', 'undone'] as const;
/** Columns of a list may have to be understood; files wait to be confirmed; then they are read in, or could not be. */
export type ImportState = (typeof importStates)[number];

/** Reading in takes seconds: after this it has stopped, whatever process was doing it. */
export const readingMinutes = 5;

/** So long do files wait for somebody to confirm them; then they are thrown away. */
export const waitingMinutes = 60;
