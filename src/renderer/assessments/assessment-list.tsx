import { PlusOutlined } from '@ant-design/icons'
import { Button, Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Assessment } from '../../casework/assessments/assessment.ts'
import { assessmentBlocks } from '../../casework/assessments/assessment-blocks.ts'
import type { Stored } from '../../casework/records/record.ts'
import { questionnaireOn, useClientOnShow } from '../clients/client-context.ts'
import { ClueNotice } from '../clues/clue-notice.tsx'
import { useLanguage } from '../locale/locale.ts'
import { PaperScoreList } from '../paper-scores/paper-score-list.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFormatTime } from '../ui/format-time.ts'
import { goToNextRow } from '../ui/next-row.ts'
import { BesidePanel } from './beside-panel.tsx'
import { RaterLine } from './rater-line.tsx'
import { scoreLine } from './score-line.ts'
import { titleOf } from './title-of.ts'
import './assessment-list.css'

/** Every assessment of one client, newest first; unfinished ones can be gone on with. */
export function AssessmentList() {
  const { t } = useTranslation('assessments')
  const { dayTime } = useFormatTime()
  const [language] = useLanguage()
  const navigate = useNavigate()
  const { file, shelf } = useClientOnShow()
  const base = `/clients/${file.client.id}/assessments`
  const start = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate(`${base}/new`)}>
      {t('list.start')}
    </Button>
  )
  if (file.assessments.length === 0)
    return (
      <>
        <section className="panel">
          <EmptyState title={t('list.empty.title')} action={start}>
            {t('list.empty.text')}
          </EmptyState>
          <ClueNotice file={file} />
        </section>
        <PaperScoreList />
      </>
    )

  const resultText = ({ value }: Stored<Assessment>): string =>
    value.answeredAt === null
      ? t('list.unfinished', { count: Object.keys(value.answers).length })
      : (scoreLine(
          value,
          questionnaireOn(shelf, value.instrument, value.result?.version)?.instrument,
          language,
        ) ?? t(`status.short.${value.result?.status ?? 'incomplete'}`))
  const columns: TableColumnsType<Stored<Assessment>> = [
    {
      title: t('list.instrument'),
      render: (_, { id, value }) => (
        <Link to={`${base}/${id}${value.answeredAt === null ? '/answers' : ''}`}>
          {titleOf(questionnaireOn(shelf, value.instrument)?.instrument, language, value.instrument)}
        </Link>
      ),
    },
    {
      title: t('list.at'),
      width: 160,
      render: (_, { value }) => dayTime(value.answeredAt ?? value.startedAt),
    },
    { title: t('list.rater'), width: 190, render: (_, { value }) => <RaterLine rater={value.rater} /> },
    {
      title: t('list.result'),
      width: 220,
      render: (_, assessment) => (
        <>
          {resultText(assessment)}
          {assessmentBlocks(assessment, file.alerts).some(({ code }) => code === 'CRITICAL_ANSWER_OPEN') && (
            <span className="assessment-not-talked">▲ {t('list.notTalked')}</span>
          )}
        </>
      ),
    },
  ]
  return (
    <>
      <section className="panel">
        <div className="assessment-list-head">
          <h2 className="panel-title">{t('list.title')}</h2>
          <span className="assessment-list-acts">
            <ClueNotice file={file} />
            {start}
          </span>
        </div>
        <Table
          size="small"
          rowKey="id"
          columns={columns}
          dataSource={file.assessments.toReversed()}
          onRow={() => ({ onKeyDown: goToNextRow })}
          pagination={file.assessments.length > 50 && { pageSize: 50, showSizeChanger: false }}
        />
      </section>
      <BesidePanel />
      <PaperScoreList />
    </>
  )
}
