/** The keys of one stroke, as Electron's `before-input-event` names them. */
export interface KeyStroke {
  key: string
  control: boolean
  meta: boolean
  alt: boolean
}

/** What a client's text field needs with Control held, and no more. */
const EDITING = ['a', 'c', 'v', 'x', 'z', 'arrowleft', 'arrowright', 'backspace', 'delete', 'home', 'end']

/** Whether the client's page may not get this stroke: it would close, reload, print, search, open or leave something. */
export const isWithheldFromClient = ({ key, control, meta, alt }: KeyStroke): boolean => {
  if (/^(f\d{1,2}|contextmenu|browser\w+|launch\w+|print\w*)$/i.test(key)) return true
  if (control || meta)
    return !EDITING.includes(key.toLowerCase()) && !['Control', 'Meta', 'Shift'].includes(key)
  return alt && key !== 'Alt'
}
