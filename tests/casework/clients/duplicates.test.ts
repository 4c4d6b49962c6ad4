import { describe, expect, it } from 'vitest'
import type { Client } from '../../../src/casework/clients/client.ts'
import { clientEntry } from '../../../src/casework/clients/client-entry.ts'
import { possibleDuplicates } from '../../../src/casework/clients/duplicates.ts'
import { clientOf, stored } from '../records.ts'

const registered = clientOf({
  name: '示例春燕',
  birthDate: '1990-05-03',
  sex: 'female',
  phone: '000-0000-0001',
  fileNumber: '2026-0042',
})
const because = (draft: Partial<Client>) =>
  possibleDuplicates(clientOf({ name: '别人甲乙', birthDate: null, sex: null, phone: null, ...draft }), [
    clientEntry(stored(1, registered)),
  ]).map((one) => one.because)

describe('possible duplicates', () => {
  it.each<[Partial<Client>, string[][]]>([
    [{ name: '示例春燕' }, [['name']]],
    [{ name: ' 示例 春燕' }, [['name']]],
    [{ name: '示例春燕', birthDate: '1990-05-03', phone: '00000000001' }, [['name', 'phone', 'birthDate']]],
    [{ name: '示例椿艳' }, [['pinyin']]],
    [{ name: '示例春雁', birthDate: '1990-05-03' }, [['birthDate', 'pinyin', 'similarName']]],
    [{ name: '示例春' }, []],
    [{ name: '示例春', birthDate: '1990-05-03' }, [['birthDate', 'similarName']]],
    [{ name: '示例春春燕', phone: '+86 000 0000 0001' }, [['phone', 'similarName']]],
    [{ birthDate: '1990-05-03' }, [['birthDate']]],
    [{ birthDate: '1990-05-03', sex: 'female' }, [['birthDate']]],
    [{ birthDate: '1990-05-03', sex: 'male' }, []],
    [{ birthDate: '1990-05-04' }, []],
    [{ phone: '000-0000-0001' }, [['phone']]],
    [{ phone: '' }, []],
    [{}, []],
  ])('%o', (draft, expected) => {
    expect(because(draft)).toEqual(expected)
  })

  it('does not take two unknown birth dates or phones for the same', () => {
    const unknown = clientEntry(stored(1, clientOf({ name: '示例甲乙', birthDate: null, phone: null })))
    const draft = clientOf({ name: '别人丙丁', birthDate: null, phone: null })
    expect(possibleDuplicates(draft, [unknown])).toEqual([])
  })

  it('shows what is needed to tell people apart, likeliest first', () => {
    const entries = [
      clientOf({ name: '别人丙丁', birthDate: '1990-05-03', fileNumber: '2026-0001' }),
      clientOf({ name: '示例椿艳', birthDate: null, fileNumber: '2026-0002' }),
      registered,
    ].map((client, index) => clientEntry(stored(index + 1, client)))
    const draft = { name: '示例春燕', birthDate: '1990-05-03', sex: null, phone: null }
    expect(possibleDuplicates(draft, entries)).toEqual([
      expect.objectContaining({ fileNumber: '2026-0042', because: ['name', 'birthDate'] }),
      expect.objectContaining({ fileNumber: '2026-0001', because: ['birthDate'] }),
      expect.objectContaining({
        fileNumber: '2026-0002',
        name: '示例椿艳',
        birthDate: null,
        because: ['pinyin'],
      }),
    ])
  })
})
