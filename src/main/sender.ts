import { type Page, pageOf } from './pages.ts'

/** What is known of a message's sender. */
export interface Sender {
  /** Address of the frame; null once the frame is gone. */
  url: string | null
  isMainFrame: boolean
  windowId: number
}

/** Whether a message comes from the very window that is open, from its top frame, still showing the page it was opened for. */
export const isTrusted = (
  sender: Sender,
  open: { page: Page; windowId: number } | null,
  page: Page,
): boolean =>
  open !== null &&
  open.page === page &&
  open.windowId === sender.windowId &&
  sender.isMainFrame &&
  sender.url !== null &&
  pageOf(sender.url) === page
