import { RefusalNotice } from '../ui/refusal-notice.tsx'

/** That the desk holds files it cannot read, and so does not show; nothing while it can read all of them. */
export function UnreadableHere({ count }: { count: number }) {
  return <RefusalNotice refusal={count > 0 ? { code: 'FILES_UNREADABLE', detail: { count } } : null} />
}
