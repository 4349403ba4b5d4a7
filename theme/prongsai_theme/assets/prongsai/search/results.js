/* The results below the field: a combobox with a list, as WAI-ARIA describes it. */

const SHOWN = 30
const LENGTH = 150
const PAUSE = 400 /* in ms, so that a screen reader is told of a query and not of every letter */

const root = document.querySelector(".ps-search")
const form = root.querySelector("form")
const field = root.querySelector("input")
const opener = root.querySelector(".ps-search__open")
const panel = root.querySelector(".ps-search__panel")
const count = root.querySelector(".ps-search__count")
const list = root.querySelector("[role=listbox]")
const announcer = root.querySelector("[role=status]")
/* Made while the address is known: a page may change it later. */
const base = new URL(root.dataset.base, location.href)

let pages = null
let digits = (text) => text
let answered = null
let active = -1
let announcing = 0

const isNarrow = () => getComputedStyle(opener).display !== "none"

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

/* A sentence of the page, with a number and words in it. */
const sentence = (name, number, words = "") =>
  digits(root.dataset[name].replace("#", number)).replace("%", () => words)

const marked = (pieces) =>
  pieces.map(([words, isMarked]) => (isMarked ? element("mark", {}, words) : words))

function option(page, terms, at) {
  const section = page.bestSection(terms)
  const anchor = section?.anchor && page.isFoundInside(terms) ? `#${section.anchor}` : ""
  const year = page.year && !page.folded.title.includes(page.year) ? sentence("year", page.year) : ""
  const made = element("a", {
    href: new URL(page.url + anchor, base).href,
    className: "ps-search__option",
    id: `ps-search-option-${at}`,
    role: "option",
    tabIndex: -1,
  }, element("span", { className: "ps-search__title" }, ...marked(excerpt(page.title, terms, 0))))
  made.setAttribute("aria-selected", "false")
  if (year) made.append(" ", element("span", { className: "ps-search__year" }, year))
  if (section) {
    const heading = anchor ? marked(excerpt(section.heading, terms, 0)) : []
    const text = marked(excerpt(section.text, terms, LENGTH))
    const parts = heading.length ? [element("b", {}, ...heading), " ", ...text] : text
    made.append(element("span", { className: "ps-search__excerpt" }, ...parts))
  }
  return made
}

/* What is said of a query: `state` decides which of the hints in the panel is shown. */
function tell(state, text = "") {
  root.dataset.state = state
  count.textContent = text
  clearTimeout(announcing)
  const hint = panel.querySelector(`[data-when=${state}]`)
  announcing = setTimeout(() => { announcer.textContent = text || hint?.textContent || "" }, PAUSE)
}

function counted({ found, isWhole, instead, absent }) {
  const name = absent ? "absent" : instead ? "instead" : isWhole ? "found" : "some"
  const rest = found.length > SHOWN ? sentence("shown", SHOWN) : ""
  const item = absent && [`O${absent.number}`, absent.year && sentence("year", absent.year)]
  return sentence(name, found.length, item?.filter(Boolean).join(" ") ?? instead) + rest
}

function answer() {
  const typed = field.value.trim()
  if (!pages || typed === answered) return
  answered = typed
  activate(-1)
  const result = search(pages, typed)
  const { found, terms } = result
  list.replaceChildren(...found.slice(0, SHOWN).map((page, at) => option(page, terms, at)))
  list.hidden = !found.length
  field.setAttribute("aria-expanded", String(!list.hidden && !panel.hidden))
  list.scrollTop = 0
  if (!typed) tell("empty")
  else if (found.length) tell("found", counted(result))
  else tell("none")
}

function activate(at) {
  list.children[active]?.setAttribute("aria-selected", "false")
  active = at
  const chosen = list.children[active]
  chosen?.setAttribute("aria-selected", "true")
  chosen?.scrollIntoView({ block: "nearest" })
  if (chosen) field.setAttribute("aria-activedescendant", chosen.id)
  else field.removeAttribute("aria-activedescendant")
}

function show() {
  panel.hidden = false
  root.classList.add("ps-search--open")
  opener.setAttribute("aria-expanded", "true")
  field.setAttribute("aria-expanded", String(!list.hidden))
}

function hide() {
  panel.hidden = true
  root.classList.remove("ps-search--open")
  opener.setAttribute("aria-expanded", "false")
  field.setAttribute("aria-expanded", "false")
  activate(-1)
}

/* Leaves the search as the reader asked: the focus goes back to where the search was opened. */
function close() {
  const narrow = isNarrow()
  hide()
  if (narrow) opener.focus()
}

/* Through the results and back to the field, which is the place before the first and after the last. */
function step(by) {
  const places = list.children.length + 1
  activate(((active + 1 + by + places) % places) - 1)
}

const KEYS = {
  ArrowDown: () => (panel.hidden ? show() : step(1)),
  ArrowUp: () => (panel.hidden ? show() : step(-1)),
  Escape: () => {
    if (panel.hidden) field.value = ""
    close()
  },
}

field.addEventListener("keydown", (event) => {
  const act = KEYS[event.key]
  if (!act || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  event.stopPropagation()
  act()
})
field.addEventListener("input", () => {
  show()
  answer()
})
field.addEventListener("focus", show)
field.addEventListener("click", show)
form.addEventListener("submit", (event) => {
  event.preventDefault()
  const chosen = list.children[Math.max(0, active)]
  if (chosen) chosen.click()
})
root.querySelector(".ps-search__close").addEventListener("click", close)
root.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close()
})
root.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !root.contains(event.relatedTarget)) hide()
})
document.addEventListener("pointerdown", (event) => {
  if (!root.contains(event.target)) hide()
})
/* A result may be a place on this very page. */
list.addEventListener("click", (event) => {
  if (event.target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey) hide()
})

self.prongsaiSearchIndex = (index) => {
  digits = index.digits === "thai" ? thaiDigits : digits
  pages = index.pages.map((row, place) => new Page(row, place))
  if (root.contains(document.activeElement)) show()
  answer()
}
