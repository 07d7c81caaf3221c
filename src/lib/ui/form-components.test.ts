import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Button from './Button.svelte';
import Checkbox from './Checkbox.svelte';
import CheckboxGroup from './CheckboxGroup.svelte';
import DateField from './DateField.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import RadioGroup from './RadioGroup.svelte';
import SelectField from './SelectField.svelte';
import TextArea from './TextArea.svelte';
import TextField from './TextField.svelte';

const options = [
	{ value: 'care', label: 'Accès aux soins' },
	{ value: 'mind', label: 'Santé mentale', hint: 'Écoute, aidants.' }
];
const nasty = '"><script>alert(1)</script>';

describe.each([
	['TextField', () => html(render(TextField, { props: field() }))],
	['TextArea', () => html(render(TextArea, { props: field() }))],
	['DateField', () => html(render(DateField, { props: field() }))],
	['SelectField', () => html(render(SelectField, { props: { ...field(), options } }))]
])('%s', (_, draw) => {
	it('links its label, hint and error to its control', () => {
		const page = draw();
		expect(page).toContain('<label for="title"');
		const control = tag(page, /<(?:input|textarea|select)[^>]*>/);
		expect(control).toContain('id="title"');
		expect(control).toContain('name="title"');
		expect(control).toContain('aria-describedby="title-hint title-error"');
		expect(control).toContain('aria-invalid="true"');
		expect(page).toMatch(/id="title-hint"[^>]*>En une phrase/);
		expect(tag(page, /<p id="title-error".*?<\/p>/s)).toContain('Écrivez un titre.');
	});

	it('says nothing of an error or a hint that is not there', () => {
		const page = draw();
		expect(page).not.toContain('facultatif');
		expect(page).not.toContain(' style=');
	});
});

describe('TextField', () => {
	it('says that it is optional, in words', () => {
		const page = html(render(TextField, { props: { label: 'Où ?', name: 'where' } }));
		expect(page).toContain('(facultatif)');
		expect(page).not.toContain('aria-describedby');
		expect(page).not.toContain('aria-invalid');
	});

	it('keeps what was typed, inert', () => {
		const page = html(
			render(TextField, { props: { label: 'Titre', name: 'title', value: nasty } })
		);
		expect(page).toContain('value="&quot;>&lt;script>');
		expect(page).not.toContain('<script>');
	});

	it('tells its limit and does not cut what is pasted', () => {
		const page = html(
			render(TextField, { props: { label: 'Titre', name: 'title', maxlength: 4000 } })
		);
		expect(page).toContain('4\u202f000 caractères au plus.');
		expect(page).not.toContain('maxlength');
	});

	it('passes on what helps phones and password managers', () => {
		const page = html(
			render(TextField, {
				props: {
					label: 'Adresse électronique',
					name: 'email',
					id: 'sign-in-email',
					type: 'email',
					autocomplete: 'email',
					inputmode: 'email'
				}
			})
		);
		const input = tag(page, /<input[^>]*>/);
		expect(input).toContain('type="email"');
		expect(input).toContain('autocomplete="email"');
		expect(input).toContain('inputmode="email"');
		expect(page).toContain('<label for="sign-in-email"');
	});
});

describe('TextArea', () => {
	it('keeps a text of several lines, inert', () => {
		const page = html(
			render(TextArea, {
				props: {
					label: 'Quoi',
					name: 'what',
					value: `un\ndeux</textarea>${nasty}`
				}
			})
		);
		expect(page).toContain('un\ndeux&lt;/textarea>');
		expect(page).not.toContain('<script>');
	});
});

describe('SelectField', () => {
	it('opens on the value that was chosen, and on nothing otherwise', () => {
		const chosen = html(
			render(SelectField, { props: { label: 'Thème', name: 'axis', options, value: 'mind' } })
		);
		expect(chosen).toMatch(/<option value="mind" selected/);
		const open = html(render(SelectField, { props: { label: 'Thème', name: 'axis', options } }));
		expect(open).toMatch(/<option value=""[^>]*>Choisissez dans la liste/);
		expect(open).not.toContain('selected');
	});
});

