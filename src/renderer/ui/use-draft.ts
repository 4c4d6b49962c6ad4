import type { FormInstance } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { beforeLock } from '../app/before-lock.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'
import { draftKeeping } from './draft-keeping.ts'

/** A form whose content is kept while it is being written. */
export interface FormDraft<Fields> {
  /** When what was put back into the form had been kept; null when there was nothing to put back. */
  restoredAt: string | null
  /** For the form's `onValuesChange`. */
  changed: (changes: unknown, fields: Fields) => void
  /** Call it once the form is saved, or given up. */
  forget: () => Promise<void>
  /** Begins anew with an empty form. */
  discard: () => void
}

/** What a draft of this form is kept as: the kind of form, and the ids of what it is about. */
export const draftName = (kind: string, ...about: string[]): string => [kind, ...about].join(':')

/**
 * Keeps what is written in a form, sealed, until it is saved or given up; puts back what somebody was writing there when
 * it was locked or closed.
 */
export function useDraft<Fields extends object>(name: string, form: FormInstance<Fields>): FormDraft<Fields> {
  const [restoredAt, setRestoredAt] = useState<string | null>(null)
  const [keeping] = useState(() => draftKeeping(name, room))

  useEffect(() => {
    let current = true
    const putBack = async () => {
      const kept = await room.draft(name)
      if (kept === null || !current || form.isFieldsTouched()) return
      form.setFieldsValue(kept.content as Parameters<typeof form.setFieldsValue>[0])
      setRestoredAt(kept.keptAt)
    }
    putBack().catch(() => undefined)
    const off = beforeLock(keeping.flush)
    return () => {
      current = false
      off()
      void keeping.flush()
    }
  }, [name, form, keeping])

  const changed = useCallback((_: unknown, fields: Fields) => keeping.change(fields), [keeping])
  const discard = useCallback(() => {
    form.resetFields()
    setRestoredAt(null)
    void keeping.forget()
  }, [form, keeping])
  return { restoredAt, changed, forget: keeping.forget, discard }
}

/** Whether something was being written in a form that opens only on demand. */
export const useDraftWaiting = (name: string): boolean =>
  useQuery(() => room.draft(name), [name]).data !== null
