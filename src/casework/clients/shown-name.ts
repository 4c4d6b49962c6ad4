import type { Client } from './client.ts'

/** What somebody is called: by name, or by alias where no name is known. */
export const calledName = ({ name, alias }: Pick<Client, 'name' | 'alias'>): string => name ?? alias ?? ''
