/** What was copied here last; null when that is certainly not on the clipboard any more. */
let copied: string | null = null

const selected = (): string => {
  const field = document.activeElement
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
    return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
  return document.getSelection()?.toString() ?? ''
}

/** Remembers what is copied out of this window, so that locking can take it back; call what it gives to stop. */
export function watchOurCopies(): () => void {
  const noted = () => {
    copied = selected()
  }
  document.addEventListener('copy', noted)
  document.addEventListener('cut', noted)
  return () => {
    document.removeEventListener('copy', noted)
    document.removeEventListener('cut', noted)
  }
}

/** What lies on the clipboard, where this window may look without asking; null where it may not. */
const onClipboard = async (): Promise<string | null> => {
  const { state } = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })
  return state === 'granted' ? navigator.clipboard.readText() : null
}

/**
 * Empties the clipboard if what was copied here last still lies on it, or may lie on it where the browser does not tell. A
 * browser lets only the window in front do so; elsewhere nothing happens.
 */
export async function clearOurCopy(): Promise<void> {
  if (copied === null || copied === '') return
  try {
    const there = await onClipboard()
    if (there === null || there === copied) await navigator.clipboard.writeText('')
    copied = null
  } catch {
    // The browser keeps the clipboard from windows that are not in front.
  }
}
