/* What is typed, as terms: patterns to be found in folded text. */

const THAI = /[\u0e01-\u0e5b]/
const LATIN = /[a-z0-9]/
const BEFORE = "(^|[^a-z0-9\u0e01-\u0e5b])"
/* O12, o 12, โอ 12, o-12, OIT O12, OIT 12, ข้อ 12, ข้อที่ 12: an item by its number. No year has
   50 items, so OIT 68 is a year. */
const CODE = new RegExp(`${BEFORE}(?:(?:oit ?)?(?:o|โอ|ข้อ(?:ที่)? ?(?:o|โอ)?)|oit)[ .-]{0,2}0*([1-4]?\\d)(?!\\d)`, "g")
/* A zero for the letter, 012, counts where it is all that is typed, and so does a number alone. */
const ZERO_FOR_O = /^0([1-4]?\d)$/
const NUMBER = /^[1-4]?\d$/
/* ปี 68, ปีงบประมาณ พ.ศ. 2568, FY68: a fiscal year. In a run of Thai it needs no space before it. */
const OF_YEAR = "(?:ปี(?:งบประมาณ|งบ)? ?(?:พ\\. ?ศ\\. ?)?|พ\\. ?ศ\\. ?|fy ?)(?:25)?(\\d\\d)(?!\\d)"
const YEAR = new RegExp(BEFORE + OF_YEAR, "g")
const YEAR_IN_RUN = new RegExp(`()(?:ของ|ใน)?${OF_YEAR}`, "g")
/* ปีนี้, ปีที่แล้ว: a year by how long ago it was; which year that is, the pages say. */
const AGO = new RegExp("(?:ของ|ใน)?ปี(?:งบประมาณ|งบ)? ?(?:(นี้|ล่าสุด|ปัจจุบัน)|ที่แล้ว|ก่อน(?:หน้า)?(?:นี้)?|ที่ผ่านมา|กลาย)"
  + "|(ล่าสุด)|\\b(?:(this year|latest)|last year)\\b", "g")
const BARE_YEAR = /^(?:25)?(\d\d)$/
const PHONE = /^0\d{8,9}$/
const HYPHEN = /([a-z])[-\u2010-\u2015](?=[a-z])/g
const TONES = /[\u0e47-\u0e4c]/g
/* What thoughts are joined with, what a question has about its subject, and what every page is about. */
const FILLERS = new Set(("การ ความ ผู้ ของ และ หรือ ที่ ใน ให้ มี เป็น ได้ กับ แก่ แต่ จะ ก็ จาก โดย เพื่อ ว่า ถึง ทำ ประจำ ทั้งหมด เกี่ยวกับ "
  + "ขอ อยาก ต้อง ต้องการ ดู หา ค้น ค้นหา ทราบ รู้ บอก ช่วย สรุป ค่า คือ อะไร ไหน ที่ไหน ตรง ตรงไหน ใคร ไง ยัง ยังไง อย่างไร "
  + "เท่า ไหร่ เท่าไหร่ เท่าไร เท่าไร่ เท่าใด กี่ เมื่อไหร่ เมื่อไร ไหม มั้ย หรือยัง แล้ว ครับ ค่ะ คะ นะ หน่อย บ้าง อบต อบจ เทศบาล หน่วยงาน "
  + "the of for is a in to and what how where who").split(" "))
const DICTIONARY = "Segmenter" in Intl ? new Intl.Segmenter("th", { granularity: "word" }) : null

const start = (text) => (LATIN.test(text[0]) ? "\\b" : "")
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/* A text as it is typed. */
const literal = (text) => start(text) + escaped(text)

/* What may stand between two characters of a term, in the text, and it is still the term: a hyphen
   in a Latin word (e-Service), a comma in a number, what a telephone number is parted with. */
function between(one, next, isPhone) {
  if (!LATIN.test(one) || !LATIN.test(next)) return ""
  if (!/\d/.test(one) || !/\d/.test(next)) return "[-\u2010-\u2015]?"
  return isPhone ? "[- ]?" : ",?"
}

/* Loosely, tone marks, dots and hyphens make no difference, and spaces none beside Latin; a number
   stays whole. */
function looselyBetween(one, next) {
  if (/\d\d/.test(one + next)) return ",?"
  return LATIN.test(one + next) ? "[\u0e47-\u0e4c.\\- ]{0,2}" : "[\u0e47-\u0e4c.\\-]{0,2}"
}

/* The pattern of a term. Thai is found anywhere; a Latin word or a number where a word begins,
   unless `anywhere`. */
