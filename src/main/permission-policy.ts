import { pageOf } from './pages.ts'

/**
 * What a page may be granted: to keep its records when the disk runs full, and for staff to copy text. A camera, a
 * microphone, a place or anything else is never granted.
 */
export const mayUse = (permission: string, address: string): boolean => {
  const page = pageOf(address)
  if (permission === 'persistent-storage') return page !== null
  return permission === 'clipboard-sanitized-write' && page === 'staff'
}
