import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { calledName } from '../../casework/clients/shown-name.ts'
import type { QuestionnaireShelf } from '../../room/contract/library.ts'
import type { OwnCopy } from '../../room/contract/rights.ts'
import { useSession } from '../room/session.tsx'
import { A4Sheet } from '../ui/a4-sheet.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { useCopyLines } from './use-copy-lines.ts'
import './rights.css'

/** Everything the room has of a person, in the order of the file. */
export function OwnCopySheet({ copy, shelf }: { copy: OwnCopy; shelf: QuestionnaireShelf }) {
  const { t } = useTranslation('rights')
  const { dateTime } = useFormatTime()
  const { unit } = useSession()
  const [printedAt] = useState(() => new Date())
  const sections = useCopyLines(copy, shelf)
  return (
    <A4Sheet label={t('copy.title')}>
      <div className="own-copy">
        <h2>{t('copy.heading', { name: calledName(copy.client), fileNumber: copy.client.fileNumber })}</h2>
        <p className="a4-sheet-small">{t('copy.from', { unit: unit.name, at: dateTime(printedAt) })}</p>
        {sections.map(({ title, lines }) => (
          <section key={title}>
            <h3>{title}</h3>
            {lines.length === 0 && <p>{t('copy.nothing')}</p>}
            {lines.map(({ key, text }) => (
              <p key={key}>{text}</p>
            ))}
          </section>
        ))}
        <section>
          <h3>{t('copy.leftOut.title')}</h3>
          <p>{t('copy.leftOut.text')}</p>
        </section>
        <p className="a4-sheet-small">{t('copy.notDiagnosis')}</p>
      </div>
    </A4Sheet>
  )
}
