import { useParams } from 'react-router'
import type { Refusal } from '../../instruments/outcome.ts'
import type { CampaignEntry } from '../../room/contract/surveys.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'

/** The campaign this address names, and who is mentioned in it. */
export interface CampaignOnShow extends CampaignEntry {
  staffNames: Record<string, string>
}

/** `campaign` is null while it is awaited and when it failed. */
export function useCampaign(): {
  campaign: CampaignOnShow | null
  failed: Refusal | null
  again: () => void
} {
  const { campaignId } = useParams()
  const { data, failed, again } = useQuery(() => room.campaigns(), [campaignId])
  const entry = data?.campaigns.find(({ id }) => id === campaignId)
  if (data === null || entry === undefined)
    return { campaign: null, failed: data === null ? failed : { code: 'NOT_FOUND' }, again }
  return { campaign: { ...entry, staffNames: data.staffNames }, failed: null, again }
}
