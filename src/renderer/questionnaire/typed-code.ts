/** What digits typed so far mean where one of these published codes is expected. */
export type TypedCode =
  /** `open`: one more digit would give another code, such as 1 where there is a 10. */
  | { kind: 'code'; value: number; open: boolean }
  /** The beginning of a code, and none yet. */
  | { kind: 'begun' }
  | { kind: 'none' }

export function typedCode(codes: readonly number[], digits: string): TypedCode {
  const value = codes.find((code) => String(code) === digits)
  const open = codes.some((code) => String(code) !== digits && String(code).startsWith(digits))
  if (value !== undefined) return { kind: 'code', value, open }
  return { kind: open ? 'begun' : 'none' }
}
