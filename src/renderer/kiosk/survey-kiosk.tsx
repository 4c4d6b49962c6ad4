import { useCallback, useEffect, useState } from 'react'
import type { SurveyOnShow } from '../../room/contract/survey-kiosk-api.ts'
import { useLanguage } from '../locale/locale.ts'
import { type PrintSize, printSizes } from './print-size.tsx'
import { SurveyAnswering } from './survey-answering.tsx'
import { SurveyThanks } from './survey-thanks.tsx'
import { SurveyWelcome } from './survey-welcome.tsx'

/** A survey for one person after another: each begins at the same first page, with nothing of the one before. */
export function SurveyKiosk({ survey, language: firstLanguage, largePrint }: SurveyOnShow) {
  const [language, setLanguage] = useLanguage()
  const firstSize = largePrint ? printSizes[1] : printSizes[0]
  const [printSize, setPrintSize] = useState<PrintSize>(firstSize)
  const [person, setPerson] = useState(1)
  const [at, setAt] = useState<'welcome' | 'questions' | 'thanks'>('welcome')

  // biome-ignore lint/correctness/useExhaustiveDependencies: each person begins in the same language
  useEffect(() => setLanguage(firstLanguage), [person, firstLanguage])
  const nextPerson = useCallback(() => {
    setPrintSize(firstSize)
    setPerson((count) => count + 1)
    setAt('welcome')
  }, [firstSize])

  return (
    <div className={`kiosk kiosk-print-${printSize}`}>
      {at === 'welcome' && (
        <SurveyWelcome
          survey={survey}
          language={language}
          onLanguage={setLanguage}
          onBegin={() => setAt('questions')}
        />
      )}
      {at === 'questions' && (
        <SurveyAnswering
          key={person}
          survey={survey}
          language={language}
          printSize={printSize}
          onPrintSize={setPrintSize}
          onDropped={nextPerson}
          onHandedIn={() => setAt('thanks')}
        />
      )}
      {at === 'thanks' && <SurveyThanks onNext={nextPerson} />}
    </div>
  )
}
