import type { RouteObject } from 'react-router'

export const hotlineRoutes: RouteObject[] = [
  {
    path: 'hotline',
    lazy: async () => ({ Component: (await import('./calls-page.tsx')).CallsPage }),
  },
  {
    path: 'hotline/:id',
    lazy: async () => ({ Component: (await import('./call-page.tsx')).CallPage }),
  },
]
