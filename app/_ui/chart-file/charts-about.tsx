"use client";

import { createContext, useContext, type ReactElement, type ReactNode } from "react";

/** What a saved chart says beneath and above itself, so that it is understood away from its page. */
export interface ChartsAboutWords {
  /** Of which page it was. */
  readonly page: string;
  /** Whose figures they are: an organisation, or the whole service. */
  readonly whose: string;
  readonly period: string;
  readonly asAt: string;
}

const AboutContext = createContext<Partial<ChartsAboutWords>>({});

interface ChartsAboutProps {
  readonly about: Partial<ChartsAboutWords>;
  readonly children: ReactNode;
}

/** Tells the charts within what they are of; what is told further out holds on. */
export function ChartsAbout({ about, children }: ChartsAboutProps): ReactElement {
  const outer = useContext(AboutContext);
  return <AboutContext value={{ ...outer, ...about }}>{children}</AboutContext>;
}

/** What the charts of this place are of; undefined where not all of it is known, so that none could be understood. */
export function useChartsAbout(): ChartsAboutWords | undefined {
  const { page, whose, period, asAt } = useContext(AboutContext);
  if (page === undefined || whose === undefined || period === undefined || asAt === undefined)
    return undefined;
  return { page, whose, period, asAt };
}
