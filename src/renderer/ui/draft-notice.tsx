import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormatTime } from './format-time.ts'
import type { FormDraft } from './use-draft.ts'
import './draft-notice.css'

/** Says that the form goes on from what was being written, and offers to begin anew. */
export function DraftNotice({ draft }: { draft: Pick<FormDraft<object>, 'restoredAt' | 'discard'> }) {
  const { t } = useTranslation('ui')
  const { dayTime } = useFormatTime()
  const notice = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (draft.restoredAt !== null) notice.current?.scrollIntoView({ block: 'center' })
  }, [draft.restoredAt])
  if (draft.restoredAt === null) return null
  return (
    <p ref={notice} role="status" className="draft-notice">
      {t('draft.goesOn', { at: dayTime(draft.restoredAt) })}
      <Button size="small" onClick={draft.discard}>
        {t('draft.anew')}
      </Button>
    </p>
  )
}
