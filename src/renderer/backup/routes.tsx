import type { RouteObject } from 'react-router'

export const backupRoutes: RouteObject[] = [
  {
    path: 'settings/backup',
    lazy: async () => ({ Component: (await import('./backup-page.tsx')).BackupPage }),
  },
  {
    path: 'settings/backup/restore',
    lazy: async () => ({ Component: (await import('./restore-page.tsx')).RestorePage }),
  },
]
