import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewText } from '../../../room/contract/county-review.ts'
import { room } from '../../room/room.ts'
import { useCommand } from '../../room/use-command.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'

const blocks = ['situation', 'difficulties', 'steps'] as const satisfies (keyof ReviewText)[]

/** The three blocks of text that the coordinator fills in; what is saved stands in the sheet below. */
export function ReviewTextForm({
  period,
  text,
  revision,
  onSaved,
}: {
  period: string
  text: ReviewText
  revision: number
  onSaved: () => void
}) {
  const { t } = useTranslation('county-review')
  const id = useId()
  const [written, setWritten] = useState(text)
  const save = useCommand(() => room.saveReviewText({ period, text: written, revision }))
  const isSaved = blocks.every((block) => written[block] === text[block])
  return (
    <section className="panel review-form" aria-label={t('text.title')}>
      <h2 className="panel-title">{t('text.title')}</h2>
      {blocks.map((block) => (
        <div key={block}>
          <label htmlFor={`${id}${block}`}>{t(`text.${block}`)}</label>
          <Input.TextArea
            id={`${id}${block}`}
            rows={3}
            maxLength={5_000}
            placeholder={t(`text.${block}Hint`)}
            value={written[block]}
            onChange={({ target }) => setWritten({ ...written, [block]: target.value })}
          />
        </div>
      ))}
      <Button
        disabled={isSaved}
        loading={save.running}
        onClick={async () => {
          if ((await save.run()) !== null) onSaved()
        }}
      >
        {t('text.save')}
      </Button>
      <span role="status">{isSaved && revision > 0 && t('text.saved')}</span>
      <RefusalNotice refusal={save.refusal} />
    </section>
  )
}
