/* What is typed, as terms: patterns to be found in folded text. */

const THAI = /[\u0e01-\u0e5b]/
const LATIN = /[a-z0-9]/
/* O12, o 12, โอ 12, o-12, OIT O12, ข้อ 12, ข้อที่ 12: an item by its number. A number in place of the
   letter (012) counts where it is all that is typed. */
const CODE = /(^|[^a-z0-9\u0e01-\u0e5b])(?:(?:oit ?)?(?:o|โอ|ข้อ(?:ที่)?(?: ?o)?)|oit)[ .-]{0,2}0*([1-9]\d?)(?!\d)/g
const ZERO_FOR_O = /^0([1-9]\d?)$/
const NUMBER = /^[1-9]\d?$/
const YEAR = /^(?:25)?\d\d$/
const PHONE = /^0\d{8,9}$/
/* What thoughts are joined with, and what a question has about its subject. */
const FILLERS = new Set(("การ ของ และ หรือ ที่ ใน ให้ มี เป็น ได้ กับ แก่ แต่ จะ ก็ จาก โดย เพื่อ ว่า ขอ อยาก ต้องการ "
  + "ดู หา ค้น ค้นหา ทราบ รู้ คือ อะไร ไหน ใคร ไง ยังไง อย่างไร เท่าไหร่ เท่าไร กี่ ครับ ค่ะ คะ นะ หน่อย บ้าง ทั้งหมด").split(" "))
const WORDS = "Segmenter" in Intl ? new Intl.Segmenter("th", { granularity: "word" }) : null

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/* What may stand between two characters of a term, in the text, and it is still the term: a hyphen
   in a Latin word (e-Service), a comma in a number, what a telephone number is parted with. */
function between(one, next, isPhone) {
  if (!LATIN.test(one) || !LATIN.test(next)) return ""
  if (!/\d/.test(one) || !/\d/.test(next)) return "[-\u2010-\u2015]?"
  return isPhone ? "[- ]?" : ",?"
}

/* The pattern of a term. Thai is found anywhere; a Latin word or a number where a word begins,
   unless `anywhere`. Loosely, tone marks, dots, hyphens and spaces make no difference. */
function pattern(text, { loose, anywhere }) {
  const characters = [...(loose ? text.replace(/[\u0e47-\u0e4c.\- ]/g, "") : text)]
  if (!characters.length) return /(?!)/g
  const parts = characters.map((one, at) => {
    const next = characters[at + 1]
    if (!next) return escaped(one)
    return escaped(one) + (loose ? "[\u0e47-\u0e4c.\\- ]{0,2}" : between(one, next, PHONE.test(text)))
  })
  const start = LATIN.test(text[0]) && !anywhere ? "\\b" : ""
  return new RegExp(start + parts.join(""), "g")
}

/* `number` is that of an item, `year` the last two digits of a fiscal year; 0 where a term is neither. */
const wordTerm = (text, how) =>
  ({ text, find: pattern(text, how), number: 0, year: YEAR.test(text) ? Number(text) % 100 : 0 })

const codeTerm = (number, typed) => ({
  text: typed,
  find: new RegExp(`(?:\\bo|โอ|ข้อ(?:ที่)?)[ .-]{0,2}0*${number}|\\b0${number}(?!\\d)`, "g"),
  number: Number(number),
  year: 0,
  isCode: true,
})

/* The terms as they are typed. A number that is all there is may be that of an item. */
function termsOf(query, how) {
  const zero = query.match(ZERO_FOR_O)
  if (zero) return [codeTerm(zero[1], query)]
  const codes = []
  const rest = query.replace(CODE, (typed, before, number) => {
    codes.push(codeTerm(number, typed.slice(before.length)))
    return before + " "
  })
  const words = rest.split(" ").filter((word) => /[^.,\-–]/.test(word))
  const terms = [...codes, ...words.map((word) => wordTerm(word, how))]
  if (NUMBER.test(query)) terms[0].number = Number(query)
  return terms
}

/* The terms cut into the words of a dictionary, without fillers; Thai, Latin and numbers apart. */
function partsOf(query, how) {
  const found = termsOf(query, how).flatMap((term) => {
    if (term.isCode) return [term]
    const runs = term.text.match(/[\u0e01-\u0e5b]+|[a-z]+|\d[\d,]*/g) ?? []
    const words = runs.flatMap((run) => (THAI.test(run) ? thaiWords(run) : [run]))
    return words.map((word) => wordTerm(word, how))
  })
  const told = found.filter((term) => !FILLERS.has(term.text))
  return told.length ? told : found
}

const thaiWords = (run) => (WORDS ? [...WORDS.segment(run)].map((part) => part.segment) : [run])
  .filter((word) => word.length > 1)

/* The ways to understand what is typed, the strictest first: each has terms, and how many of them
   a page needs. The next one is tried where nothing is found. */
function* readings(typed) {
  const query = fold(clean(typed))
  const whole = (terms) => ({ terms, needed: terms.length })
  yield whole(termsOf(query, {}))
  yield whole(partsOf(query, {}))
  yield whole(termsOf(query, { loose: true, anywhere: true }))
  yield whole(partsOf(query, { loose: true }))
  const parts = partsOf(query, { loose: true })
  if (parts.length > 1) yield { terms: parts, needed: Math.ceil(parts.length / 2) }
}
