import type { RouteObject } from 'react-router'

/** What others noticed, among the pages of a file. */
export const cluesTab: RouteObject = {
  path: 'clues',
  lazy: async () => ({ Component: (await import('./clues-page.tsx')).CluesPage }),
}
