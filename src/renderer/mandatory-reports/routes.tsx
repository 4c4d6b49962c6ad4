import type { RouteObject } from 'react-router'

/** Reports the law demands, also about people without a file, and by those who see no files. */
export const mandatoryReportRoutes: RouteObject[] = [
  {
    path: 'mandatory-reports',
    lazy: async () => ({ Component: (await import('./reports-page.tsx')).ReportsPage }),
  },
  {
    path: 'mandatory-reports/new',
    lazy: async () => ({ Component: (await import('./open-report.tsx')).OpenReport }),
  },
  {
    path: 'mandatory-reports/:reportId',
    lazy: async () => ({ Component: (await import('./report-page.tsx')).ReportPage }),
  },
]
