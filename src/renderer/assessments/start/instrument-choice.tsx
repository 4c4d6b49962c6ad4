import { SearchOutlined } from '@ant-design/icons'
import { Checkbox, Input } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShelfEntry } from '../../../room/contract/library.ts'
import { everything, findEntries, indexEntries } from '../../catalogue/find-entries.ts'
import { InstrumentRow } from './instrument-row.tsx'
import { isForAge } from './offered-entries.ts'
import { placeOf, subjectOf, subjects } from './subjects.ts'

/** The instruments that can be given here, by what they are about; found by name, pinyin or initials. Chosen ones stay in order. */
export function InstrumentChoice({
  id,
  entries,
  age,
  several,
  value = [],
  onChange = () => {},
}: {
  /** Of the field in its form, which scrolls to it when nothing was chosen. */
  id?: string
  entries: readonly ShelfEntry[]
  /** Of the person, in full years. */
  age: number | null
  /** Whether more than one may be chosen. */
  several: boolean
  value?: readonly string[]
  onChange?: (chosen: string[]) => void
}) {
  const { t } = useTranslation('assessments')
  const [text, setText] = useState('')
  const [all, setAll] = useState(false)
  const index = useMemo(() => indexEntries(entries), [entries])
  const latest = useDeferredValue(text)
  const found = useMemo(() => findEntries(index, { ...everything, text: latest }), [index, latest])
  const others = found.filter((entry) => !isForAge(entry, age)).length
  const isChosen = ({ questionnaire }: ShelfEntry) => value.includes(questionnaire.instrument.id)
  const shown = found.filter((entry) => all || isForAge(entry, age) || isChosen(entry))
  const inOrder = shown.toSorted(
    (a, b) => placeOf(a.questionnaire.instrument.id) - placeOf(b.questionnaire.instrument.id),
  )
  const bySubject = Map.groupBy(inOrder, ({ questionnaire: { instrument } }) =>
    subjectOf(instrument.id, instrument.kind),
  )

  const choose = (id: string, chosen: boolean) => {
    if (!several) onChange([id])
    else onChange(chosen ? [...value, id] : value.filter((one) => one !== id))
  }
  return (
    <div id={id} className="instrument-choice">
      <search className="instrument-choice-search">
        <Input
          aria-label={t('start.search')}
          placeholder={t('start.searchHint')}
          prefix={<SearchOutlined aria-hidden />}
          value={text}
          onChange={({ target }) => setText(target.value)}
          // Enter looks for something; it does not start an assessment.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
        <span role="status" className="quiet">
          {t('start.found', { count: shown.length })}
        </span>
        {others > 0 && (
          <Checkbox checked={all} onChange={({ target }) => setAll(target.checked)}>
            {t('start.showAll', { count: others })}
          </Checkbox>
        )}
      </search>
      {subjects.map((subject) => {
        const group = bySubject.get(subject)
        return (
          group !== undefined && (
            <section key={subject} aria-label={t(`subject.${subject}`)}>
              <h3>{t(`subject.${subject}`)}</h3>
              <ul>
                {group.map((entry) => (
                  <InstrumentRow
                    key={entry.questionnaire.instrument.id}
                    entry={entry}
                    age={age}
                    several={several}
                    chosen={isChosen(entry)}
                    onChoose={(chosen) => choose(entry.questionnaire.instrument.id, chosen)}
                  />
                ))}
              </ul>
            </section>
          )
        )
      })}
    </div>
  )
}
