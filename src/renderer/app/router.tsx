import { createHashRouter, Navigate, type RouteObject } from 'react-router'
import { accessRoutes } from '../access/routes.tsx'
import { activitiesRoutes } from '../activities/routes.tsx'
import { appointmentsRoutes } from '../appointments/routes.tsx'
import { paperFormRoutes } from '../assessments/routes.tsx'
import { auditRoutes } from '../audit/routes.tsx'
import { backupRoutes } from '../backup/routes.tsx'
import { catalogueRoutes } from '../catalogue/routes.tsx'
import { clientsRoutes } from '../clients/routes.tsx'
import { countyDeskRoutes } from '../county-desk/routes.tsx'
import { healthRoutes } from '../health/routes.tsx'
import { hotlineRoutes } from '../hotline/routes.tsx'
import { mandatoryReportRoutes } from '../mandatory-reports/routes.tsx'
import { privacyRoutes } from '../privacy/routes.tsx'
import { programmeRoutes } from '../programme/routes.tsx'
import { reportRoutes } from '../report/routes.tsx'
import { useSession } from '../room/session.tsx'
import { roomRulesRoutes } from '../room-rules/routes.tsx'
import { SettingsFrame } from '../settings/settings-frame.tsx'
import { seatsRoutes } from '../shifts/routes.tsx'
import { staffRoutes } from '../staff/routes.tsx'
import { staffRegisterRoutes } from '../staff-register/routes.tsx'
import { statisticsRoutes } from '../statistics/routes.tsx'
import { surveysRoutes } from '../surveys/routes.tsx'
import { tierRulesRoutes } from '../tiers/routes.tsx'
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
  ...appointmentsRoutes,
  ...hotlineRoutes,
  ...mandatoryReportRoutes,
  ...activitiesRoutes,
  ...programmeRoutes,
  ...catalogueRoutes,
  ...paperFormRoutes,
  ...surveysRoutes,
  ...statisticsRoutes,
  ...reportRoutes,
  ...countyDeskRoutes,
  {
    Component: SettingsFrame,
    children: [
      ...staffRoutes,
      ...staffRegisterRoutes,
      ...accessRoutes,
      ...auditRoutes,
      ...backupRoutes,
      ...healthRoutes,
      ...privacyRoutes,
      ...tierRulesRoutes,
      ...roomRulesRoutes,
      ...seatsRoutes,
    ],
  },
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
