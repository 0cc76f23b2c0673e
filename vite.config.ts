import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** 'production' leaves the door /dev out; 'trial' keeps it. Each has a folder of its own under build/. */
const build = process.env.EENLIJN_BUILD === 'production' ? 'production' : 'trial';

export default defineConfig({
	// Pieces that four pages or more share travel together: half as many requests, and less in all.
	environments: {
		client: {
			build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'house', minShareCount: 4 }] } } } }
		}
	},
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/words/compiled',
			strategy: ['custom-person', 'baseLocale'],
			emitGitIgnore: false
		}),
		sveltekit({
			adapter: adapter({ out: `build/${build}`, precompress: true }),
			outDir: process.env.EENLIJN_BUILD ? `.svelte-kit/${build}` : '.svelte-kit',
			files: { routes: build === 'production' ? routesWithoutDev() : 'src/routes' },
			csp: {
				mode: 'nonce',
				directives: {
					'default-src': ['none'],
					'script-src': ['self'],
					'style-src': ['self'],
					// SvelteKit's route announcer hides itself with this one style attribute; no other is let in.
					'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
					'connect-src': ['self'],
					'font-src': ['self'],
					'img-src': ['self', 'data:', 'blob:'],
					'media-src': ['self', 'blob:'],
					'manifest-src': ['self'],
					'worker-src': ['self'],
					// The trial shows a mail as a mail program draws it.
					'frame-src': build === 'trial' ? ['self'] : ['none'],
					'frame-ancestors': ['none'],
					'base-uri': ['none'],
					'form-action': ['self'],
					'object-src': ['none']
				}
			}
		})
	]
});

/** SvelteKit reads routes from a folder; production reads one of links to every door but /dev. */
function routesWithoutDev() {
	const folder = '.svelte-kit/production-routes';
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	for (const entry of readdirSync('src/routes')) {
		if (entry !== 'dev') symlinkSync(resolve('src/routes', entry), resolve(folder, entry));
	}
	return folder;
}
