import { existsSync } from 'node:fs';
import { findProgram, installSystemPackage, runTool } from './tool.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Finds a Chromium for the journeys, or brings one, and says which.
 *
 * @param {string} node
 * @returns {Promise<Record<string, string>>} variables for the journeys
 */
export async function bringChromium(node) {
	const given = process.env.CHROMIUM_PATH;
	if (given && existsSync(given)) return { CHROMIUM_PATH: given };
	const found = find() ?? ((await installSystemPackage('chromium')) ? find() : null);
	if (found) {
		process.stdout.write(`Browser: ${found}\n`);
		return { CHROMIUM_PATH: found };
	}
	process.stdout.write(
		'Browser: the Chromium of Playwright, downloaded when it is not there yet\n'
	);
	if ((await runTool(node, ['@playwright/test/cli.js', 'install', 'chromium'])) !== 0) {
		throw new Error('no browser: install chromium, or name one with CHROMIUM_PATH');
	}
	return { CHROMIUM_PATH: '' };
}

function find() {
	for (const name of names) {
		const path = findProgram(name);
		if (path) return path;
	}
	return null;
}
