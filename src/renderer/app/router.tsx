import { createHashRouter, Navigate, type RouteObject } from 'react-router'
import { paperFormRoutes } from '../assessments/routes.tsx'
import { catalogueRoutes } from '../catalogue/routes.tsx'
import { clientsRoutes } from '../clients/routes.tsx'
import { countyDeskRoutes } from '../county-desk/routes.tsx'
import { hotlineRoutes } from '../hotline/routes.tsx'
import { programmeRoutes } from '../programme/routes.tsx'
import { reportRoutes } from '../report/routes.tsx'
import { useSession } from '../room/session.tsx'
import { staffRoutes } from '../staff/routes.tsx'
import { surveysRoutes } from '../surveys/routes.tsx'
import { todayRoutes } from '../today/routes.tsx'
import { Frame } from './frame.tsx'
import { openEntries } from './nav.ts'
import { PageProblem } from './page-problem.tsx'

function FirstPage() {
  const first = openEntries(useSession())[0]
  return first === undefined ? null : <Navigate to={`/${first.key}`} replace />
}

const Nothing = () => null

const pages: RouteObject[] = [
  { index: true, Component: FirstPage },
  ...todayRoutes,
  ...clientsRoutes,
  ...hotlineRoutes,
  ...programmeRoutes,
  ...catalogueRoutes,
  ...paperFormRoutes,
  ...surveysRoutes,
  ...reportRoutes,
  ...countyDeskRoutes,
  ...staffRoutes,
  { path: '*', Component: FirstPage },
]

/** Addresses carry ids, never names: they stay in the browser's history. */
export const createStaffRouter = () =>
  createHashRouter([
    {
      Component: Frame,
      HydrateFallback: Nothing,
      children: [{ ErrorBoundary: PageProblem, children: pages }],
    },
  ])
