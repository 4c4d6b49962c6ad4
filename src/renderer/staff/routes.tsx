import type { RouteObject } from 'react-router'

export const staffRoutes: RouteObject[] = [
  {
    path: 'settings',
    lazy: async () => ({ Component: (await import('./settings.tsx')).Settings }),
  },
]
