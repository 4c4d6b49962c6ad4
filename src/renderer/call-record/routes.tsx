import type { RouteObject } from 'react-router'

/** Calls on their way into a file, under the hotline's frame. */
export const transfersRoutes: RouteObject[] = [
  {
    path: 'transfers',
    lazy: async () => ({ Component: (await import('./transfers-page.tsx')).TransfersPage }),
  },
]
