import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { done } from '../../../instruments/outcome.ts'
import type { ReviewFigure } from '../../../room/contract/county-review.ts'
import { desktop } from '../../bridge/desktop.ts'
import { useChartColours } from '../../charts/chart-colours.ts'
import { chartPicture } from '../../charts/chart-picture.ts'
import { trendConfig } from '../../charts/trend-config.ts'
import { usePeriodText } from '../../exchange/period-text.ts'
import { useLanguage } from '../../locale/locale.ts'
import { useCommand } from '../../room/use-command.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { courseOf, hasCourse } from './review-chapter.tsx'

/** Saves the course of each figure as a picture for a slide, one after the other. */
export function SavePictures({ figures }: { figures: readonly ReviewFigure[] }) {
  const { t } = useTranslation('county-review')
  const { t: desk } = useTranslation('county-desk')
  const { accent, hues, font } = useChartColours()
  const [language] = useLanguage()
  const periodText = usePeriodText()
  const [count, setCount] = useState<number | null>(null)
  const drawn = figures.filter(hasCourse)
  const save = useCommand(async () => {
    let saved = 0
    for (const figure of drawn) {
      const title = figure.table.title[language]
      const labels = figure.series.map(({ period }) => periodText(period))
      const sets = [courseOf(figure, desk(`unit.${figure.table.unit}`))]
      const bytes = await chartPicture(trendConfig({ labels, sets }, { accent, hues }, 2.5), { title, font })
      const kept = await desktop.saveFile(`${title} ${figure.now.period}.png`, bytes)
      if (!kept.ok) return kept
      saved += 1
    }
    return done(saved)
  })
  return (
    <>
      <Button
        disabled={drawn.length === 0}
        loading={save.running}
        onClick={async () => setCount((await save.run())?.value ?? null)}
      >
        {t('savePictures', { count: drawn.length })}
      </Button>
      <span role="status">{count !== null && t('savedPictures', { count })}</span>
      <RefusalNotice refusal={save.refusal} />
    </>
  )
}
