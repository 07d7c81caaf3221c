import { publicProposalStates } from '#lib/access/permissions.ts';
import type { QueryContext } from '#lib/command.ts';

/** An hour: what is thanked for, and no longer. */
const THANKED = 3_600_000;

/** What the page of thanks says of a contribution. */
export interface Sent {
	followNumber: string;
	proposalId: string;
	published: boolean;
	/** Its author asked to be answered. */
	answered: boolean;
}

/**
 * What was sent here within the hour under the token of its form; null for any other. Nobody guesses one
 * (122 random bits, given to the browser that wrote), and nothing that a browser says of it is believed.
 */
export async function findSent(
	{ db, actor }: QueryContext,
	token: string,
	now: Date
): Promise<Sent | null> {
	if (actor.territoryId === null) return null;
	const row = await db
		.selectFrom('submissionToken')
		.innerJoin('proposal', 'proposal.id', 'submissionToken.proposalId')
		.innerJoin('proposalReply', 'proposalReply.proposalId', 'proposal.id')
		.select([
			'proposal.id',
			'proposal.state',
			'proposalReply.followNumber',
			'proposalReply.channel'
		])
		.where('submissionToken.token', '=', token)
		.where('submissionToken.createdAt', '>', new Date(now.getTime() - THANKED))
		.where('proposal.territoryId', '=', actor.territoryId)
		.where('proposal.channel', '=', 'online')
		.executeTakeFirst();
	if (!row) return null;
	return {
		followNumber: row.followNumber,
		proposalId: row.id,
		published: publicProposalStates().includes(row.state),
		answered: row.channel !== 'none'
	};
}
