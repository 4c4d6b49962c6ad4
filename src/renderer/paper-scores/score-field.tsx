import { Form, InputNumber, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { isPossible } from '../../casework/assessments/check-paper-score.ts'
import type { FormScore } from '../../casework/assessments/score-form.ts'
import { useLanguage } from '../locale/locale.ts'

/** One score of a paper form, with the range it can have; it may be left empty. */
export function ScoreField({ score }: { score: FormScore }) {
  const { t } = useTranslation('paper-scores')
  const [language] = useLanguage()
  const { id, label, min, max, decimals, codes, direction } = score
  const name = ['scores', id]
  if (codes !== null)
    return (
      <Form.Item name={name} label={label[language]} className="paper-score-wide">
        <Radio.Group
          aria-label={label[language]}
          options={codes.map((code) => ({ value: code.value, label: code.label[language] }))}
        />
      </Form.Item>
    )
  const range = t(decimals === 0 ? 'range.whole' : 'range.mean', { min, max })
  return (
    <Form.Item
      name={name}
      label={label[language]}
      extra={`${range} ${t(`direction.${direction}`)}`}
      validateTrigger="onBlur"
      rules={[
        {
          validator: async (_, value: number | null | undefined) => {
            if (typeof value === 'number' && !isPossible(score, value))
              throw new Error(t('range.outside', { min, max }))
          },
        },
      ]}
    >
      <InputNumber controls={false} />
    </Form.Item>
  )
}
