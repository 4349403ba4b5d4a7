/* A word that no page holds, taken for the everyday word that it was meant to be. */

/* How many signs may be wrong: a short word turns into another too easily. */
const allowed = (word) => (word.length < 4 ? 0 : word.length < 10 ? 1 : 2)

/* The number of signs that differ, are missing, too many or swapped with their neighbour. */
function distance(one, other) {
  let older = []
  let old = [...Array(other.length + 1).keys()]
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1]
      row[j] = Math.min(row[j - 1] + 1, old[j] + 1, old[j - 1] + (isSame ? 0 : 1))
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      if (isSwapped) row[j] = Math.min(row[j], older[j - 2] + 1)
    }
    older = old
    old = row
  }
  return old[other.length]
}

/* What is made of the pages once, and used for every query. */
function once(make) {
  const made = new WeakMap()
  return (pages) => made.get(pages) ?? made.set(pages, make(pages)).get(pages)
}

/* The everyday words of the pages. */
const everydayOf = once((pages) => new Set(pages.flatMap((page) => page.folded.synonyms.split("\n"))))

/* A pattern that cuts a run of Thai at its everyday words, the longest first. A short one may be a part of
   others by chance, so the dictionary finds it. */
const everydayIn = once((pages) => {
  const words = [...everydayOf(pages)].filter((word) => /^[\u0e01-\u0e5b]{5,}$/.test(word))
  return new RegExp(`(${words.sort((a, b) => b.length - a.length).join("|") || "(?!)"})`)
})

/* The words that people may have meant: the everyday ones, and those of the titles. */
const vocabularyOf = once((pages) => {
  const titles = new Set(pages.flatMap((page) => page.folded.title.match(/[\u0e01-\u0e5b]+/g) ?? []))
  return [...new Set([...everydayOf(pages), ...[...titles].flatMap(thaiWords)])]
})

/* The query with each word that no page holds replaced by the nearest of the vocabulary, if any is near. */
function corrected(pages, query) {
  const unknown = query.split(" ").filter((word) => !pages.some((page) => page.weight(wordTerm(word, {}))))
  const vocabulary = unknown.some(allowed) ? vocabularyOf(pages) : []
  const nearest = (word) => vocabulary.filter((one) => Math.abs(one.length - word.length) <= allowed(word))
    .map((one) => [distance(word, one), one]).filter(([wrong]) => wrong <= allowed(word))
    .sort((a, b) => a[0] - b[0])[0]?.[1]
  return query.split(" ").map((word) => (unknown.includes(word) && nearest(word)) || word).join(" ")
}
