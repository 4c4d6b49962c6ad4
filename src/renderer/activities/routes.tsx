import type { RouteObject } from 'react-router'
import { groupCourseRoutes } from '../group-courses/routes.tsx'
import { outreachRoutes } from '../outreach/routes.tsx'

export const activitiesRoutes: RouteObject[] = [
  {
    path: 'activities',
    lazy: async () => ({ Component: (await import('./activities-frame.tsx')).ActivitiesFrame }),
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./activities-frame.tsx')).FirstActivity }),
      },
      ...groupCourseRoutes,
      ...outreachRoutes,
    ],
  },
]
