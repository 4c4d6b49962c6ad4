import { type CustomTypesConfig, types } from 'pg'

const BYTEA = 17

/** Bytes come as plain `Uint8Array`, as PGlite gives them; all else as the driver does. */
export const typesAsInPglite: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    const parse = types.getTypeParser(oid, format as 'text')
    return oid === BYTEA ? (value: string) => Uint8Array.from(parse(value)) : parse
  }) as typeof types.getTypeParser,
}