function pattern(typed, { loose, anywhere }) {
  const text = typed.replace(/(\d),(?=\d)/g, "$1") /* a number may have commas, or not */
  const characters = [...(loose ? text.replace(TONES, "").replace(/[.\- ]/g, "") : text.replace(HYPHEN, "$1"))]
  if (!characters.length) return /(?!)/g
  const gap = loose ? looselyBetween : (one, next) => between(one, next, PHONE.test(text))
  const parts = characters.map((one, at) =>
    escaped(one) + (at + 1 < characters.length ? gap(one, characters[at + 1]) : ""))
  return new RegExp((anywhere ? "" : start(text)) + parts.join(""), "g")
}

/* `number` is that of an item, `year` the last two digits of a fiscal year; 0 where a term is neither.
   A term that is `fixed` is not cut further. */
function wordTerm(text, how) {
  const year = text.match(BARE_YEAR)
  return { text, find: pattern(text, how), number: 0, year: year ? Number(year[1]) : 0 }
}

const codeTerm = (number, typed) => ({
  text: typed,
  find: new RegExp(`${literal(typed)}|(?:\\bo|โอ|ข้อ(?:ที่)?)[ .-]{0,2}0*${number}`, "g"),
  number: Number(number),
  year: 0,
  fixed: true,
})

const yearTerm = (year, typed) => ({
  text: typed,
  find: new RegExp(`${literal(typed)}|\\b25${year}(?!\\d)`, "g"),
  number: 0,
  year: Number(year),
  fixed: true,
})

/* The items by number and the fiscal years in a query, and the rest of it. */
function withoutNumbers(query, year) {
  const terms = []
  const taken = (make) => (typed, before, digits) => {
    terms.push(make(digits, typed.slice(before.length)))
    return `${before} `
  }
  return { terms, rest: query.replace(CODE, taken(codeTerm)).replace(year, taken(yearTerm)) }
}

/* The terms as they are typed. */
function termsOf(query, how) {
  const zero = query.match(ZERO_FOR_O)
  if (zero) return [codeTerm(zero[1], query)]
  const digits = query.replace(/[- ]/g, "")
  if (PHONE.test(digits)) return [wordTerm(digits, how)]
  const { terms, rest } = withoutNumbers(query, YEAR)
  terms.push(...wordsOf(rest, how))
  if (NUMBER.test(query)) terms[0].number = Number(query)
  return terms
}

/* What is meant beside the words, wherever in a run it stands: `ago` is 0 for this year, 1 for the last,
   -1 where neither is asked for. */
function takenApart(query) {
  const { terms, rest } = withoutNumbers(query, YEAR_IN_RUN)
  const apart = { terms, ago: -1, agoTyped: "" }
  apart.rest = rest.replace(AGO, (typed, ...newest) => {
    Object.assign(apart, { ago: newest.slice(0, 3).some(Boolean) ? 0 : 1, agoTyped: typed })
    return " "
  })
  return apart
}

/* The words of a text as they are typed. */
const wordsOf = (text, how) =>
  text.split(" ").filter((word) => /[\p{L}\p{N}]/u.test(word)).map((word) => wordTerm(word, how))

const isFiller = (word) => FILLERS.has(word.replace(/\.$/, ""))
const tellingWordsOf = (text) => wordsOf(text, {}).filter((term) => !isFiller(term.text))

/* A text cut into everyday words, if there is a pattern of them, and else those of a dictionary; Thai,
   Latin and numbers apart. */
function cut(text, everyday = /(?!)/) {
  const runs = (word) => word.match(/[\u0e01-\u0e5b]+|\b[a-z]\d+|[a-z]+|\d[\d,.]*/g) ?? []
  const words = (run) => run.split(everyday).flatMap((part, at) => (at % 2 ? [part] : thaiWords(part)))
  return text.split(" ").flatMap((word) => (isFiller(word) ? [word]
    : runs(word).flatMap((run) => (THAI.test(run) ? words(run) : [run]))))
}

/* The words of a text that tell what it is about. */
const subjectsOf = (text, everyday) =>
  [...new Set(cut(text, everyday))].filter((word) => !isFiller(word)).map((word) => wordTerm(word, {}))

/* All parts of a text but signs that stand alone, without fillers where there is anything else. */
function partsOf(text, how, everyday) {
  const told = [...new Set(cut(text, everyday))].filter((word) => word.length > 1 || /\d/.test(word))
  const telling = told.filter((word) => !isFiller(word))
  return (telling.length ? telling : told).map((word) => wordTerm(word, how))
}

const thaiWords = (run) =>
  DICTIONARY ? [...DICTIONARY.segment(run)].map((part) => part.segment) : [run]

/* Two signs say too little to be the reason why a page is shown, where others were not found. */
const tellingParts = (text) =>
  partsOf(text, { loose: true }).filter((term) => term.text.length > 2 || !THAI.test(term.text))
