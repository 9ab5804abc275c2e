import { Link } from 'react-router';
import { useHere, usePermission } from '../session/institution.ts';
import { Icon } from '../shared/icon.tsx';
import { Page } from '../shared/page.tsx';
import { useT } from '../words/index.ts';
import { ExportPart } from './export-part.tsx';
import { ImportPart } from './import-part.tsx';
import './exchange.css';

/** The plan as a table: out for a report or for work elsewhere, and in for many posts at once. */
export function Component() {
  const t = useT();
  const here = useHere();
  const mayImport = usePermission('plan.change');
  return (
    <Page
      title={t('exchange:title')}
      note={t('exchange:note')}
      actions={
        <Link className="button" to={here('plan')}>
          <Icon name="objective" />
          {t('exchange:see-plan')}
        </Link>
      }
    >
      <div className="stack stack--loose">
        {mayImport && <ImportPart />}
        <ExportPart />
      </div>
    </Page>
  );
}
