import { ExportOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '../../casework/assessments/assessment.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { OutgoingFile } from '../../room/contract/exchange.ts'
import { SaveFileButton } from '../exchange/save-file-button.tsx'
import { draftName, useDraftWaiting } from '../ui/use-draft.ts'
import { ExportForm } from './export-form.tsx'
import './export-assessment.css'

/** Hands one finished assessment out of the room: who gets it and why is on record before there is a file. */
export function ExportAssessment({ assessment }: { assessment: Stored<Assessment> }) {
  const { t } = useTranslation('disclosures')
  const waiting = useDraftWaiting(draftName('disclosure', assessment.value.clientId, assessment.id))
  /** Null as long as nobody has opened or closed the form: one that was being filled in is open then. */
  const [opened, setAsking] = useState<boolean | null>(null)
  const asking = opened ?? waiting
  const [file, setFile] = useState<OutgoingFile | null>(null)
  if (assessment.value.answeredAt === null) return null
  return (
    <section className="panel export-assessment" aria-labelledby="export-assessment-title">
      <header>
        <h2 className="panel-title" id="export-assessment-title">
          {t('export.title')}
        </h2>
        {!asking && (
          <Button
            icon={<ExportOutlined aria-hidden />}
            onClick={() => {
              setFile(null)
              setAsking(true)
            }}
          >
            {t('export.open')}
          </Button>
        )}
      </header>
      {asking && (
        <ExportForm
          assessmentId={assessment.id}
          onExported={(exported) => {
            setFile(exported)
            setAsking(false)
          }}
          onCancel={() => setAsking(false)}
        />
      )}
      {file !== null && (
        <>
          <p role="status">{t('export.recorded')}</p>
          <SaveFileButton file={file} primary>
            {t('export.save')}
          </SaveFileButton>
        </>
      )}
    </section>
  )
}
