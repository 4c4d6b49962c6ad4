import type { RouteObject } from 'react-router'

/** The register of staff, among the settings. */
export const staffRegisterRoutes: RouteObject[] = [
  {
    path: 'settings/register',
    lazy: async () => ({ Component: (await import('./register-page.tsx')).RegisterPage }),
  },
  {
    path: 'settings/register/:profileId',
    lazy: async () => ({ Component: (await import('./profile-page.tsx')).ProfilePage }),
  },
]
