import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'

/** What a population tag is called on screen; its id where this room does not know it. */
export function useTagNames(): (id: string) => string {
  const [language] = useLanguage()
  const tags = useQuery(() => room.populationTags(), [])
  return (id) => tags.data?.find((tag) => tag.id === id)?.label[language] ?? id
}
