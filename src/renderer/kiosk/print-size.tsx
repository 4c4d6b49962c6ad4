import { useTranslation } from 'react-i18next'

/** How much larger than normal, in percent. */
export const printSizes = [100, 125, 150] as const
export type PrintSize = (typeof printSizes)[number]

/** Three sizes of print, each shown at its own size. */
export function PrintSizeChoice({
  value,
  onChange,
}: {
  value: PrintSize
  onChange: (size: PrintSize) => void
}) {
  const { t } = useTranslation('kiosk')
  return (
    <fieldset className="print-size">
      <legend className="visually-hidden">{t('printSize.label')}</legend>
      {printSizes.map((size) => (
        <button
          key={size}
          type="button"
          className={`print-size-${size}`}
          aria-pressed={size === value}
          aria-label={t(`printSize.${size}`)}
          onClick={() => onChange(size)}
        >
          {t('printSize.sign')}
        </button>
      ))}
    </fieldset>
  )
}
