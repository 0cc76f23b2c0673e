const browsers: [RegExp, string][] = [
	[/Edg(e|A|iOS)?\//, 'Edge'],
	[/SamsungBrowser\//, 'Samsung Internet'],
	[/OPR\//, 'Opera'],
	[/(Firefox|FxiOS)\//, 'Firefox'],
	[/(Chrome|CriOS)\//, 'Chrome'],
	[/Safari\//, 'Safari']
];
const systems: [RegExp, string][] = [
	[/iPhone/, 'iPhone'],
	[/iPad/, 'iPad'],
	[/Android/, 'Android'],
	[/Windows/, 'Windows'],
	[/CrOS/, 'Chromebook'],
	[/Mac OS X|Macintosh/, 'Mac'],
	[/Linux/, 'Linux']
];

/** What a person would call the device, from what its browser says of itself; undefined when that says nothing. */
export function deviceOf(userAgent: string): { browser: string; system: string } | undefined {
	const find = (names: [RegExp, string][]) => names.find(([sign]) => sign.test(userAgent))?.[1];
	const [browser, system] = [find(browsers), find(systems)];
	return browser && system ? { browser, system } : undefined;
}
