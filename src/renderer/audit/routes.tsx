import type { RouteObject } from 'react-router'

export const auditRoutes: RouteObject[] = [
  {
    path: 'settings/audit',
    lazy: async () => ({ Component: (await import('./audit-page.tsx')).AuditPage }),
  },
]
