import { useEffect } from 'react';
import { Link } from 'react-router';
import { useAct, useRead } from '../api/index.ts';
import { useHere } from '../session/institution.ts';
import { Time } from '../shared/time.tsx';
import { useT } from '../words/index.ts';

/** What others did since the visit before this one. Nothing where nobody did anything: it is no work. */
export function News() {
  const t = useT();
  const here = useHere();
  const { data } = useRead('getNews', {});
  const visit = useAct('noteVisit', { changes: [] });
  const { mutate } = visit;
  useEffect(() => mutate({}), [mutate]);
  if (!data || data.items.length === 0) return null;
  return (
    <section className="today__news" aria-labelledby="news">
      <h2 id="news">{t('studio:today.news')}</h2>
      <ul className="rows card card--flush" role="list">
        {data.items.map((item) => (
          <li className="rows__row" key={`${item.path} ${item.at}`}>
            <div className="rows__main">
              <Link className="rows__title" to={here(item.path)}>
                {item.title || t('studio:post.untitled')}
              </Link>
              <p className="rows__note">
                {item.text}
                {item.by && <> · {item.by}</>} · <Time at={item.at} form="distance" />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
