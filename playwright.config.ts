import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = process.env.CHROMIUM_PATH || known.find((path) => existsSync(path));

// A journey runs on the desktop. One that bears @phone runs at 390 px too, one that bears @nojs runs
// without JavaScript too; titles say « (sans JavaScript) » nowhere, since the acts are the same.
export default defineConfig({
	testDir: 'tests/journeys',
	outputDir: 'test-results',
	testMatch: '**/*.spec.ts',
	// One site, one worker: journeys share it, and two cores are enough for a browser and a server.
	workers: 1,
	// On a shared machine a browser may be starved for a minute: a journey is then walked again.
	retries: process.env.CI ? 2 : 0,
	timeout: 120_000,
	expect: { timeout: 15_000 },
	forbidOnly: true,
	reporter: 'list',
	use: {
		locale: 'fr-FR',
		timezoneId: 'Europe/Paris',
		trace: 'retain-on-failure',
		screenshot: 'only-on-failure',
		actionTimeout: 15_000,
		launchOptions: {
			...(executablePath ? { executablePath } : {}),
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--disable-dev-shm-usage'
			]
		}
	},
	projects: [
		{ name: 'desktop', use: { viewport: { width: 1280, height: 900 } } },
		{
			name: 'phone',
			grep: /@phone/,
			use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
		},
		{
			name: 'nojs',
			grep: /@nojs/,
			use: { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false }
		}
	]
});
