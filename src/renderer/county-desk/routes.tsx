import type { RouteObject } from 'react-router'

export const countyDeskRoutes: RouteObject[] = []
