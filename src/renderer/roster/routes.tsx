import type { RouteObject } from 'react-router'

/** Among the pages of the hotline. */
export const rosterRoutes: RouteObject[] = [
  { path: 'roster', lazy: async () => ({ Component: (await import('./roster-page.tsx')).RosterPage }) },
  { path: 'roster/new', lazy: async () => ({ Component: (await import('./new-duty.tsx')).NewDuty }) },
  {
    path: 'roster/:dutyId',
    lazy: async () => ({ Component: (await import('./duty-page.tsx')).DutyPage }),
  },
]
