import { useEffect } from 'react';
import { useNavigate } from 'react-router';

/** Leads to a page from what is no part of one, such as a notification that was clicked. */
export class Guide {
  #lead: ((path: string) => void) | undefined;

  /** Shows the page at a path; does nothing while no page is shown at all. */
  readonly go = (path: string) => {
    this.#lead?.(path);
  };

  /** Answers how to be followed no longer. */
  follow(lead: (path: string) => void): () => void {
    this.#lead = lead;
    return () => {
      if (this.#lead === lead) this.#lead = undefined;
    };
  }
}

/** Goes where the guide leads. */
export function Follower({ guide }: { guide: Guide }) {
  const navigate = useNavigate();
  useEffect(() => guide.follow((path) => void navigate(path)), [guide, navigate]);
  return null;
}
