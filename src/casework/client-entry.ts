import type { Client } from './client.ts'
import { folded, type Reading, readingsOf } from './pinyin-index.ts'
import type { Stored } from './record.ts'

/** A client prepared for searching and comparing; made once, then kept as long as the record stays as it is. */
export interface ClientEntry {
  id: string
  client: Client
  name: string
  readings: readonly Reading[]
  fileNumber: string
  phone: string
}

export const clientEntry = ({ id, value: client }: Pick<Stored<Client>, 'id' | 'value'>): ClientEntry => ({
  id,
  client,
  name: folded(client.name),
  readings: readingsOf(client.name),
  fileNumber: folded(client.fileNumber),
  phone: phoneDigits(client.phone),
})

/** A phone number as it is compared: its digits, without the country code; empty when there is none. */
const phoneDigits = (phone: string | null): string =>
  (phone ?? '')
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^(00)?86(?=\d{11}$)/, '')
