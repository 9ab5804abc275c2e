import { useState } from 'react';
import { Link } from 'react-router';
import type { LinkRule, LinkRuleInput } from '#/contract/index.ts';
import { isProblem, useAct, useRead } from '../../api/index.ts';
import { useHere, usePermission } from '../../session/institution.ts';
import { TextField } from '../../shared/field.tsx';
import { Form } from '../../shared/form.tsx';
import { Page } from '../../shared/page.tsx';
import { ProblemNote } from '../../shared/problem-note.tsx';
import { Skeleton } from '../../shared/skeleton.tsx';
import { toast } from '../../shared/toast.ts';
import { useT } from '../../words/index.ts';
import { SaveBar } from '../save-bar.tsx';
import { linesOf, type Draft, type PartProps } from './draft.ts';
import { HostPart } from './host-part.tsx';
import { TagsPart } from './tags-part.tsx';
import './links.css';

/** How links of posts go out: tagged, shortened, under which host. */
export function Component() {
  const t = useT();
  const here = useHere();
  const { data, error, refetch } = useRead('getLinkRule', {});
  return (
    <Page
      title={t('studio:settings.links')}
      note={t('studio:link-rule.note')}
      actions={
        <Link className="button" to={here('links')}>
          {t('studio:link-rule.to-list')}
        </Link>
      }
    >
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton rows={6} />}
      {data && <RuleForm rule={data} />}
    </Page>
  );
}

const draftOf = (rule: LinkRule): Draft => ({
  tagging: rule.tagging,
  hosts: rule.hosts.join('\n'),
  source: rule.source,
  medium: rule.medium,
  campaign: rule.campaign,
  content: rule.content,
  shortening: rule.shortening,
  host: rule.host ?? '',
});

const inputOf = ({ hosts, host, ...rest }: Draft): LinkRuleInput => ({
  ...rest,
  hosts: linesOf(hosts),
  host: host.trim() || null,
});

function RuleForm({ rule }: { rule: LinkRule }) {
  const t = useT();
  const mayChange = usePermission('link.configure');
  const [base, setBase] = useState(rule);
  const [draft, setDraft] = useState(() => draftOf(rule));
  const take = (saved: LinkRule) => {
    setBase(saved);
    setDraft(draftOf(saved));
  };
  const save = useAct('setLinkRule', {
    changes: ['getLinkRule'],
    onSuccess: (saved) => {
      take(saved);
      toast({ text: t('studio:link-rule.saved') });
    },
  });
  const fault = (path: string) => (isProblem(save.error) ? save.error.faultAt(path) : undefined);
  const hostFault = linesOf(draft.hosts).flatMap((host, index) => {
    const said = fault(`/hosts/${index}`);
    return said ? [`${host}: ${said}`] : [];
  })[0];
  const dirty = JSON.stringify(draft) !== JSON.stringify(draftOf(base));
  const part: PartProps = { draft, set: (change) => setDraft({ ...draft, ...change }), fault };
  return (
    <Form onSubmit={() => save.mutate({ body: inputOf(draft), ifMatch: base.revision })}>
      <fieldset className="stack stack--loose" disabled={!mayChange}>
        {!mayChange && <p className="muted">{t('studio:settings.read-only')}</p>}
        <section className="stack">
          <h2>{t('studio:link-rule.websites')}</h2>
          <TextField
            label={t('studio:link-rule.hosts')}
            hint={t('studio:link-rule.hosts-hint')}
            multiline
            spellCheck={false}
            value={draft.hosts}
            onChange={(hosts) => part.set({ hosts })}
            error={hostFault ?? fault('/hosts')}
          />
        </section>
        <TagsPart {...part} />
        <HostPart {...part} rule={base} dirty={dirty} onChecked={take} />
      </fieldset>
      {mayChange && (
        <SaveBar
          dirty={dirty}
          isPending={save.isPending}
          problem={save.error}
          onDiscard={() => {
            take(rule);
            save.reset();
          }}
        />
      )}
    </Form>
  );
}
