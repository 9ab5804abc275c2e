import { useEffect, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { useT } from '../words/index.ts';
import { Help, type HelpTopic } from './help.tsx';

type PageProps = {
  title: string;
  /** A sentence under the title. */
  note?: ReactNode;
  /** The next action, at the end of the title's line. */
  actions?: ReactNode;
  /** Explains what the screen is about. */
  help?: HelpTopic;
  narrow?: boolean;
  children: ReactNode;
};

/** The title goes into the tab as well: screen, institution, product. */
export function useDocumentTitle(title: string): void {
  const { slug } = useParams();
  const name = useT()('common:app.name');
  useEffect(() => {
    document.title = [title, slug, name].filter(Boolean).join(' · ');
  }, [title, slug, name]);
}

/** A screen: its heading, which takes the focus after navigation, what can be done, and the rest. */
export function Page({ title, note, actions, help, narrow, children }: PageProps) {
  useDocumentTitle(title);
  return (
    <div className={narrow ? 'page page--narrow' : 'page'}>
      <div className="page-head">
        <div>
          <div className="page-head__line">
            <h1 className="page-head__title" tabIndex={-1}>
              {title}
            </h1>
            {help && <Help topic={help} />}
          </div>
          {note && <p className="page-head__note">{note}</p>}
        </div>
        {actions && <div className="button-group">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
