import { leaveForm } from '#lib/account/name-form.ts';
import { deleteAccount } from '#lib/account/server/delete-account.ts';
import { AppError } from '#lib/errors.ts';
import { formAction } from '#lib/form-action.ts';
import { endVisit } from '#lib/site/visit.ts';
import { hasLeftWords } from '../left-texts.ts';

export const load = ({ locals, cookies }) => {
	if (locals.context.actor.accountId === null) throw new AppError('unauthenticated');
	return { hasLeftWords: hasLeftWords(cookies) };
};

export const actions = {
	leave: formAction(leaveForm, deleteAccount, {
		done(_result, event) {
			endVisit(event);
			return `/${event.params.territory ?? ''}/connexion/fin?compte=supprime`;
		}
	})
};
