import type { RouteObject } from 'react-router'

/** What is given together, below the catalogue. */
export const programmeRoutes: RouteObject[] = [
  {
    path: 'catalogue/batteries',
    lazy: async () => ({ Component: (await import('./batteries-page.tsx')).BatteriesPage }),
  },
]
