import type { RouteObject } from 'react-router'

export const reportRoutes: RouteObject[] = [
  {
    path: 'report',
    lazy: async () => ({ Component: (await import('./report-page.tsx')).ReportPage }),
  },
  {
    path: 'report/:period',
    lazy: async () => ({ Component: (await import('./period-page.tsx')).PeriodPage }),
  },
]
