import type { RouteObject } from 'react-router'

export const accessRoutes: RouteObject[] = [
  {
    path: 'settings/passphrase',
    lazy: async () => ({ Component: (await import('./change-passphrase.tsx')).ChangePassphrase }),
  },
  {
    path: 'settings/recovery-sheet',
    lazy: async () => ({ Component: (await import('./sheet-page.tsx')).SheetPage }),
  },
]
