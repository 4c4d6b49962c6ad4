import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportOnTrial } from '../../../room/contract/library.ts'
import { titleOf } from '../../assessments/title-of.ts'
import { useLanguage } from '../../locale/locale.ts'
import { FaultList } from '../../refusals/fault-list.tsx'
import { AboutFacts } from '../about-facts.tsx'
import { CriticalFacts } from '../critical-facts.tsx'
import { ScaleFacts } from '../scale-facts.tsx'
import { TermsFacts } from '../terms-facts.tsx'
import { TryOut } from '../try-out/try-out.tsx'
import '../instrument-page.css'

const noTitles: ReadonlyMap<string, string> = new Map()

/** All of what an import would add, before anything is kept: what it says, on which terms, how it is asked and scored. */
export function ImportPreview({ trial }: { trial: ImportOnTrial }) {
  const { t } = useTranslation('catalogue')
  const [language] = useLanguage()
  const [trying, setTrying] = useState(false)
  const { questionnaire } = trial
  const { instrument } = questionnaire
  return (
    <>
      <section className="panel import-adds">
        <h2 className="panel-title">{titleOf(instrument, language, instrument.id)}</h2>
        <ul>
          <li>{whatItAdds(trial, t)}</li>
          {trial.kind === 'instrument' && <li>{t('import.vectors', { count: trial.vectors })}</li>}
          {trial.kind === 'wording' && <li>{t('import.itemByItem', { count: instrument.items.length })}</li>}
        </ul>
      </section>
      {trial.kind === 'instrument' && trial.notUnderstood.length > 0 && (
        <FaultList title={t('import.notUnderstood')} faults={trial.notUnderstood}>
          <p>{t('import.notUnderstoodText')}</p>
        </FaultList>
      )}
      <div className="instrument-columns">
        <div className="instrument-column">
          <AboutFacts questionnaire={questionnaire} />
          <CriticalFacts questionnaire={questionnaire} />
          <ScaleFacts instrument={instrument} titles={noTitles} />
        </div>
        <div className="instrument-column">
          <TermsFacts instrument={instrument} />
        </div>
      </div>
      {trying ? (
        <TryOut questionnaire={questionnaire} />
      ) : (
        <section className="panel import-try">
          <h2 className="panel-title">{t('import.tryOut')}</h2>
          <p>{t('import.tryOutText')}</p>
          <Button onClick={() => setTrying(true)}>{t('tryOut.open')}</Button>
        </section>
      )}
    </>
  )
}

const whatItAdds = (
  trial: ImportOnTrial,
  t: (key: string, figures: Record<string, string>) => string,
): string => {
  const { id, version } = trial.questionnaire.instrument
  if (trial.kind === 'wording') return t('import.addsWording', { id, version, wording: trial.pack.version })
  return trial.replaces === null
    ? t('import.adds', { id, version })
    : t('import.replaces', { id, version, before: trial.replaces })
}
