import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'

/** Titles of the forms whose results are entered by hand; an id stands for what is no such form. */
export function useFormTitle(): (id: string) => string {
  const [language] = useLanguage()
  const { data } = useQuery(() => room.scoreForms(), [])
  return (id) => data?.find((form) => form.id === id)?.title[language] ?? id
}
