/**
 * What keeps Parvis from starting, in one French sentence for whoever operates it. The process
 * prints the message alone, without a stack, and ends with status 1.
 */
export class StartError extends Error {
	override name = 'StartError';
}
