import { ArrowUpOutlined, CloseOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { QuestionnaireShelf } from '../../room/contract/library.ts'
import { useShelfNames } from './use-shelf-names.ts'
import './instrument-order.css'

/** Chooses instruments and their order; a field of a form, which hands in `id`, `value` and `onChange`. */
export function InstrumentOrder({
  id,
  label,
  shelf,
  value = [],
  onChange = () => undefined,
}: {
  id?: string
  label: string
  shelf: QuestionnaireShelf
  value?: string[]
  onChange?: (instrumentIds: string[]) => void
}) {
  const { t } = useTranslation('programme')
  const { titleOfId } = useShelfNames(shelf)
  const others = shelf.entries
    .map(({ questionnaire }) => questionnaire.instrument.id)
    .filter((one) => !value.includes(one))
  const oneUp = (index: number) =>
    onChange(value.with(index, value[index - 1] ?? '').with(index - 1, value[index] ?? ''))

  return (
    <div className="instrument-order">
      <ol>
        {value.map((one, index) => (
          <li key={one}>
            <span>{titleOfId(one)}</span>
            <Button
              type="text"
              size="small"
              disabled={index === 0}
              icon={<ArrowUpOutlined aria-hidden />}
              aria-label={t('order.up', { title: titleOfId(one) })}
              onClick={() => oneUp(index)}
            />
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden />}
              aria-label={t('order.remove', { title: titleOfId(one) })}
              onClick={() => onChange(value.filter((other) => other !== one))}
            />
          </li>
        ))}
      </ol>
      <Select<string | null>
        {...(id === undefined ? {} : { id })}
        aria-label={label}
        placeholder={t('order.add')}
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        options={others.map((one) => ({ value: one, label: titleOfId(one) }))}
        onChange={(one) => one !== null && onChange([...value, one])}
      />
    </div>
  )
}
