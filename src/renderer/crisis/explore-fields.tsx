import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { crisisQuestions } from '../../casework/crisis/crisis-episode.ts'

/** What a talk about suicide looks into, question by question. */
export function ExploreFields() {
  const { t } = useTranslation('crisis')
  return (
    <fieldset className="crisis-explore">
      <legend>{t('field.found')}</legend>
      {crisisQuestions.map((question) => (
        <div key={question} className="crisis-question">
          <Form.Item name={['found', question, 'answer']} label={t(`question.${question}`)}>
            <Radio.Group
              aria-label={t(`question.${question}`)}
              options={(['yes', 'no', 'unknown'] as const).map((value) => ({
                value,
                label: t(`answer.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item name={['found', question, 'said']} noStyle>
            <Input
              aria-label={t('field.foundSaid', { question: t(`question.${question}`) })}
              maxLength={20_000}
            />
          </Form.Item>
        </div>
      ))}
    </fieldset>
  )
}
