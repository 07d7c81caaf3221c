import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: {
		runes: ({ filename }) => (filename.split(/[/\\]/).includes('node_modules') ? undefined : true)
	},
	kit: {
		adapter: adapter({ out: 'build', precompress: true }),
		// The page that opens texts without a connection stands at their addresses: no path is relative to one.
		paths: { relative: false },
		// Writing pages register it, each for its own address.
		serviceWorker: { register: false },
		// Styles of small components travel in the page: a request for each costs more than they weigh.
		inlineStyleThreshold: 2048,
		// Ours is stricter, and its refusal is a page in the reader's language: lib/site/own-origin.ts.
		csrf: { trustedOrigins: ['*'] },
		// Nonces for pages made on request, hashes for prerendered ones. 'self' covers the page's own
		// WebSockets in every browser of the build target.
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		},
		typescript: {
			config(config) {
				config.include.push(
					'../server/**/*.ts',
					'../server/**/*.mjs',
					'../migrations/**/*.ts',
					'../tests/**/*.mjs',
					'../playwright.config.ts',
					'../svelte.config.js',
					'../eslint.config.js'
				);
			}
		}
	}
};
