const weights = Array.from({ length: 17 }, (_, place) => 2 ** (17 - place) % 11)

/** An ID number with the right check character, in a province there is none of. */
export function idNumber(birthDate: string, sex: 'female' | 'male', more = 0): string {
  const order = String((more * 2 + (sex === 'male' ? 1 : 2)) % 1000).padStart(3, '0')
  const body = `999999${birthDate.replaceAll('-', '')}${order}`
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0)
  return `${body}${'10X98765432'[sum % 11]}`
}
