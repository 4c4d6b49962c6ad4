import type { RouteObject } from 'react-router'

/** What is given together, below the catalogue. */
export const programmeRoutes: RouteObject[] = [
  {
    path: 'catalogue/batteries',
    lazy: async () => ({ Component: (await import('./batteries-page.tsx')).BatteriesPage }),
  },
]

/** Pages about one client's re-tests, below the client's address. */
export const retestRoutes: RouteObject[] = [
  {
    path: 'retests/new',
    lazy: async () => ({ Component: (await import('./plan-retest.tsx')).PlanRetest }),
  },
]
