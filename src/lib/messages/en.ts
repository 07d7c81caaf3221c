import { lineage } from './lineage.en.ts';
import { actionSheet } from './action-sheet.en.ts';
import { answer } from './answer.en.ts';
import { plan } from './plan.en.ts';
import { task } from './task.en.ts';
import type { Messages } from './messages.ts';
import { setup } from './setup.en.ts';
import { notification } from './notification.en.ts';
import { account } from './account.en.ts';
import { body } from './body.en.ts';
import { common } from './common.en.ts';
import { contract } from './contract.en.ts';
import { organisation } from './organisation.en.ts';
import { territory } from './territory.en.ts';
import { discussion } from './discussion.en.ts';
import { report } from './report.en.ts';
import { poll } from './poll.en.ts';
import { moderation } from './moderation.en.ts';
import { proposal } from './proposal.en.ts';
import { site } from './site.en.ts';
import { document } from './document.en.ts';
import { ui } from './ui.en.ts';

/** The English catalogue: complete, or it does not compile. */
export const en: Messages = {
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
