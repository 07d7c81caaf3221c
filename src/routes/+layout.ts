import type { Messages } from '#lib/messages/messages.ts';

// Reading pages ship no script; a page that needs one says so itself.
export const csr = false;

/** The reader's language alone: the few pages with a script fetch one catalogue, not all. */
export const load = async ({ data }) => {
	const messages: Messages =
		data.locale === 'en'
			? (await import('#lib/messages/en.ts')).en
			: (await import('#lib/messages/fr.ts')).fr;
	return { ...data, messages };
};
