import type { RouteObject } from 'react-router'

export const staffRoutes: RouteObject[] = [
  {
    path: 'settings',
    lazy: async () => ({ Component: (await import('./staff-page.tsx')).StaffPage }),
  },
  {
    path: 'settings/add-colleague',
    lazy: async () => ({ Component: (await import('./add-colleague.tsx')).AddColleague }),
  },
  {
    path: 'settings/staff/:staffId',
    lazy: async () => ({ Component: (await import('./colleague-page.tsx')).ColleaguePage }),
  },
]
