import { expect, test } from 'vitest'
import { isWithheldFromClient } from '../../src/main/kiosk-keys.ts'

const stroke = (keys: string) => {
  const parts = keys.split('+')
  return {
    key: parts.at(-1) ?? '',
    control: parts.includes('Control'),
    alt: parts.includes('Alt'),
    meta: parts.includes('Meta'),
  }
}

test.each([
  ...['w', 'r', 'p', 's', 'o', 'n', 't', 'f', 'u', '+', '-', '0', 'Tab', 'F4', 'PageDown'].map(
    (key) => `Control+${key}`,
  ),
  ...['ArrowLeft', 'ArrowRight', 'F4', 'Home', 'd', ' '].map((key) => `Alt+${key}`),
  ...['r', 'l', 'Tab'].map((key) => `Meta+${key}`),
  'F1',
  'F5',
  'F11',
  'F12',
  'ContextMenu',
  'BrowserBack',
  'LaunchMail',
  'PrintScreen',
])('%s is withheld', (keys) => {
  expect(isWithheldFromClient(stroke(keys))).toBe(true)
})

test.each([
  'a',
  '中',
  'Enter',
  'Tab',
  'Backspace',
  'ArrowDown',
  ' ',
  'Escape',
  'Process',
  'Control',
  'Alt',
  'Meta',
  'F',
])('%s answers a question', (key) => {
  expect(isWithheldFromClient({ ...stroke(key), control: key === 'Control', alt: key === 'Alt' })).toBe(false)
})

test.each(['a', 'c', 'v', 'x', 'z', 'ArrowLeft', 'Backspace'])(
  'Control+%s edits what is being written',
  (key) => {
    expect(isWithheldFromClient({ key, control: true, alt: false, meta: false })).toBe(false)
  },
)
