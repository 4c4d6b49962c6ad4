import type { RouteObject } from 'react-router'

/** Outreach, below the address of the activities. */
export const outreachRoutes: RouteObject[] = [
  {
    path: 'outreach',
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./outreach-page.tsx')).OutreachPage }) },
      {
        path: 'new',
        lazy: async () => ({ Component: (await import('./record-outreach.tsx')).RecordOutreach }),
      },
      {
        path: 'categories',
        lazy: async () => ({ Component: (await import('./categories-page.tsx')).CategoriesPage }),
      },
      {
        path: ':activityId',
        lazy: async () => ({ Component: (await import('./activity-page.tsx')).ActivityPage }),
      },
    ],
  },
]
