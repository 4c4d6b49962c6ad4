import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AddMember } from './add-member.tsx'

/** Who takes part, by file number. */
export function MembersField({
  value = [],
  onChange,
  fileNumbers,
}: {
  value?: string[]
  onChange?: (members: string[]) => void
  /** Of those who stood there when the form was opened. */
  fileNumbers: Record<string, string>
}) {
  const { t } = useTranslation('group-courses')
  const [added, setAdded] = useState<Record<string, string>>({})
  const numbers = { ...fileNumbers, ...added }
  return (
    <div className="group-members">
      {value.length > 0 && (
        <ul>
          {value.map((id) => (
            <li key={id}>
              {numbers[id] ?? t('member.somebody')}
              <Button
                size="small"
                type="text"
                aria-label={t('member.removeOne', { fileNumber: numbers[id] ?? t('member.somebody') })}
                onClick={() => onChange?.(value.filter((one) => one !== id))}
              >
                {t('member.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AddMember
        label={t('member.add')}
        taken={value}
        onAdd={({ id, fileNumber }) => {
          setAdded((before) => ({ ...before, [id]: fileNumber }))
          onChange?.([...value, id])
        }}
      />
    </div>
  )
}
