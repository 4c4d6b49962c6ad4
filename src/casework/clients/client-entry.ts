import type { Stored } from '../records/record.ts'
import type { Client } from './client.ts'
import { folded, type Reading, readingsOf } from './pinyin-index.ts'

/** A client prepared for searching and comparing; made once, then kept as long as the record stays as it is. */
export interface ClientEntry {
  id: string
  client: Client
  /** Empty when only an alias is known. */
  name: string
  /** Empty when there is none. */
  alias: string
  /** Of the name, then of the alias. */
  readings: readonly Reading[]
  fileNumber: string
  phone: string
}

export const clientEntry = ({ id, value: client }: Pick<Stored<Client>, 'id' | 'value'>): ClientEntry => ({
  id,
  client,
  name: folded(client.name ?? ''),
  alias: folded(client.alias ?? ''),
  readings: [client.name, client.alias].flatMap((called) => (called == null ? [] : readingsOf(called))),
  fileNumber: folded(client.fileNumber),
  phone: phoneDigits(client.phone),
})

/** A phone number as it is compared: its digits, without the country code; empty when there is none. */
const phoneDigits = (phone: string | null): string =>
  (phone ?? '')
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^(00)?86(?=\d{11}$)/, '')
