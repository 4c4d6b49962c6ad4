import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sitting } from '../../room/contract/kiosk-api.ts'
import { useLanguage } from '../locale/locale.ts'
import { useQuery } from '../room/use-query.ts'
import { Answering } from './answering.tsx'
import { ClosingPage } from './closing-page.tsx'
import { kioskBroken, kioskRoom } from './kiosk-room.ts'
import { type PrintSize, printSizes } from './print-size.tsx'
import { SurveyKiosk } from './survey-kiosk.tsx'
import { Welcome } from './welcome.tsx'
import '../app/base.css'
import './kiosk.css'

/** The client's page: it knows what is asked, not whom, and never shows what came of it. */
export function Kiosk() {
  const { t } = useTranslation('kiosk')
  const { data, failed } = useQuery(
    async () => ({
      sitting: await Promise.race([kioskRoom.sitting(), kioskBroken]),
      survey: await Promise.race([kioskRoom.surveyOnShow(), kioskBroken]),
    }),
    [],
  )
  if (failed !== null) return <ClosingPage title={t('broken.title')}>{t('broken.text')}</ClosingPage>
  if (data === null) return null
  if (data.survey !== null) return <SurveyKiosk {...data.survey} />
  if (data.sitting === null) return <ClosingPage title={t('nothing.title')}>{t('nothing.text')}</ClosingPage>
  return <InSitting sitting={data.sitting} />
}

function InSitting({ sitting }: { sitting: Sitting }) {
  const { t } = useTranslation('kiosk')
  const [language, setLanguage] = useLanguage()
  const [printSize, setPrintSize] = useState<PrintSize>(sitting.largePrint ? printSizes[1] : printSizes[0])
  const [open, setOpen] = useState(sitting.questionnaires.filter(({ finished }) => !finished))
  const [begun, setBegun] = useState(false)
  const total = sitting.questionnaires.length
  const part = open[0]

  // biome-ignore lint/correctness/useExhaustiveDependencies: the sitting's language is set once
  useEffect(() => setLanguage(sitting.language), [sitting.language])
  if (language !== sitting.language) return null

  return (
    <div className={`kiosk kiosk-print-${printSize}`}>
      {part === undefined ? (
        <ClosingPage title={t('thanks.title')}>{t('thanks.text')}</ClosingPage>
      ) : begun ? (
        <Answering
          key={part.assessmentId}
          part={part}
          place={{ number: total - open.length + 1, of: total }}
          language={language}
          printSize={printSize}
          onPrintSize={setPrintSize}
          onFinished={() => setOpen(open.slice(1))}
        />
      ) : (
        <Welcome rater={sitting.rater} open={open} language={language} onBegin={() => setBegun(true)} />
      )}
    </div>
  )
}