describe.each([
	['RadioGroup', RadioGroup, 'radio'],
	['CheckboxGroup', CheckboxGroup, 'checkbox']
] as const)('%s', (_, group, type) => {
	it('is a question with its answers, each with a label of its own', () => {
		const page = html(
			render(group, {
				props: {
					legend: 'Thème',
					name: 'axis',
					options,
					value: 'mind',
					required: true
				}
			})
		);
		expect(page).toMatch(/<legend[^>]*>\s*Thème/);
		expect(page.match(new RegExp(`<input type="${type}"`, 'g'))).toHaveLength(2);
		expect(page).toContain('<label for="axis"');
		expect(page).toContain('<label for="axis-2"');
		expect(tag(page, /<input[^>]*value="mind"[^>]*>/)).toContain('checked');
		expect(tag(page, /<input[^>]*value="care"[^>]*>/)).not.toContain('checked');
	});

	it('is described by its hint and error, and its first answer bears the id of the field', () => {
		const page = html(
			render(group, {
				props: {
					legend: 'Thème',
					name: 'axis',
					options,
					hint: 'Le plus proche.',
					error: 'Choisissez un thème.'
				}
			})
		);
		expect(tag(page, /<fieldset[^>]*>/)).toContain('aria-describedby="axis-hint axis-error"');
		expect(tag(page, /<input[^>]*id="axis"[^>]*>/)).toContain('aria-invalid="true"');
	});
});

describe('CheckboxGroup', () => {
	it('ticks again every value that came back', () => {
		const page = html(
			render(CheckboxGroup, {
				props: {
					legend: 'Pour qui ?',
					name: 'who',
					options,
					value: ['care', 'mind']
				}
			})
		);
		expect(page.match(/ checked/g)).toHaveLength(2);
	});
});

describe('Checkbox', () => {
	it('links its label, hint and error', () => {
		const page = html(
			render(Checkbox, {
				props: {
					name: 'agree',
					hint: 'Vous pouvez changer d’avis.',
					error: 'Cochez la case.',
					children: text('J’accepte.')
				}
			})
		);
		expect(page).toContain('<label for="agree"');
		expect(tag(page, /<input[^>]*>/)).toContain('aria-describedby="agree-hint agree-error"');
	});
});

describe('ErrorSummary', () => {
	it('takes the focus without a script and leads to each field', () => {
		const page = html(
			render(ErrorSummary, {
				props: {
					issues: { title: 'Écrivez un titre.', 'contact.email': 'Adresse incomplète.' },
					ids: { 'contact.email': 'email' }
				}
			})
		);
		expect(tag(page, /<div[^>]*>/)).toMatch(/role="alert".*tabindex="-1".*autofocus/);
		expect(page).toContain('2 réponses sont à corriger');
		expect(page).toMatch(/<a href="#title"[^>]*>Écrivez un titre\.<\/a>/);
		expect(page).toMatch(/<a href="#email"[^>]*>Adresse incomplète\.<\/a>/);
		expect(page).toContain('Rien n’est perdu');
	});

	it('says the sentence about the whole form when there is one', () => {
		const page = html(
			render(ErrorSummary, { props: { message: 'La consultation est terminée.' } })
		);
		expect(page).toMatch(/<h2[^>]*>La consultation est terminée\.<\/h2>/);
		expect(page).not.toContain('<ul');
	});

	it('is not there when nothing is wrong', () => {
		expect(html(render(ErrorSummary, { props: { issues: {}, message: '' } }))).not.toContain(
			'alert'
		);
	});
});

describe('Button', () => {
	it('is a link with an address and a button without', () => {
		expect(html(render(Button, { props: { href: '/a', children: text('Voir') } }))).toMatch(
			/<a [^>]*href="\/a"/
		);
		const button = html(
			render(Button, { props: { name: 'verb', value: 'send', children: text('Envoyer') } })
		);
		expect(tag(button, /<button[^>]*>/)).toMatch(/type="submit".*name="verb".*value="send"/);
	});
});

function field() {
	return {
		label: 'Titre',
		name: 'title',
		hint: 'En une phrase.',
		error: 'Écrivez un titre.',
		required: true
	};
}

function html(output: { body: string }): string {
	// Markers of hydration stand between tags; they are nothing to a reader.
	return output.body.replaceAll(/<!--.*?-->/g, '');
}

function text(words: string) {
	return createRawSnippet(() => ({ render: () => `<span>${words}</span>` }));
}

function tag(page: string, pattern: RegExp): string {
	const found = pattern.exec(page)?.[0];
	if (!found) throw new Error(`nothing like ${pattern} in ${page}`);
	return found;
}
