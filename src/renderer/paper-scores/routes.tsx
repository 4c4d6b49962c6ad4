import type { RouteObject } from 'react-router'

/** Entering the result of a paper form, below the client's address. */
export const paperScoreRoutes: RouteObject[] = [
  {
    path: 'paper-scores/new',
    lazy: async () => ({ Component: (await import('./enter-paper-score.tsx')).EnterPaperScore }),
  },
]
