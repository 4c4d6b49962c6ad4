import type { Client } from '../../casework/clients/client.ts'

/** What of a client is counted by. */
export type CountedClient = Pick<Client, 'sex' | 'birthDate' | 'township'>

/** The people whom records are about, as their files stand now; a file that is read under another one is that one's. */
export interface People {
  /** Null when there is no such file any more. */
  client(id: string): CountedClient | null
  /** The pseudonym of a person in a calendar year (`YYYY`): 64 hexadecimal digits. */
  person(id: string, year: string): string
}
