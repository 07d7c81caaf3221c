/** A territory: the people, communes and zones that a contract is about. */
export interface Territory {
	id: string;
	slug: string;
	name: string;
	description: string;
	/** IANA name, for display and deadlines. */
	timeZone: string;
	helpPhone: string;
	helpEmail: string;
	helpHours: string;
	/** Inhabitants under which a commune is never shown beside a name. */
	nameThreshold: number;
	fictitious: boolean;
}

/**
 * The language in which a territory and its people write, also where a reader asks for English pages. A contrat
 * local de santé is signed by French administrations, and their acts are in French (loi du 4 août 1994, article 1).
 */
export const WRITTEN_LANGUAGE = 'fr';

/** First words of an address that belong to the site itself and can be no territory's. */
export const RESERVED_SLUGS: readonly string[] = [
	'demonstration',
	'hors-ligne',
	'installation',
	'healthz',
	'readyz',
	'langue',
	'collab',
	'admin',
	'aide',
	'envoi-refuse'
];
