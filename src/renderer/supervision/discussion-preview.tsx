import { Button, Checkbox, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaskedCase } from '../../casework/supervision/masked-case.ts'
import type { Discussion } from '../../room/contract/supervision.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { SaveFileButton } from '../exchange/save-file-button.tsx'
import { answered } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { useQuery } from '../room/use-query.ts'
import { A4Sheet, PrintButton } from '../ui/a4-sheet.tsx'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { MaskedCaseText } from './masked-case-text.tsx'
import { useMaskedWords } from './use-masked-words.ts'

/** A masked case to be read over; only after that, and after the passphrase, it is saved or printed. */
export function DiscussionPreview({
  discussion,
  onReleased,
}: {
  discussion: Discussion
  onReleased: () => void
}) {
  const { t } = useTranslation('supervision')
  const { asText } = useMaskedWords()
  const [isRead, setRead] = useState(false)
  const [released, setReleased] = useState<{ by: 'file' | 'paper'; masked: MaskedCase } | null>(null)
  const preview = useQuery(() => answered(room.previewDiscussion(discussion)), [discussion])
  const release = useCommand((by: 'file' | 'paper') => room.releaseDiscussion({ ...discussion, by }))
  const ask = async (by: 'file' | 'paper') => {
    const given = await release.run(by)
    if (given === null) return
    setReleased({ by, masked: given.value })
    onReleased()
  }
  if (preview.failed !== null) return <RefusalNotice refusal={preview.failed} />
  if (preview.data === null) return <Skeleton active />
  if (released?.by === 'paper')
    return (
      <>
        <p role="status">{t('release.entered')}</p>
        <div>
          <PrintButton />
        </div>
        <A4Sheet label={t('sheet.title')}>
          <h2>{t('sheet.title')}</h2>
          <MaskedCaseText masked={released.masked} />
        </A4Sheet>
      </>
    )
  return (
    <section className="panel discussion-preview" aria-labelledby="discussion-preview">
      <h2 className="panel-title" id="discussion-preview">
        {t('preview.title')}
      </h2>
      <p className="quiet">{t('preview.lead')}</p>
      <MaskedCaseText masked={preview.data} />
      {released === null ? (
        <>
          <Checkbox checked={isRead} onChange={({ target }) => setRead(target.checked)}>
            {t('preview.read')}
          </Checkbox>
          <RefusalNotice refusal={release.refusal} />
          <div className="discussion-release">
            <Button
              type="primary"
              disabled={!isRead}
              loading={release.running}
              onClick={() => void ask('file')}
            >
              {t('release.file')}
            </Button>
            <Button disabled={!isRead} loading={release.running} onClick={() => void ask('paper')}>
              {t('release.paper')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p role="status">{t('release.entered')}</p>
          <SaveFileButton
            primary
            file={{
              name: `case-discussion-${dayOf(new Date().toISOString())}.txt`,
              // Old editors take a text for UTF-8 only with this mark.
              bytes: new TextEncoder().encode(`\uFEFF${asText(released.masked)}`),
            }}
          >
            {t('release.save')}
          </SaveFileButton>
        </>
      )}
    </section>
  )
}
