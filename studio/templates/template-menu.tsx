import { useNavigate, useSearchParams } from 'react-router';
import { useAct, useRead } from '../api/index.ts';
import { useHere } from '../session/institution.ts';
import { Icon, Menu, MenuItem, ProblemNote } from '../shared/index.ts';
import { useT } from '../words/index.ts';

/** Begins the new post with a template, for the plan item and the time that the person came from. */
export default function TemplateMenu() {
  const t = useT();
  const here = useHere();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const templates = useRead('listTemplates', {}, { staleTime: 60_000 });
  const begin = useAct('beginFromTemplate', {
    onSuccess: ({ postId }) => void navigate(here(`posts/${postId}`), { replace: true }),
  });
  const due = search.get('due');
  const body = {
    planItemId: search.get('planItem'),
    due: due !== null && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(due) ? { local: due } : null,
  };
  const items = templates.data?.items ?? [];
  // Its place is kept, so that nothing below moves when they come.
  if (items.length === 0) return <div className="menu-place" />;
  return (
    <div className="menu-place">
      <Menu
        className="button button--small"
        trigger={
          <>
            <Icon name="posts" />
            {t('studio:templates.begin')}
          </>
        }
      >
        {items.map(({ id, name }) => (
          <MenuItem
            key={id}
            onAction={() => !begin.isPending && begin.mutate({ params: { templateId: id }, body })}
          >
            {name}
          </MenuItem>
        ))}
      </Menu>
      <ProblemNote problem={begin.error} />
    </div>
  );
}
