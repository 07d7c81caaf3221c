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

/** First words of an address that belong to the site itself and can be no territory's. */
export const RESERVED_SLUGS: readonly string[] = [
	'demonstration',
	'installation',
	'healthz',
	'readyz',
	'langue',
	'collab',
	'admin',
	'aide',
	'envoi-refuse'
];
