import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './a4-sheet.css'

/** What goes on paper: in print it stands alone, without anything that surrounds it on the screen. */
export function A4Sheet({ label, children }: { label: string; children: ReactNode }) {
  return (
    <article className="a4-sheet" aria-label={label}>
      {children}
    </article>
  )
}

/** Prints the sheet on this page; `beside`: something else is to be done here first. */
export function PrintButton({
  beside = false,
  onPrint = () => window.print(),
}: {
  beside?: boolean
  onPrint?: () => void
}) {
  const { t } = useTranslation('ui')
  return (
    <Button type={beside ? 'default' : 'primary'} icon={<PrinterOutlined aria-hidden />} onClick={onPrint}>
      {t('print')}
    </Button>
  )
}
