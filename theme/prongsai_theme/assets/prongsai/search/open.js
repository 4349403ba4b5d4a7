/* The search before it is used: this much is on every page. What it needs is loaded when a reader
   goes for it: by pointer, by focus, with the key /, or by an address with ?q=. */

const root = document.querySelector(".ps-search")
const field = root.querySelector("input")
const opener = root.querySelector(".ps-search__open")
const panel = root.querySelector(".ps-search__panel")
const asked = new URLSearchParams(location.search).get("q")
let isLoading = false

/* The index is a script, not data that is fetched: a page in a folder on the disk may not fetch. */
function load() {
  if (isLoading) return
  isLoading = true
  for (const source of [root.dataset.script, root.dataset.index]) {
    const script = document.createElement("script")
    script.src = source
    script.async = false /* in this order */
    script.onerror = fail
    document.head.append(script)
  }
}

function fail() {
  root.dataset.state = "failed"
  panel.hidden = false
}

/* On a narrow screen the field lies over the header, and is not there until it is asked for. */
function open() {
  load()
  root.classList.add("ps-search--open")
  opener.setAttribute("aria-expanded", "true")
  field.focus()
}

function close() {
  root.classList.remove("ps-search--open")
  opener.setAttribute("aria-expanded", "false")
  panel.hidden = true
}

const isEditable = (element) => element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName)

root.hidden = false
field.addEventListener("focus", load)
root.addEventListener("pointerenter", load)
opener.addEventListener("click", open)
root.querySelector(".ps-search__close").addEventListener("click", close)
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isEditable(event.target)) return
  event.preventDefault()
  open()
})
if (asked) {
  field.value = asked
  open()
}
