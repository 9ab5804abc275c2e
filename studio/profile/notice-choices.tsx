import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import type { NoticeChannels, NoticeChoices as Choices } from '#/contract/index.ts';
import { useAct, useRead } from '../api/index.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { Skeleton } from '../shared/skeleton.tsx';
import { useT } from '../words/index.ts';
import { DigestChoice } from './digest-choice.tsx';
import { PushDevices } from './push-devices.tsx';
import '../notices/notices.css';

type Kind = Choices['kinds'][number];
const CHANNELS = ['studio', 'push', 'mail', 'digest'] as const satisfies (keyof NoticeChannels)[];

/** How each kind of notice reaches the person. Every box holds at once; none ticked: not at all. */
export function NoticeChoices() {
  const t = useT();
  const { data, error, refetch } = useRead('getNoticeChoices', {});
  const heading = useRef<HTMLHeadingElement>(null);
  const { hash } = useLocation();
  const ready = data !== undefined;
  useEffect(() => {
    if (hash === '#notices' && ready) heading.current?.scrollIntoView();
  }, [hash, ready]);
  return (
    <section aria-labelledby="notices">
      <h2 id="notices" ref={heading}>
        {t('studio:notices.choose')}
      </h2>
      <p className="muted">{t('studio:notices.choices-note')}</p>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton rows={6} />}
      {data && !data.canMail && <p className="banner">{t('studio:notices.no-mail')}</p>}
      {data && <ChoiceTable choices={data} />}
      {data && <PushDevices />}
      {data?.canMail && <DigestChoice />}
    </section>
  );
}

function ChoiceTable({ choices }: { choices: Choices }) {
  const t = useT();
  const change = useAct('changeNoticeChoices', { changes: ['getNoticeChoices'] });
  const channels = CHANNELS.filter((channel) => choices.canMail || !['mail', 'digest'].includes(channel));
  const groups = [...new Set(choices.kinds.map(({ group }) => group))];
  /** While an answer is under way the box shows what was pressed. */
  const pressed = change.isPending ? change.variables.body.kinds : [];
  const channelsOf = (kind: Kind) => pressed.find((one) => one.kind === kind.kind)?.channels ?? kind.channels;
  const toggle = (kind: Kind, channel: keyof NoticeChannels, on: boolean) =>
    change.mutate({
      body: { kinds: [{ kind: kind.kind, channels: { ...channelsOf(kind), [channel]: on } }] },
    });
  return (
    <>
      <ProblemNote problem={change.error} />
      <div className="card card--flush table--cards">
        <table className="table table--compact notice-choices">
          <caption className="visually-hidden">{t('studio:notices.choose')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('studio:notices.kind')}</th>
              {channels.map((channel) => (
                <th scope="col" key={channel}>
                  {t(`studio:notices.channel.${channel}`)}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => {
            const kinds = choices.kinds.filter((kind) => kind.group === group);
            return (
              <tbody key={group}>
                <tr className="notice-choices__group">
                  <th scope="rowgroup" colSpan={channels.length + 1}>
                    {kinds[0]?.groupName}
                  </th>
                </tr>
                {kinds.map((kind) => (
                  <tr key={kind.kind}>
                    <th scope="row">{kind.name}</th>
                    {channels.map((channel) => (
                      <td key={channel} data-label={t(`studio:notices.channel.${channel}`)}>
                        <label className="check">
                          <input
                            type="checkbox"
                            checked={channelsOf(kind)[channel]}
                            onChange={(event) => toggle(kind, channel, event.target.checked)}
                          />
                          <span className="visually-hidden">
                            {kind.name}: {t(`studio:notices.channel.${channel}`)}
                          </span>
                        </label>
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            );
          })}
        </table>
      </div>
    </>
  );
}
