export const sheetLanguages = ['nl', 'en', 'ar'] as const;
/** In which a paper can be made; there are more of them than the screens have. */
export type SheetLanguage = (typeof sheetLanguages)[number];

/** A part of a paper, in reading order. `own`: words that people wrote, in their own language and direction. */
export type Block =
	| { kind: 'title' | 'heading'; text: string }
	| { kind: 'lead' | 'text' | 'quiet'; text: string; own?: boolean }
	| { kind: 'list'; items: readonly string[] };

export type Sheet = {
	language: SheetLanguage;
	title: string;
	blocks: readonly Block[];
	/** What stands under each page. */
	foot: (page: number, of: number) => string;
};
