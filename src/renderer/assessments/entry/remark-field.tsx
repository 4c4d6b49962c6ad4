import { Input } from 'antd'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { beforeLock } from '../../app/before-lock.ts'

const restMilliseconds = 1_000

/** Own words beside the answers, kept at every rest of the hand. */
export function RemarkField({
  kept,
  onKeep,
}: {
  kept: string
  onKeep: (remark: string) => Promise<unknown>
}) {
  const { t } = useTranslation('assessments')
  const id = useId()
  const unkept = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const keep = useRef(async () => {})
  keep.current = async () => {
    clearTimeout(timer.current)
    const remark = unkept.current
    unkept.current = null
    if (remark !== null) await onKeep(remark)
  }

  useEffect(() => {
    const forget = beforeLock(() => keep.current())
    return () => {
      forget()
      void keep.current()
    }
  }, [])

  return (
    <section className="panel">
      <label className="remark-label" htmlFor={id}>
        {t('remark.label')}
      </label>
      <p className="quiet remark-hint" id={`${id}-hint`}>
        {t('remark.hint')}
      </p>
      <Input.TextArea
        id={id}
        aria-describedby={`${id}-hint`}
        rows={3}
        maxLength={20_000}
        defaultValue={kept}
        onChange={({ target }) => {
          unkept.current = target.value
          clearTimeout(timer.current)
          timer.current = setTimeout(() => void keep.current(), restMilliseconds)
        }}
        onBlur={() => void keep.current()}
      />
    </section>
  )
}
