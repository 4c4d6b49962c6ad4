import type { OptionsGraphEntry } from '@zxcvbn-ts/core'

/** Each key unshifted and shifted, row by row; a row starts half a key to the right of the one above it. */
const rows: readonly (readonly [keys: string, shifted: string, from: number])[] = [
  ['`1234567890-=', '~!@#$%^&*()_+', 0],
  ['qwertyuiop[]\\', 'QWERTYUIOP{}|', 1],
  ["asdfghjkl;'", 'ASDFGHJKL:"', 1],
  ['zxcvbnm,./', 'ZXCVBNM<>?', 1],
]

/** Left, the two above, right, the two below. */
const steps = [
  [-1, 0],
  [0, -1],
  [1, -1],
  [1, 0],
  [0, 1],
  [-1, 1],
] as const

const keyAt = (column: number, row: number): string | null => {
  const [keys = '', shifted = '', from = 0] = rows[row] ?? []
  const key = keys.charAt(column - from)
  return key === '' ? null : key + shifted.charAt(column - from)
}

/** Which keys lie beside each other on the keyboard everyone has here, for what is found by walking over it. */
export const keyboardGraph: OptionsGraphEntry = Object.fromEntries(
  rows.flatMap(([keys, shifted, from], row) =>
    [...keys].flatMap((key, place) => {
      const beside = steps.map(([right, down]) => keyAt(place + from + right, row + down))
      return [
        [key, beside],
        [shifted.charAt(place), beside],
      ] as const
    }),
  ),
)
