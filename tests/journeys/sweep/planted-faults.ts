/** One mistake each, in a page that is good for the rest; and what the sweep says of it. */
export const planted: Record<string, { page: string; says: RegExp; outside?: string }> = {
	'a second heading of the first level': { page: '<h1>Nog een</h1>', says: /2 headings of the first level/ },
	'a level of headings that was passed over': { page: '<h3>Te klein</h3>', says: /heading-order/ },
	'a second main': { page: '', outside: '<main>Nog een</main>', says: /2 times main/ },
	'words outside every part of the page': { page: '', outside: '<p>Verdwaald</p>', says: /region/ },
	'a button without a name': { page: '<button></button>', says: /button-name/ },
	'a field without a label': { page: '<input>', says: /label/ },
	'a name that is not the word one sees': {
		page: '<button aria-label="Verwijder">Gooi weg</button>',
		says: /label-content-name-mismatch/
	},
	'two links alike': { page: '<a href="/a">Bekijk</a> <a href="/b">Bekijk</a>', says: /several links say «bekijk»/ },
	'pale letters': { page: '<p style="color: #ccc">Bleek</p>', says: /wide: color-contrast/ },
	'letters that are pale in the dark alone': {
		page: '<style>@media (prefers-color-scheme: dark) { p { color: #ccc } }</style><p>Bleek</p>',
		says: /dark: color-contrast/
	},
	'a line that does not break': {
		page: '<p style="white-space: nowrap">' + 'lang '.repeat(40) + '</p>',
		says: /320 px: one has to scroll/
	},
	'words that are cut off': {
		page: '<p style="overflow: hidden; white-space: nowrap; width: 90px">Dit past hier niet helemaal</p>',
		says: /is cut off/
	},
	'a box that does not grow with its letters': {
		page: '<p style="overflow: hidden; block-size: 30px; inline-size: 200px">Niet hoger</p>',
		says: /letters of 200 %: is cut off/
	},
	'words on top of others': {
		page: '<p>Onder</p><p style="margin-block-start: -1.8em">Boven</p>',
		says: /on top of other words/
	},
	'a step to the wrong side from right to left': {
		page: '<style>:dir(rtl) > div { margin-left: -300px }</style><div>Naar links</div>',
		says: /right to left: one has to scroll/
	},
	'a sheet that is too wide': {
		page: '<style>@media print { div { inline-size: 900px } }</style><div>Breed</div><table style="inline-size: 100%"><tr><td>x</td></tr></table>',
		says: /on paper: one has to scroll/
	},
	'a button for a needle': {
		page: '<button style="min-block-size: 30px">Druk hier</button>',
		says: /too small to press/
	},
	'a button the Tab key passes by': { page: '<button tabindex="-1">Druk hier</button>', says: /passes by/ },
	'a button that jumps the queue': { page: '<button tabindex="3">Druk hier</button>', says: /jumps the queue/ },
	'a button that does not show the focus': {
		page: '<button style="outline: none">Druk hier</button>',
		says: /shows no focus/
	},
	'a button under something else': {
		page: '<button>Druk hier</button><div style="position: fixed; inset: 0; background: white">Eroverheen</div>',
		says: /lies under/
	},
	'another order than one reads': {
		page: '<div style="display: flex; flex-direction: column-reverse"><button>Eerst dit</button><button>Dan dat</button></div>',
		says: /comes after what stands below it/
	}
};

/** The good page around it, with the colours and sizes of the house. */
export function pageWith({ page, outside = '' }: { page: string; outside?: string }) {
	return `<!doctype html><html lang="nl" dir="ltr"><head><title>Geplant</title><style>
		:root { color-scheme: light } :focus-visible { outline: 3px solid blue } button { min-block-size: 44px; padding: 0 20px } input { min-block-size: 44px }
	</style></head><body><main><h1>Geplant</h1>${page}</main>${outside}</body></html>`;
}
