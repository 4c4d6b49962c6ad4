import { Button, Pagination, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListAnswers, ListedOnShow } from '../../room/contract/client-list.ts'
import { ClientName } from '../clients/client-name.tsx'
import { useFormatTime } from '../ui/format-time.ts'

const pageSize = 50

/** Asks of each person who may be registered already, or who may stand in the list twice, whether they are. */
export function AlikeQuestions({
  people,
  answers,
  onAnswer,
}: {
  people: ListedOnShow[]
  answers: ListAnswers
  onAnswer: (rows: number[], answer: 'new' | 'known') => void
}) {
  const { t } = useTranslation(['client-list', 'clients'])
  const { day } = useFormatTime()
  const [page, setPage] = useState(1)
  const open = people.filter(({ row }) => answers[row] === undefined)
  return (
    <section className="panel" aria-labelledby="alike-title">
      <h2 className="panel-title" id="alike-title">
        {t('alike.title')}
      </h2>
      <p>{t('alike.lead')}</p>
      {open.length > 1 && (
        <Button
          onClick={() =>
            onAnswer(
              open.map(({ row }) => row),
              'known',
            )
          }
        >
          {t('alike.restKnown', { count: open.length })}
        </Button>
      )}
      <ol className="list-alike">
        {people
          .slice((page - 1) * pageSize, page * pageSize)
          .map(({ row, name, birthDate, registered, sameAs }) => (
            <li key={row}>
              <div>
                <strong>{t('alike.who', { row, name })}</strong>
                {birthDate !== null && <span> · {t('clients:duplicate.born', { day: day(birthDate) })}</span>}
                <ul>
                  {registered.map(({ id, fileNumber, birthDate: born, because }) => (
                    <li key={id}>
                      <ClientName clientId={id} fileNumber={fileNumber} />
                      {born !== null && <span>{t('clients:duplicate.born', { day: day(born) })} · </span>}
                      <span className="quiet">
                        {because
                          .map((reason) => t(`clients:duplicate.because.${reason}`))
                          .join(t('clients:listComma'))}
                      </span>
                    </li>
                  ))}
                  {sameAs.map((other) => (
                    <li key={other}>{t('alike.sameAs', { row: other })}</li>
                  ))}
                </ul>
              </div>
              <Radio.Group
                aria-label={t('alike.question', { row, name })}
                value={answers[row]}
                onChange={({ target }) => onAnswer([row], target.value)}
                options={(['known', 'new'] as const).map((value) => ({ value, label: t(`alike.${value}`) }))}
              />
            </li>
          ))}
      </ol>
      {people.length > pageSize && (
        <Pagination
          current={page}
          pageSize={pageSize}
          total={people.length}
          showSizeChanger={false}
          onChange={setPage}
        />
      )}
    </section>
  )
}
