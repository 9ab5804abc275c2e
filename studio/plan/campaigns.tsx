import { Link } from 'react-router';
import type { Campaign } from '#/contract/index.ts';
import { useRead } from '../api/index.ts';
import { useHere } from '../session/institution.ts';
import { Icon, ProblemNote, Skeleton } from '../shared/index.ts';
import { formatDay, textFor, useT, useVariant } from '../words/index.ts';
import { ActsMenu } from './acts-menu.tsx';
import { Archive } from './archive.tsx';
import type { PlanActs } from './objectives.tsx';

/** What plan items and posts of a stretch of time have in common. */
export function Campaigns({ acts }: { acts: PlanActs<Campaign> | null }) {
  const t = useT();
  const campaigns = useRead('listCampaigns', { query: {} });
  const archive = useRead('listCampaigns', { query: { archived: 'yes' } });
  const items = campaigns.data?.items ?? [];
  return (
    <>
      <ProblemNote problem={campaigns.error} onRetry={() => void campaigns.refetch()} />
      {campaigns.isPending && <Skeleton kind="cards" rows={1} />}
      {campaigns.data && items.length === 0 && <p className="muted">{t('studio:campaign.none')}</p>}
      {items.length > 0 && (
        <ul className="card-grid" role="list">
          {items.map((campaign) => (
            <CampaignCard key={campaign.id} campaign={campaign} acts={acts} />
          ))}
        </ul>
      )}
      <Archive
        title={t('studio:campaign.archived')}
        things={(archive.data?.items ?? []).map((campaign) => ({ ...campaign, titles: campaign.names }))}
        {...(acts ? { onRestore: (campaign: Campaign) => acts.onArchive(campaign, false) } : {})}
      />
    </>
  );
}

function CampaignCard({ campaign, acts }: { campaign: Campaign; acts: PlanActs<Campaign> | null }) {
  const t = useT();
  const here = useHere();
  const variant = useVariant();
  const name = textFor(campaign.names, variant);
  const { id, startsOn, endsOn, colour } = campaign;
  return (
    <li className="card campaign" style={{ '--campaign': colour } as object}>
      <div className="objective__head">
        <h3 className="card__title">{name}</h3>
        {acts && (
          <ActsMenu
            title={name}
            onEdit={() => acts.onEdit(campaign)}
            onArchive={() => acts.onArchive(campaign, true)}
          />
        )}
      </div>
      <p>
        {formatDay(startsOn, variant)} – {formatDay(endsOn, variant)}
      </p>
      <Link to={`${here('calendar')}?view=list&day=${startsOn}&campaign=${id}`}>
        <Icon name="calendar" /> {t('studio:place.calendar')}
        <span className="visually-hidden">: {name}</span>
      </Link>
    </li>
  );
}
