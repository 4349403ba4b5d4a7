/* What a page does: it opens its menu, remembers dark or light, shows where the reader is, lets wide
   tables be scrolled by keyboard, and opens what is folded for paper. On light pages it is the only
   script; beside Material's bundle it does what the bundle leaves to labels and checkboxes. */
(() => {
  const one = (selector, within = document) => within.querySelector(selector)
  const all = (selector, within = document) => [...within.querySelectorAll(selector)]
  /* Addresses are what others wrote: one that cannot be read, %E0 or in an old encoding, stays as it is. */
  const readable = (read, address) => {
    try {
      return read(address)
    } catch {
      return address
    }
  }
  const placeOf = (hash) => document.getElementById(readable(decodeURIComponent, hash.slice(1)))

  /* ---- the drawer and the search: a box of Material's that is ticked, and buttons that tick it ---- */
  const drawer = document.getElementById("__drawer")
  const sidebar = one(".md-sidebar--primary")
  const menu = one("button.ps-menu")

  for (const button of all("button[data-toggle]")) {
    const box = document.getElementById(button.dataset.toggle)
    button.addEventListener("click", () => box.click())
    if (button.hasAttribute("aria-expanded"))
      box.addEventListener("change", () => button.setAttribute("aria-expanded", box.checked))
  }
  const close = () => drawer.checked && drawer.click()
  if (menu && sidebar) {
    drawer.addEventListener("change", () => {
      const into = drawer.checked ? one(".ps-close", sidebar) : menu
      into.focus({ preventScroll: true })
    })
    sidebar.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !sidebar.contains(relatedTarget)) close()
    })
    sidebar.addEventListener("click", (event) => event.target.closest("a") && close())
    addEventListener("keydown", ({ key }) => key === "Escape" && close())
  }
  const here = one(".ps-nav [aria-current]")
  const scrolled = one(".md-sidebar--primary .md-sidebar__scrollwrap")
  if (here && here.offsetTop > scrolled.clientHeight)
    scrolled.scrollTop = here.offsetTop - scrolled.clientHeight / 2

  /* ---- dark or light ---- */
  const palettes = all(".ps-palettes button")
  palettes.forEach((button, index) =>
    button.addEventListener("click", () => {
      const next = (index + 1) % palettes.length
      showPalette(next)
      palettes[next].focus()
      const { scheme, primary, accent, media } = palettes[next].dataset
      __md_set("__palette", { index: next, color: { media, scheme, primary, accent } })
    }),
  )
  if (palettes.length)
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
      showPalette(__md_get("__palette")?.index),
    )

  /* ---- where the reader is: the heading in the list, and the way back to the top ---- */
  const links = all(".ps-toc a")
    .map((link) => [link, placeOf(link.hash)])
    .filter(([, heading]) => heading)
  const top = one(".md-top")
  let before = scrollY
  const follow = () => {
    const edge = one(".md-header").offsetHeight + 32
    const passed = links.filter(([, heading]) => heading.getBoundingClientRect().top < edge)
    for (const [link] of links) link.removeAttribute("aria-current")
    passed.at(-1)?.[0].setAttribute("aria-current", "location")
    if (top && Math.abs(scrollY - before) > 4) top.hidden = scrollY > before || scrollY < 200
    before = scrollY
  }
  let waiting
  addEventListener("scroll", () => (waiting ??= requestAnimationFrame(() => {
    waiting = undefined
    follow()
  })), { passive: true })
  follow()

  /* ---- what is folded opens for those who are led to it, and for paper ---- */
  const unfold = () => {
    const found = placeOf(location.hash)
    const folded = found?.closest("details:not([open])")
    if (folded) {
      folded.open = true
      found.scrollIntoView()
    }
  }
  addEventListener("hashchange", unfold)
  unfold()
  addEventListener("beforeprint", () => {
    for (const folded of all("details:not([open])")) folded.open = true
    for (const link of all(".md-content__inner :is(p, li, dd) > a[href]")) tell(link)
  })
  /* On paper a link to a file or to another site says its address, unless that stands there already. */
  const home = one("link[rel=canonical]")?.href ?? location.href
  const tell = (link) => {
    const url = readable((href) => new URL(href, home), link.getAttribute("href"))
    if (!url.href) return
    const isPage = url.host === new URL(home).host && url.pathname.endsWith("/")
    const isSaid = link.closest(".ps-evidence, p, li, dd").textContent.includes(url.href)
    if (url.protocol.startsWith("http") && !isPage && !isSaid) link.dataset.address = readable(decodeURI, url.href)
  }

  /* ---- tables written by hand may be wide as well; what scrolls sideways can be reached by keys ---- */
  if (!document.getElementById("__config"))
    for (const table of all(".md-typeset table:not([class])")) {
      const around = document.createElement("div")
      around.className = "md-typeset__scrollwrap"
      table.replaceWith(around)
      around.append(table)
    }
  const reach = (box) => {
    if (box.scrollWidth <= box.clientWidth) {
      for (const key of ["tabindex", "role", "aria-label"]) box.removeAttribute(key)
      return
    }
    box.tabIndex = 0
    if (box.tagName === "CODE") return
    box.setAttribute("role", "region")
    box.setAttribute("aria-label", one("caption", box)?.textContent ?? one(".md-header").dataset.table)
  }
  const watch = new ResizeObserver((seen) => seen.forEach(({ target }) => reach(target)))
  for (const box of all(".ps-table, .md-typeset__scrollwrap, .md-typeset pre > code")) watch.observe(box)
})()
