import type { RouteObject } from 'react-router'

export const healthRoutes: RouteObject[] = [
  {
    path: 'settings/health',
    lazy: async () => ({ Component: (await import('./health-page.tsx')).HealthPage }),
  },
]
