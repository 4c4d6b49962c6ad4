import type { RouteObject } from 'react-router'

export const hotlineRoutes: RouteObject[] = []
