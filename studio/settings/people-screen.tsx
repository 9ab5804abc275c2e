import { useState } from 'react';
import type { Colleague } from '#/contract/index.ts';
import { useRead } from '../api/index.ts';
import { usePermission } from '../session/institution.ts';
import { useMe } from '../session/me.ts';
import { Avatar } from '../shared/avatar.tsx';
import { Icon } from '../shared/icon.tsx';
import { Page } from '../shared/page.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { useT } from '../words/index.ts';
import { AddPersonDialog } from './add-person-dialog.tsx';
import { RolesDialog } from './roles-dialog.tsx';

/** Who works in the institution, and what each may do. */
export function Component() {
  const t = useT();
  const mayManage = usePermission('person.manage');
  const { data, error, refetch } = useRead('listColleagues', {});
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<Colleague | null>(null);
  return (
    <Page
      title={t('studio:settings.people')}
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
              {data.items.map((person) => (
                <PersonRow
                  key={person.id}
                  person={person}
                  {...(mayManage ? { onChange: () => setChanging(person) } : {})}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {adding && <AddPersonDialog onClose={() => setAdding(false)} />}
      {changing && <RolesDialog person={changing} onClose={() => setChanging(null)} />}
    </Page>
  );
}

function PersonRow({ person, onChange }: { person: Colleague; onChange?: () => void }) {
  const t = useT();
  const me = useMe();
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
        {person.roles.map((role) => t(`common:role.${role}`)).join(', ')}
      </td>
      <td data-label={t('studio:people.two-factor')}>
        <span className={person.twoFactor ? 'badge badge--success' : 'badge badge--warning'}>
          <Icon name={person.twoFactor ? 'shield' : 'warning'} />
          {t(person.twoFactor ? 'studio:people.two-factor-on' : 'studio:people.two-factor-off')}
        </span>
      </td>
      {onChange && (
        <td className="table__number">
          <button
            type="button"
            className="button button--small"
            aria-label={t('studio:people.change-of', { name: person.name })}
            onClick={onChange}
          >
            <Icon name="edit" />
            {t('studio:people.change')}
          </button>
        </td>
      )}
    </tr>
  );
}
