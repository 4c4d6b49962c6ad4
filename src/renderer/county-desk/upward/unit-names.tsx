import { useTranslation } from 'react-i18next'

const atFirst = 3

/** How many units, and which: the first ones by name, all of them on asking. */
export function UnitNames({ units }: { units: readonly { name: string; code: string }[] }) {
  const { t } = useTranslation('upward')
  const names = (some: typeof units) => some.map(({ name }) => name).join(t('and'))
  if (units.length <= atFirst) return <>{t('units', { count: units.length, names: names(units) })}</>
  return (
    <details className="upward-units">
      <summary>{t('unitsMore', { count: units.length, names: names(units.slice(0, atFirst)) })}</summary>
      {names(units)}
    </details>
  )
}
