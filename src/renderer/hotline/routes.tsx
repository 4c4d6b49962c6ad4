import type { RouteObject } from 'react-router'
import { transfersRoutes } from '../call-record/routes.tsx'
import { callersRoutes } from '../callers/routes.tsx'
import { practiceCallRoutes, practiceRoutes } from '../practice/routes.tsx'
import { rosterRoutes } from '../roster/routes.tsx'
import { shiftsRoutes } from '../shifts/routes.tsx'

export const hotlineRoutes: RouteObject[] = [
  {
    path: 'hotline',
    lazy: async () => ({ Component: (await import('./hotline-frame.tsx')).HotlineFrame }),
    children: [...transfersRoutes, ...callersRoutes, ...shiftsRoutes, ...rosterRoutes, ...practiceRoutes],
  },
  ...practiceCallRoutes,
  {
    path: 'hotline/:id',
    lazy: async () => ({ Component: (await import('./call-page.tsx')).CallPage }),
  },
]
