/** Scheme and host are the origin that keeps the records: fixed for ever. */
export const SCHEME = 'app'
const HOST = 'anxin'

/** The two pages there are. */
export type Page = 'staff' | 'kiosk'

export const PAGE_URL: Record<Page, string> = {
  staff: `${SCHEME}://${HOST}/`,
  kiosk: `${SCHEME}://${HOST}/kiosk.html`,
}

/**
 * Whether an address is of this program. Compared by its parts: `origin` is the text `null` for a scheme of one's own
 * outside Chromium.
 */
export const isOwnUrl = (address: string): boolean => {
  const url = URL.parse(address)
  return (
    url !== null &&
    url.protocol === `${SCHEME}:` &&
    url.host === HOST &&
    url.username === '' &&
    url.password === ''
  )
}

/** Which page an address shows, if it shows one; what stands behind `#` is the page's own business. */
export const pageOf = (address: string): Page | null => {
  const url = URL.parse(address)
  if (url === null || !isOwnUrl(address) || url.search !== '') return null
  if (url.pathname === '/') return 'staff'
  return url.pathname === '/kiosk.html' ? 'kiosk' : null
}

/** What a window may load: its own origin, and what it made itself. */
export const mayRequest = (address: string): boolean => {
  if (isOwnUrl(address)) return true
  const blob = address.startsWith('blob:') ? address.slice('blob:'.length) : null
  return (blob !== null && isOwnUrl(blob)) || address.startsWith('data:image/')
}
