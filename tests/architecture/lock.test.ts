import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Locked = { dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> };
type Lock = { packages: Record<string, Locked & { devDependencies?: Record<string, string> }> };

/** What `npm ci` would refuse a clean clone for: a package that another one names and that the lock doesn't hold. */
function missingFrom({ packages }: Lock) {
	const held = (at: string, name: string): boolean => {
		if (`${at ? `${at}/` : ''}node_modules/${name}` in packages) return true;
		return at !== '' && held(at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1)), name);
	};
	return Object.entries(packages).flatMap(([at, { dependencies, devDependencies, optionalDependencies }]) =>
		Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
			.filter((name) => !held(at, name))
			.map((name) => `${at || 'package.json'} → ${name}`)
	);
}

test('the lock holds every package that is named, for every kind of machine', () => {
	expect(missingFrom(JSON.parse(readFileSync('package-lock.json', 'utf8')))).toEqual([]);
});

test('the lock was made from this package.json', () => {
	const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
	const root = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages[''];
	expect(root.devDependencies).toEqual(devDependencies);
	expect(root.dependencies).toEqual(dependencies);
	expect(root.optionalDependencies).toEqual(optionalDependencies);
});

test('planted: a binary for another kind of machine that the lock forgot', () => {
	const tool = { optionalDependencies: { 'tool-linux': '1.0.0', 'tool-mac': '1.0.0' } };
	const packages = { '': { devDependencies: { tool: '1.0.0' } }, 'node_modules/tool': tool };
	expect(missingFrom({ packages: { ...packages, 'node_modules/tool/node_modules/tool-linux': {} } })).toEqual([
		'node_modules/tool → tool-mac'
	]);
});
