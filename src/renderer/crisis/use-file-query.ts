import { useEffect, useRef } from 'react'
import type { ClientFile } from '../../room/contract/clients.ts'
import { type Query, useQuery } from '../room/use-query.ts'

/** Asks about a file, and once more whenever the file was read anew; what is on show stays until the answer is there. */
export function useFileQuery<T>(file: ClientFile, load: () => Promise<T>): Query<T> {
  const query = useQuery(load, [file.client.id])
  const { again } = query
  const seen = useRef(file)
  useEffect(() => {
    if (seen.current === file) return
    seen.current = file
    again()
  }, [file, again])
  return query
}
