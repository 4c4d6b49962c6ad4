import type { RouteObject } from 'react-router'

export const privacyRoutes: RouteObject[] = [
  {
    path: 'settings/privacy',
    lazy: async () => ({ Component: (await import('./privacy-page.tsx')).PrivacyPage }),
  },
  {
    path: 'settings/privacy/new',
    lazy: async () => ({ Component: (await import('./assess-impact.tsx')).AssessImpact }),
  },
  {
    path: 'settings/privacy/:assessmentId',
    lazy: async () => ({ Component: (await import('./impact-sheet.tsx')).ImpactSheetPage }),
  },
]
