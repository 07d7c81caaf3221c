/** A stored document of which a row is missing or unreadable: not an absence of the database, which passes. */
export class DamagedDocument extends Error {
	override name = 'DamagedDocument';
}
