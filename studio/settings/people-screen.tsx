import { useState } from 'react';
import type { Colleague } from '#/contract/index.ts';
import { holdsWords, searchWords } from '#/language/index.ts';
import { useRead } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { useMe } from '../session/me.ts';
import { Avatar } from '../shared/avatar.tsx';
import { Icon } from '../shared/icon.tsx';
import { Menu, MenuItem } from '../shared/menu.tsx';
import { NothingFound } from '../shared/nothing-found.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { SearchField, useSearchedFor } from '../shared/search-field.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { useT } from '../words/index.ts';
import { AddPersonDialog } from './add-person-dialog.tsx';
import { Invitations } from './invitations.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { RenewPasswordDialog } from './renew-password-dialog.tsx';
import { roleName } from './role-name.ts';
import { RolesDialog } from './roles-dialog.tsx';

/** Who works in the institution, and what each may do. */
export function Component() {
  const t = useT();
  const mayManage = usePermission('person.manage');
  const seesInvitations = usePermission('invitation.read');
  const { data, error, refetch } = useRead('listColleagues', {});
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<{ act: PersonAct; person: Colleague } | null>(null);
  const [words, setWords] = useSearchedFor();
  const wanted = searchWords(words);
  const shown = data?.items.filter(({ name, email }) => holdsWords(`${name}\n${email}`, wanted));
  const close = () => setAsked(null);
  return (
    <Page
      title={t('studio:settings.people')}
      help="roles"
      note={t('studio:people.note')}
      actions={
        mayManage && (
          <button type="button" className="button button--primary" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {t('studio:people.add')}
          </button>
        )
      }
    >
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton rows={5} />}
      {data && (
        <div className="toolbar">
          <SearchField label={t('studio:list.search-people')} value={words} onChange={setWords} />
        </div>
      )}
      {shown?.length === 0 && <NothingFound words={words} onShowAll={() => setWords('')} />}
      {shown && shown.length > 0 && (
        <div className="card card--flush table--cards">
          <table className="table">
            <caption className="visually-hidden">{t('studio:settings.people')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('studio:people.name')}</th>
                <th scope="col">{t('studio:people.roles')}</th>
                <th scope="col">{t('studio:people.two-factor')}</th>
                {mayManage && (
                  <th scope="col">
                    <span className="visually-hidden">{t('studio:people.change')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {shown.map((person) => (
                <PersonRow
                  key={person.id}
                  person={person}
                  {...(mayManage ? { onAct: (act: PersonAct) => setAsked({ act, person }) } : {})}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {seesInvitations && <Invitations />}
      {adding && <AddPersonDialog onClose={() => setAdding(false)} />}
      {asked?.act === 'set-roles' && <RolesDialog person={asked.person} onClose={close} />}
      {asked?.act === 'hand-over' && <HandOverDialog person={asked.person} leaving={false} onClose={close} />}
      {asked?.act === 'renew' && <RenewPasswordDialog person={asked.person} onClose={close} />}
    </Page>
  );
}

type PersonAct = 'set-roles' | 'renew' | 'hand-over';

function PersonRow({ person, onAct }: { person: Colleague; onAct?: (act: PersonAct) => void }) {
  const t = useT();
  const me = useMe();
  // A passkey is both steps at once.
  const inTwoSteps = person.twoFactor || person.hasPasskey;
  return (
    <tr>
      <th scope="row">
        <span className="byline">
          <Avatar name={person.name} />
          <span>
            <span className="byline__name">
              {person.name} {person.id === me.id && <span className="badge">{t('studio:people.you')}</span>}
            </span>
            <span className="byline__note">{person.email}</span>
          </span>
        </span>
      </th>
      <td data-label={t('studio:people.roles')}>
        {person.roles.map((role) => roleName(role, person.limits, t)).join(', ')}
      </td>
      <td data-label={t('studio:people.two-factor')}>
        <span className={inTwoSteps ? 'badge badge--success' : 'badge badge--warning'}>
          <Icon name={inTwoSteps ? 'shield' : 'warning'} />
          {t(inTwoSteps ? 'studio:people.two-factor-on' : 'studio:people.two-factor-off')}
        </span>
      </td>
      {onAct && (
        <td className="table__number row-acts">
          <Menu
            className="button button--quiet button--icon"
            trigger={<Icon name="more" />}
            label={t('studio:people.acts-of', { name: person.name })}
          >
            <MenuItem onAction={() => onAct('set-roles')}>
              <Icon name="edit" />
              {t('studio:people.set-roles')}
            </MenuItem>
            <MenuItem onAction={() => onAct('hand-over')}>
              <Icon name="send" />
              {t('studio:hand-over.open')}
            </MenuItem>
            {person.id !== me.id && (
              <MenuItem onAction={() => onAct('renew')}>
                <Icon name="key" />
                {t('studio:people.renew')}
              </MenuItem>
            )}
          </Menu>
        </td>
      )}
    </tr>
  );
}
