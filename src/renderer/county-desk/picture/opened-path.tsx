import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OpenedUnit } from './picture-question.ts'

/** Where the picture is: the whole desk, a township, a room; each can be gone back to. */
export function OpenedPath({
  path,
  onBack,
}: {
  path: readonly OpenedUnit[]
  onBack: (path: readonly OpenedUnit[]) => void
}) {
  const { t } = useTranslation('county-picture')
  const steps = [{ name: t('whole'), to: path.slice(0, 0) }].concat(
    path.map(({ name }, at) => ({ name, to: path.slice(0, at + 1) })),
  )
  return (
    <nav className="county-path" aria-label={t('path')}>
      <ol>
        {steps.map(({ name, to }, at) => (
          <li key={name}>
            {at === steps.length - 1 ? (
              <span aria-current="page">{name}</span>
            ) : (
              <Button type="link" size="small" onClick={() => onBack(to)}>
                {name}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
