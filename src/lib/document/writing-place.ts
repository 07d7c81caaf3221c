/** What a page says of the text that is written on it: the editor's script has nothing else to begin with. */

export interface WritingPlace {
	documentId: string;
	/** From the document: a text made anew has another. */
	epoch: number;
	/** Name of the text in the document. */
	text: string;
	/** Who writes, in this territory. */
	personId: string;
	/** Who is signed in: what a browser keeps is theirs alone. */
	accountId: string;
	/** What the text is, for a screen reader. */
	label: string;
	/** What the page is called. */
	title: string;
	/** The reader's language. */
	locale: string;
	/** `lang` of what people wrote, where it is not the reader's. */
	lang: string | null;
	/** A shared computer keeps nothing. */
	sharedComputer: boolean;
}

const STRINGS = [
	'documentId',
	'text',
	'personId',
	'accountId',
	'label',
	'title',
	'locale'
] as const;

/** Reads a place as a page or a browser kept it; null when it is none, such as one of an earlier version. */
export function readWritingPlace(given: unknown): WritingPlace | null {
	if (typeof given !== 'object' || given === null) return null;
	const fields = new Map<string, unknown>(Object.entries(given));
	const epoch = fields.get('epoch');
	const sharedComputer = fields.get('sharedComputer');
	const lang = fields.get('lang') ?? null;
	if (lang !== null && typeof lang !== 'string') return null;
	if (typeof epoch !== 'number' || typeof sharedComputer !== 'boolean') return null;
	const words: Partial<Record<(typeof STRINGS)[number], string>> = {};
	for (const name of STRINGS) {
		const word = fields.get(name);
		if (typeof word !== 'string') return null;
		words[name] = word;
	}
	const { documentId = '', text = '', personId = '', accountId = '' } = words;
	const { label = '', title = '', locale = '' } = words;
	const names = { documentId, text, personId, accountId, label, title, locale };
	return { ...names, epoch, lang, sharedComputer };
}

/** The address that a place is kept under: of what follows the path, only which text it is counts. */
export function placeAddress(url: { pathname: string; search: string }): string {
	const text = new URLSearchParams(url.search).get('texte');
	return text === null
		? url.pathname
		: `${url.pathname}?${new URLSearchParams({ texte: text }).toString()}`;
}

/** Name of a person's copy of a document in the browser; one for each epoch. */
export function copyName(of: { personId: string; documentId: string; epoch: number }): string {
	return `${COPIES}${of.personId}-${of.documentId}-${of.epoch}`;
}

/** The document that a copy is of, from its name. */
export function documentOfCopy(name: string): string | null {
	return /^parvis-[\da-f-]{36}-([\da-f-]{36})-\d+$/.exec(name)?.[1] ?? null;
}

/** What the names of copies, caches and marks of ours begin with. */
export const COPIES = 'parvis-';
/** The cache of places that can be opened without a connection, by address. */
export const PLACES_CACHE = 'parvis-places';
/** The caches of the page that opens them, one a version of the site. */
export const SHELL_CACHE = 'parvis-shell-';
/** The page that stands in for a writing page while there is no connection. */
export const SHELL_PAGE = '/hors-ligne';
/** Cookie that says which account wrote last, until anybody signs in or out: without it nothing opens offline. */
export const WRITER_COOKIE = 'parvis-writer';
/** Where a copy says whether it has words that the server was not said to have. */
export const UNSAVED_MARK = 'unsaved';
/** Where it says what the server was known to have before these: a clock for each client id. */
export const SAVED_MARK = 'saved';
/** Where it says what the page of its text is called. */
export const TITLE_MARK = 'title';
