import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Texts } from '#/contract/index.ts';
import { foldForSearch } from '#/language/index.ts';
import { call, isProblem } from '../api/index.ts';
import { TextField } from '../shared/field.tsx';
import { Form } from '../shared/form.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { VariantFields } from '../shared/variant-fields.tsx';
import { useT, useVariant } from '../words/index.ts';
import { Entrance } from './entrance.tsx';
import { signIn } from './sign-in.ts';

/** "Agencija za statistiku BiH" -> agencija-za-statistiku-bih */
const slugOf = (name: string): string =>
  foldForSearch(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);

const empty = { name: '', email: '', password: '', code: '' };

/** An empty installation: the first institution and its first administrator. */
export function Component() {
  const t = useT();
  const variant = useVariant();
  const navigate = useNavigate();
  const [names, setNames] = useState<Texts>({});
  const [shortNames, setShortNames] = useState<Texts>({});
  const [slug, setSlug] = useState<string | null>(null);
  const [person, setPerson] = useState(empty);
  const shown =
    slug ?? slugOf(shortNames[variant] || names[variant] || Object.values(names).find(Boolean) || '');
  const begin = useMutation({
    mutationFn: async () => {
      const { code, ...administrator } = person;
      await call('takeFirstSteps', {
        body: { institution: { slug: shown, names, shortNames }, administrator, code: code.trim() },
      });
      await signIn(person.email, person.password);
    },
    onSuccess: () => navigate('/', { replace: true }),
  });
  const fault = (path: string) => (isProblem(begin.error) ? begin.error.faultAt(path) : undefined);
  const set = (field: keyof typeof empty) => (value: string) => setPerson({ ...person, [field]: value });
  return (
    <Entrance title={t('studio:first-steps.title')} wide>
      <Form
        className="stack stack--loose"
        onSubmit={() => {
          begin.mutate();
        }}
      >
        <p className="lead">{t('studio:first-steps.lead')}</p>
        <TextField
          label={t('studio:first-steps.code')}
          hint={t('studio:first-steps.code-hint')}
          error={fault('/code')}
          value={person.code}
          onChange={set('code')}
          autoComplete="off"
          required
          short
        />
        <VariantFields
          label={t('studio:institution.names')}
          hint={t('studio:first-steps.names-hint')}
          value={names}
          onChange={setNames}
          required
          faultOf={(one) => fault(`/institution/names/${one}`)}
        />
        <VariantFields
          label={t('studio:institution.short-names')}
          value={shortNames}
          onChange={setShortNames}
          optional
        />
        <TextField
          label={t('studio:first-steps.slug')}
          hint={t('studio:first-steps.slug-hint', { address: `${location.origin}/i/${shown}` })}
          error={fault('/institution/slug')}
          value={shown}
          onChange={setSlug}
          spellCheck={false}
          required
        />
        <h2>{t('studio:first-steps.administrator')}</h2>
        <TextField
          label={t('studio:people.name')}
          autoComplete="name"
          error={fault('/administrator/name')}
          value={person.name}
          onChange={set('name')}
          required
        />
        <TextField
          label={t('common:field.email')}
          type="email"
          autoComplete="username"
          error={fault('/administrator/email')}
          value={person.email}
          onChange={set('email')}
          required
        />
        <TextField
          label={t('common:field.password')}
          hint={t('studio:password.hint')}
          type="password"
          autoComplete="new-password"
          error={fault('/administrator/password')}
          value={person.password}
          onChange={set('password')}
          minLength={12}
          required
        />
        <ProblemNote problem={begin.error} />
        <button
          type="submit"
          className="button button--primary button--large"
          aria-busy={begin.isPending}
          aria-disabled={begin.isPending}
        >
          {t('studio:first-steps.begin')}
        </button>
      </Form>
    </Entrance>
  );
}
