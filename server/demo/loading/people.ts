/** Loads people: those who sign in, and those who only left words on paper or at a door. */
import type { Story } from './story.ts';

/** Inserts accounts, people and their appointments. One click signs in as the accounts marked so. */
export async function loadPeople(story: Story): Promise<void> {
	const { trx, data, territoryId } = story;
	const arrived = story.at(data.contract.preparationDay, 10 * 60);
	const published = firstPublications(story);
	await trx
		.insertInto('account')
		.values(
			data.people.flatMap((person) =>
				person.email === null
					? []
					: [
							{
								id: story.id('account', person.key),
								email: person.email,
								demonstration: person.demonstration,
								createdAt: arrived
							}
						]
			)
		)
		.execute();
	await trx
		.insertInto('person')
		.values(
			data.people.map((person) => ({
				id: story.id('person', person.key),
				territoryId,
				accountId: person.account ? story.id('account', person.key) : null,
				publicName: person.publicName,
				nameChosen: true,
				communeId: story.maybeId('commune', person.commune),
				college: person.college,
				ageConfirmedAt: person.account ? arrived : null,
				firstPublishedAt: published.get(person.key) ?? (person.role === null ? null : arrived),
				createdAt: arrived
			}))
		)
		.execute();
	await trx
		.insertInto('appointment')
		.values(
			data.people.flatMap((person) =>
				person.role === null
					? []
					: [
							{
								territoryId,
								personId: story.id('person', person.key),
								role: person.role,
								appointedAt: arrived
							}
						]
			)
		)
		.execute();
}

/** The first time that each person's own words were published: from then on they are trusted. */
function firstPublications(story: Story): Map<string, Date> {
	const first = new Map<string, number>();
	function note(person: string, day: number | null) {
		if (day !== null) first.set(person, Math.min(day, first.get(person) ?? day));
	}
	for (const proposal of story.data.proposals) {
		note(proposal.author, proposal.publishedDay);
		for (const comment of proposal.comments) note(comment.person, comment.day);
	}
	for (const sheet of story.data.sheets) {
		for (const comment of sheet.comments) note(comment.person, comment.day);
	}
	return new Map([...first].map(([person, day]) => [person, story.at(day)]));
}
