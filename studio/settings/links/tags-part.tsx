import { TAG_GAPS, plainHost, tagAddress, tagValue, type TagFacts } from '#/language/links/index.ts';
import { TextField } from '../../shared/field.tsx';
import { useT } from '../../words/index.ts';
import { linesOf, type PartProps } from './draft.ts';

const PREFIX = 'utm_';
const FIELDS = ['source', 'medium', 'campaign', 'content'] as const;

/** What a link gets, with the gaps that are filled and a link as it would go out. */
export function TagsPart({ draft, set, fault }: PartProps) {
  const t = useT();
  return (
    <section className="stack">
      <h2>{t('studio:link-rule.tagging')}</h2>
      <label className="check">
        <input
          type="checkbox"
          checked={draft.tagging}
          onChange={(event) => set({ tagging: event.target.checked })}
        />
        {t('studio:link-rule.tagging-on')}
      </label>
      <p className="muted measure">{t('studio:link-rule.tagging-note')}</p>
      {draft.tagging && (
        <>
          <div className="link-rule__fields">
            {FIELDS.map((name) => (
              <TextField
                key={name}
                label={
                  <>
                    {t(`studio:link-rule.${name}`)} <code>{PREFIX + name}</code>
                  </>
                }
                spellCheck={false}
                value={draft[name]}
                onChange={(value) => set({ [name]: value })}
                error={fault(`/${name}`)}
              />
            ))}
          </div>
          <Gaps />
          <Example draft={draft} />
        </>
      )}
    </section>
  );
}

function Gaps() {
  const t = useT();
  return (
    <div>
      <p id="link-gaps">{t('studio:link-rule.gaps')}</p>
      <dl className="link-rule__gaps" aria-labelledby="link-gaps">
        {TAG_GAPS.map((gap) => (
          <div key={gap}>
            <dt>
              <code>{`{${gap}}`}</code>
            </dt>
            <dd>{t(`studio:link-rule.gap.${gap}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Example({ draft }: Pick<PartProps, 'draft'>) {
  const t = useT();
  const facts: TagFacts = {
    network: 'mastodon',
    account: t('studio:link-rule.example-account'),
    campaign: t('studio:link-rule.example-campaign'),
    theme: t('studio:link-rule.example-theme'),
    language: 'bs',
    institution: t('studio:link-rule.example-account'),
  };
  const host = linesOf(draft.hosts).find((one) => plainHost(one) !== null);
  const address = `https://${host ? plainHost(host) : 'www.example.ba'}/${t('studio:link-rule.example-page')}`;
  const tagged = tagAddress(address, {
    utm_source: tagValue(draft.source, facts),
    utm_medium: tagValue(draft.medium, facts),
    utm_campaign: tagValue(draft.campaign, facts),
    utm_content: tagValue(draft.content, facts),
  });
  return (
    <div>
      <p>{t('studio:link-rule.example')}</p>
      <p className="link-rule__example">
        <code>{tagged}</code>
      </p>
    </div>
  );
}
