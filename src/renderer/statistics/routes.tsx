import type { RouteObject } from 'react-router'

export const statisticsRoutes: RouteObject[] = [
  {
    path: 'statistics',
    lazy: async () => ({ Component: (await import('./statistics-page.tsx')).StatisticsPage }),
  },
  {
    path: 'statistics/cases',
    lazy: async () => ({ Component: (await import('./cases-page.tsx')).CasesPage }),
  },
]
