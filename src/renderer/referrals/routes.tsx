import type { RouteObject } from 'react-router'

/** The referrals of a file, among its tabs. */
export const referralTab: RouteObject = {
  path: 'referrals',
  lazy: async () => ({ Component: (await import('./referrals-page.tsx')).ReferralsPage }),
}

/** Opening a referral that came from elsewhere, among the clients' pages. */
export const receivedReferralRoute: RouteObject = {
  path: 'received-referral',
  lazy: async () => ({ Component: (await import('./received-referral.tsx')).ReceivedReferral }),
}

/** What goes on paper of a referral, below the client's address. */
export const referralRoutes: RouteObject[] = [
  {
    path: 'referrals/:referralId/slip',
    lazy: async () => ({ Component: (await import('./slip-page.tsx')).ReferralSlipPage }),
  },
]
