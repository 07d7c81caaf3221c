import { lineage } from './lineage.fr.ts';
import { actionSheet } from './action-sheet.fr.ts';
import { answer } from './answer.fr.ts';
import { plan } from './plan.fr.ts';
import { task } from './task.fr.ts';
import { setup } from './setup.fr.ts';
import { notification } from './notification.fr.ts';
import { account } from './account.fr.ts';
import { body } from './body.fr.ts';
import { common } from './common.fr.ts';
import { contract } from './contract.fr.ts';
import { organisation } from './organisation.fr.ts';
import { territory } from './territory.fr.ts';
import { discussion } from './discussion.fr.ts';
import { report } from './report.fr.ts';
import { poll } from './poll.fr.ts';
import { moderation } from './moderation.fr.ts';
import { proposal } from './proposal.fr.ts';
import { site } from './site.fr.ts';
import { document } from './document.fr.ts';
import { ui } from './ui.fr.ts';

/** The French catalogue: one area a file. */
export const fr = {
	lineage,
	actionSheet,
	answer,
	plan,
	task,
	setup,
	notification,
	account,
	body,
	common,
	contract,
	organisation,
	territory,
	discussion,
	report,
	poll,
	moderation,
	proposal,
	site,
	document,
	ui
};
