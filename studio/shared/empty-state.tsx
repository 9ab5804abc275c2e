import type { ReactNode } from 'react';
import { EmptyArt, type ArtName } from './empty-art.tsx';

type EmptyStateProps = {
  title: string;
  /** Why it is empty, and what will stand here. */
  text?: ReactNode;
  art?: ArtName;
  /** The way to the first one. */
  children?: ReactNode;
};

/** Nothing here yet: why, and the way to the first one. */
export function EmptyState({ title, text, art = 'paper', children }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <EmptyArt name={art} />
      <h2 className="empty-state__title">{title}</h2>
      {text && <p className="empty-state__text">{text}</p>}
      {children && <div className="empty-state__actions">{children}</div>}
    </div>
  );
}
