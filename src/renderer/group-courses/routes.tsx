import type { RouteObject } from 'react-router'

/** Group courses, below the address of the activities. */
export const groupCourseRoutes: RouteObject[] = [
  {
    path: 'groups',
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./courses-page.tsx')).CoursesPage }) },
      { path: 'new', lazy: async () => ({ Component: (await import('./new-course.tsx')).NewCourse }) },
      {
        path: ':courseId',
        lazy: async () => ({ Component: (await import('./course-page.tsx')).CoursePage }),
      },
      {
        path: ':courseId/sessions/:session',
        lazy: async () => ({ Component: (await import('./hold-session.tsx')).HoldSession }),
      },
    ],
  },
]
