import type { RouteObject } from 'react-router'

/** Pages about the supervision of the work with one client, below the client's address. */
export const supervisionRoutes: RouteObject[] = [
  {
    path: 'supervision',
    lazy: async () => ({ Component: (await import('./supervision-page.tsx')).SupervisionPage }),
  },
  {
    path: 'discussion',
    lazy: async () => ({ Component: (await import('./discussion-page.tsx')).DiscussionPage }),
  },
]
