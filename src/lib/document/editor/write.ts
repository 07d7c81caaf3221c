/** The script of a page where one writes: finds the place, and brings what writes in it. */

const place = document.querySelector<HTMLElement>('[data-writing]');
const shell = document.querySelector<HTMLElement>('[data-offline]');

if (place) begin(place, () => import('./write-here.ts').then((code) => code.writeHere(place)));
if (shell)
	begin(shell, () => import('./write-offline.ts').then((code) => code.writeOffline(shell)));

function begin(element: HTMLElement, write: () => Promise<void>): void {
	// The heavier part is asked for at once, and awaited where it is used.
	void import('./open-writing.ts').catch(() => {});
	write().catch(() => {
		const said = document.createElement('p');
		said.role = 'alert';
		said.textContent = element.dataset['failed'] ?? '';
		element.prepend(said);
	});
}
