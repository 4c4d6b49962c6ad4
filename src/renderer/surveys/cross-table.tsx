import { Button, Form, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CrossTab, isCrossable } from '../../casework/surveys/response-counts.ts'
import {
  type ClosedQuestion,
  type PlainSurvey,
  questionsOf,
} from '../../instruments/plain-survey/plain-survey.ts'
import { useLanguage } from '../locale/locale.ts'
import { surveyText } from '../questionnaire/survey-text.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { RefusalNotice } from '../ui/refusal-notice.tsx'

interface Crossed {
  question: ClosedQuestion
  by: ClosedQuestion
  table: CrossTab
}

/** One question crossed with another, small numbers withheld. */
export function CrossTable({ id, survey }: { id: string; survey: PlainSurvey }) {
  const { t } = useTranslation('surveys')
  const [language] = useLanguage()
  const [crossed, setCrossed] = useState<Crossed | null>(null)
  const crossable = questionsOf(survey).filter(isCrossable)
  const cross = useCommand((names: { question: string; by: string }) => room.crossTabulate({ id, ...names }))
  const optionsOf = (questions: readonly ClosedQuestion[]) =>
    questions.map(({ name, title }) => ({ value: name, label: surveyText(title, language) }))
  const find = (name: string) => crossable.find((question) => question.name === name)

  const make = async (names: { question: string; by: string }) => {
    setCrossed(null)
    const table = await cross.run(names)
    const [question, by] = [find(names.question), find(names.by)]
    if (table !== null && question !== undefined && by !== undefined)
      setCrossed({ question, by, table: table.value })
  }

  return (
    <section className="panel">
      <h2 className="panel-title">{t('cross.title')}</h2>
      <p className="quiet">{t('cross.lead')}</p>
      <Form
        layout="vertical"
        requiredMark={false}
        className="surveys-cross"
        onFinish={(names: { question: string; by: string }) => void make(names)}
      >
        <Form.Item
          name="question"
          label={t('cross.question')}
          rules={[{ required: true, message: t('cross.needed') }]}
        >
          <Select options={optionsOf(crossable)} />
        </Form.Item>
        <Form.Item
          name="by"
          label={t('cross.by')}
          dependencies={['question']}
          rules={[
            { required: true, message: t('cross.needed') },
            ({ getFieldValue }) => ({
              validator: async (_, by: string) => {
                if (by !== undefined && by === getFieldValue('question')) throw new Error(t('cross.same'))
              },
            }),
          ]}
        >
          <Select options={optionsOf(crossable.filter(({ type }) => type === 'radiogroup'))} />
        </Form.Item>
        <Button htmlType="submit" loading={cross.running}>
          {t('cross.make')}
        </Button>
      </Form>
      <RefusalNotice refusal={cross.refusal} />
      {crossed !== null && <Crossing {...crossed} />}
    </section>
  )
}

function Crossing({ question, by, table: { answered, cells } }: Crossed) {
  const { t } = useTranslation('surveys')
  const [language] = useLanguage()
  const hides = cells.flat().some((cell) => typeof cell !== 'number')
  return (
    <div className="surveys-crossing">
      <p className="quiet">{t('cross.answered', { count: answered })}</p>
      <table className="surveys-counts">
        <caption className="visually-hidden">
          {surveyText(question.title, language)} × {surveyText(by.title, language)}
        </caption>
        <thead>
          <tr>
            <td />
            {by.choices.map(({ value, text }) => (
              <th key={value} scope="col">
                {surveyText(text, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {question.choices.map(({ value, text }, row) => (
            <tr key={value}>
              <th scope="row">{surveyText(text, language)}</th>
              {by.choices.map((column, place) => (
                <td key={column.value}>{cellText(cells[row]?.[place], t('cross.withheld'))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {hides && <p className="quiet">{t('cross.hidden')}</p>}
    </div>
  )
}

const cellText = (cell: CrossTab['cells'][number][number] | undefined, withheld: string): string | number =>
  cell === 'withheld' || cell === undefined ? withheld : cell
