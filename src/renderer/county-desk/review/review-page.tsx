import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { figurePeriodKinds } from '../../../statistics/figure-period.ts'
import { desktop } from '../../bridge/desktop.ts'
import { usePeriodText } from '../../exchange/period-text.ts'
import { useLanguage } from '../../locale/locale.ts'
import { answered } from '../../room/answered.ts'
import { room } from '../../room/room.ts'
import { useCommand } from '../../room/use-command.ts'
import { useQuery } from '../../room/use-query.ts'
import { PrintButton } from '../../ui/a4-sheet.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Opening } from '../opening.tsx'
import { periodsOfKind, startOf } from '../picture/picture-question.ts'
import { UnreadableHere } from '../unreadable-here.tsx'
import { ReviewSheet } from './review-sheet.tsx'
import { ReviewTextForm } from './review-text-form.tsx'
import { SavePictures } from './save-pictures.tsx'
import './review.css'

/** The periodic review of a month, a quarter or a year: made from what came, filled in, printed and saved. */
export function ReviewPage() {
  const { t } = useTranslation('county-review')
  const { data: picture, failed } = useQuery(() => room.countyPicture(), [])
  const [chosen, setChosen] = useState<string | null>(null)
  const periodText = usePeriodText()
  const field = useId()
  const groups = figurePeriodKinds
    .map((kind) => ({
      label: t(`kind.${kind}`),
      options: periodsOfKind(picture?.periods ?? [], kind).map((value) => ({
        value,
        label: periodText(value),
      })),
    }))
    .filter(({ options }) => options.length > 0)
  const period = chosen ?? startOf(picture?.periods ?? [], 'quarter') ?? groups[0]?.options[0]?.value ?? null
  return (
    <Page title={t('title')} lead={t('lead')}>
      <RefusalNotice refusal={failed} />
      {picture === null && failed === null && <Opening />}
      <UnreadableHere count={picture?.unreadable ?? 0} />
      {picture !== null && period === null && (
        <div className="panel">
          <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
        </div>
      )}
      {period !== null && (
        <>
          <div className="county-choice">
            <label htmlFor={field}>{t('period')}</label>
            <Select
              id={field}
              className="county-choice-period"
              value={period}
              options={groups}
              onChange={setChosen}
            />
          </div>
          <OneReview key={period} period={period} />
        </>
      )}
    </Page>
  )
}

function OneReview({ period }: { period: string }) {
  const { t } = useTranslation('county-review')
  const [language] = useLanguage()
  const { data, failed, again } = useQuery(
    () => answered(room.countyReview(period, language)),
    [period, language],
  )
  const [savedAs, setSavedAs] = useState<string | null>(null)
  const workbook = useCommand(async () => {
    const made = await room.reviewWorkbook(period, language)
    return made.ok ? desktop.saveFile(made.value.file.name, made.value.file.bytes) : made
  })
  if (failed !== null) return <RefusalNotice refusal={failed} />
  if (data === null) return <Opening />
  const figures = data.review.chapters.flatMap((chapter) => chapter.figures)
  return (
    <>
      <div className="review-actions">
        <PrintButton />
        <Button
          loading={workbook.running}
          onClick={async () => setSavedAs((await workbook.run())?.value ?? null)}
        >
          {t('saveWorkbook')}
        </Button>
        <SavePictures figures={figures} />
        <span role="status">{savedAs !== null && t('saved', { name: savedAs })}</span>
        <RefusalNotice refusal={workbook.refusal} />
      </div>
      <ReviewTextForm
        key={data.revision}
        period={period}
        text={data.text}
        revision={data.revision}
        onSaved={again}
      />
      <ReviewSheet {...data} />
    </>
  )
}
