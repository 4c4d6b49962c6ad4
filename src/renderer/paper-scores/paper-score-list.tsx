import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PaperScore } from '../../casework/assessments/paper-score.ts'
import type { ScoreForm } from '../../casework/assessments/score-form.ts'
import type { Stored } from '../../casework/records/record.ts'
import { useClientOnShow } from '../clients/client-context.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'
import { ByHandMark } from './by-hand-mark.tsx'
import { CorrectedScores } from './corrected-scores.tsx'
import { scoresText } from './scores-text.ts'
import './paper-score-list.css'

/** Results of one client's paper forms that were entered by hand, and the way to enter one. */
export function PaperScoreList() {
  const { t } = useTranslation('paper-scores')
  const [language] = useLanguage()
  const { day, dayTime } = useFormatTime()
  const { file } = useClientOnShow()
  const forms = useQuery(() => room.scoreForms(), [])
  const entries = useQuery(() => room.paperScores(file.client.id), [file])
  const base = `/clients/${file.client.id}/paper-scores/new`
  const formOf = (id: string): ScoreForm | undefined => forms.data?.find((form) => form.id === id)
  const { scores = [], unreadable = 0, staffNames = {} } = entries.data ?? {}
  const corrected = new Set(scores.flatMap(({ value }) => value.correction?.of ?? []))

  const columns: TableColumnsType<Stored<PaperScore>> = [
    {
      title: t('list.form'),
      render: (_, { value }) => (
        <>
          {formOf(value.form)?.title[language] ?? value.form} <ByHandMark />
        </>
      ),
    },
    { title: t('list.day'), width: 130, render: (_, { value }) => day(value.day) },
    { title: t('list.scores'), render: (_, { value }) => scoresText(value, formOf(value.form), language) },
    {
      title: t('list.from'),
      render: (_, { value: { source, scoredBy, enteredBy, enteredAt, remark } }) => (
        <>
          {t('list.source', { source, scoredBy })}
          <span className="paper-score-entered">
            {t('list.entered', { who: staffNames[enteredBy] ?? t('somebody'), at: dayTime(enteredAt) })}
          </span>
          {remark !== '' && <span className="paper-score-remark">{remark}</span>}
        </>
      ),
    },
    {
      title: t('list.act'),
      width: 80,
      render: (_, { id, value }) => (
        <Link
          to={`${base}?corrects=${id}`}
          aria-label={t('list.correctOne', { form: formOf(value.form)?.title[language] ?? value.form })}
        >
          {t('list.correct')}
        </Link>
      ),
    },
  ]
  return (
    <section className="panel paper-scores" aria-labelledby="paper-scores-title">
      <header>
        <h2 className="panel-title" id="paper-scores-title">
          {t('list.title')}
        </h2>
        <Link className="paper-score-act" to={base}>
          {t('list.enter')}
        </Link>
      </header>
      <RefusalNotice refusal={forms.failed ?? entries.failed} />
      {unreadable > 0 && (
        <p role="status" className="paper-score-unreadable">
          {t('list.unreadable', { count: unreadable })}
        </p>
      )}
      {scores.length === 0 ? (
        <p className="quiet">{t('list.none')}</p>
      ) : (
        <Table
          size="small"
          rowKey="id"
          pagination={false}
          columns={columns}
          dataSource={scores.filter(({ id }) => !corrected.has(id))}
        />
      )}
      <CorrectedScores
        scores={scores}
        textOf={(value) =>
          `${formOf(value.form)?.title[language] ?? value.form} · ${day(value.day)} · ${scoresText(value, formOf(value.form), language)}`
        }
      />
    </section>
  )
}
