/// The built-in `style.css`.
enum StyleSheet {
    static let text = #"""
        :root {
          color-scheme: light dark;
          --back: #fdfdfb;
          --text: #1d1e20;
          --quiet: #5c6067;
          --line: #e3e3de;
          --tint: #f2f2ee;
          --accent: #0b5cad;
          --good: #1f7a35;
          --bad: #b3261e;
          --measure: 42rem;
          --edge: clamp(1rem, 4vw, 2rem);
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --back: #15171a;
            --text: #e3e5e8;
            --quiet: #a3a9b2;
            --line: #2c3036;
            --tint: #1f2226;
            --accent: #8bbcf2;
            --good: #6cc983;
            --bad: #ff9b90;
          }
        }

        *, ::before, ::after { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
          margin: 0;
          background: var(--back);
          color: var(--text);
          font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
          overflow-wrap: anywhere;
        }
        a { color: var(--accent); text-decoration-thickness: 0.06em; text-underline-offset: 0.18em; }
        :focus-visible { outline: 0.15rem solid var(--accent); outline-offset: 0.2rem; border-radius: 0.15rem; }
        main:focus { outline: none; }
        h1, h2, h3, h4, h5, h6 { line-height: 1.3; text-wrap: balance; }
        ul { list-style: none; margin: 0; padding: 0; }
        img, video, svg, iframe { max-inline-size: 100%; }
        .hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .skip { position: absolute; inset-block-start: -5rem; inset-inline-start: var(--edge); padding: 0.5rem 1rem; background: var(--back); z-index: 1; }
        .skip:focus { inset-block-start: 0.5rem; }

        /* Around the river */
        header.site, footer.site, .columns { inline-size: 100%; max-inline-size: calc(var(--measure) + 2 * var(--edge)); margin-inline: auto; padding-inline: var(--edge); }
        header.site { padding-block: clamp(1.5rem, 5vw, 3.5rem) 1rem; }
        .name { margin: 0; font-size: clamp(1.6rem, 1.3rem + 1.6vw, 2.25rem); font-weight: 750; letter-spacing: -0.02em; line-height: 1.2; }
        p.name { font-size: 1.25rem; letter-spacing: -0.01em; }
        .name a { color: inherit; text-decoration: none; }
        .name a:hover { text-decoration: underline; }
        .subtitle { margin: 0.25rem 0 0; color: var(--quiet); }
        header.site nav { margin-block-start: 1rem; }
        header.site ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
        header.site li a { display: inline-block; padding-block: 0.25rem; text-decoration: none; }
        header.site li a:hover { text-decoration: underline; }
        header.site [aria-current] { color: var(--text); font-weight: 650; }
        header.site .format a { color: var(--quiet); font-size: 0.9rem; padding-block: 0.35rem; }
        li:not(.format) + .format { margin-inline-start: auto; }
        main > h1 { margin: 1.5rem 0 0.5rem; font-size: clamp(1.6rem, 1.3rem + 1.6vw, 2.25rem); letter-spacing: -0.02em; }
        footer.site { margin-block-start: 3rem; padding-block: 1.5rem 3rem; color: var(--quiet); font-size: 0.9rem; }
        footer.site p { margin: 0.25rem 0; }
        .keys button { font: inherit; color: inherit; background: var(--tint); border: 1px solid var(--line); border-radius: 0.4rem; padding: 0.35rem 0.7rem; cursor: pointer; }
        .keys button[aria-pressed="false"] { text-decoration: line-through; }
        .paging { display: flex; justify-content: space-between; gap: 1rem; margin-block-start: 2rem; padding-block: 1rem; border-block-start: 1px solid var(--line); font-weight: 600; }
        .paging a { padding-block: 0.25rem; text-decoration: none; }
        .paging .older { margin-inline-start: auto; }

        /* Days and entries */
        .day > h2 { margin: 2.5rem 0 0; padding-block-end: 0.5rem; border-block-end: 1px solid var(--line); color: var(--quiet); font-size: 0.9rem; font-weight: 600; }
        .entry { padding-block: 1.5rem; border-block-end: 1px solid var(--line); }
        .entry:last-child { border-block-end: 0; }
        .source { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.5rem; margin: 0; color: var(--quiet); font-size: 0.875rem; line-height: 1.75rem; }
        .source a { color: inherit; text-decoration: none; }
        .source a:hover { text-decoration: underline; }
        .source .feed { max-inline-size: calc(100% - 10rem); padding-block: 0.2rem; color: var(--text); font-weight: 600; line-height: 1.35; }
        .source time { margin-inline-start: auto; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .entry h3 { margin: 0.3rem 0 0.4rem; font-size: 1.25rem; font-weight: 680; letter-spacing: -0.01em; }
        .entry h3 a { color: inherit; text-decoration: none; }
        .entry h3 a:hover { color: var(--accent); text-decoration: underline; }
        .entry h3 a:visited { color: var(--quiet); }
        .excerpt { display: flow-root; }
        .excerpt > p { margin: 0.2rem 0; }
        .start:has(+ details[open]) { display: none; }
        .lead { float: inline-end; inline-size: 8.5rem; aspect-ratio: 4 / 3; object-fit: cover; border-radius: 0.4rem; background: var(--tint); margin-block: 0.4rem; margin-inline-start: 1.25rem; }
        .entry > .lead { float: none; margin-inline: 0; display: block; inline-size: 100%; block-size: auto; aspect-ratio: auto; max-block-size: 28rem; object-fit: contain; object-position: left; background: none; }
        .entry > details > summary { inline-size: fit-content; padding-block: 0.25rem; color: var(--accent); font-size: 0.9375rem; cursor: pointer; }
        .entry > details > summary:hover { text-decoration: underline; }
        .length { color: var(--quiet); font-size: 0.875rem; }
        .length::before { content: "· "; }
        .also, .file { margin: 0.5rem 0 0; color: var(--quiet); font-size: 0.9rem; }
        .entry > audio, .entry > video { display: block; inline-size: 100%; margin-block-start: 0.75rem; }
        .tags { display: flex; flex-wrap: wrap; gap: 0.4rem; margin-block-start: 0.75rem; font-size: 0.8125rem; }
        .tags li { max-inline-size: 100%; }
        .tags li > * { display: block; padding: 0.15rem 0.6rem; border-radius: 1rem; background: var(--tint); color: var(--quiet); text-decoration: none; line-height: 1.5; min-block-size: 1.5rem; }
        .tags a:hover { color: var(--text); text-decoration: underline; }

        /* What feeds wrote: it stays within its column, and its colors are the page's. */
        .content { overflow: clip; overflow-clip-margin: 0.3rem; }
        .content > :first-child { margin-block-start: 0.3rem; }
        .content > :last-child { margin-block-end: 0.3rem; }
        .content * { max-inline-size: 100%; }
        .content :is(font, table, tr, td, th, tbody) { color: inherit; background: none; font-family: inherit; font-size: inherit; white-space: normal; }
        .content :is(h4, h5, h6) { margin: 1.6rem 0 0.5rem; font-size: 1.0625rem; }
        .content :is(ul, ol, menu, dir) { padding-inline-start: 1.4rem; list-style: disc; }
        .content ol { list-style: decimal; }
        .content :is(ul, ol, blockquote, dl) :is(ul, ol, blockquote, dl) :is(ul, ol, blockquote, dl) { margin-inline: 0; padding-inline-start: 0.4rem; list-style-position: inside; }
        .content :is(h4, h5, h6, p, li):empty { display: none; }
        .content dd { margin-inline-start: 1.4rem; }
        .content blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 0.2rem solid var(--line); color: var(--quiet); }
        .content :is(pre, .wide) { overflow-x: auto; }
        .content pre { padding: 0.75rem 1rem; border-radius: 0.4rem; background: var(--tint); font-size: 0.875rem; line-height: 1.5; overflow-wrap: normal; }
        .content :is(code, kbd, samp, tt) { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: 0.9em; }
        .content table { inline-size: auto; border-collapse: collapse; max-inline-size: none; overflow-wrap: normal; }
        .content :is(td, th) { inline-size: auto; padding: 0.3rem 0.6rem; border: 1px solid var(--line); text-align: start; vertical-align: top; max-inline-size: 30rem; }
        .content :is(img, video) { block-size: auto; margin: 0; border: 0; border-radius: 0.25rem; }
        .content img { max-block-size: 40rem; object-fit: contain; }
        .content img[align="left"] { margin-inline-end: 0.9rem; }
        .content img[align="right"] { margin-inline-start: 0.9rem; }
        .content iframe { inline-size: 100%; block-size: auto; aspect-ratio: 16 / 9; border: 0; }
        .content mark { background: #ffe58a; color: #1b1b1f; border-radius: 0.15rem; }
        .content figure { margin: 1rem 0; }
        .content figcaption { color: var(--quiet); font-size: 0.9rem; }
        .content hr { border: 0; border-block-start: 1px solid var(--line); margin-block: 1.5rem; }
        .content .plain { white-space: pre-line; }

        /* Discs */
        .disc { flex: none; display: inline-grid; place-items: center; inline-size: 1.5rem; block-size: 1.5rem; border-radius: 50%; color: #fff; font-size: 0.8125rem; font-weight: 650; line-height: 1; overflow: hidden; }
        .c0 { background: #b3261e; }
        .c1 { background: #a3450f; }
        .c2 { background: #855d00; }
        .c3 { background: #5c6b00; }
        .c4 { background: #2d7031; }
        .c5 { background: #00695c; }
        .c6 { background: #006782; }
        .c7 { background: #1560b8; }
        .c8 { background: #4150b5; }
        .c9 { background: #673ab7; }
        .c10 { background: #8a2a9b; }
        .c11 { background: #ad1457; }

        /* Beside the river */
        aside { margin-block-start: 3rem; font-size: 0.9rem; }
        aside h2 { margin: 2rem 0 0.5rem; color: var(--quiet); font-size: 0.9rem; font-weight: 600; }
        .sources { columns: 14rem; column-gap: 2rem; }
        .sources li { display: flex; align-items: center; gap: 0.5rem; padding-block: 0.2rem; break-inside: avoid; }
        .sources a { min-inline-size: 0; padding-block: 0.1rem; color: inherit; text-decoration: none; }
        .sources a:hover { text-decoration: underline; }
        .sources .disc { inline-size: 1.25rem; block-size: 1.25rem; font-size: 0.6875rem; }
        .count { flex: none; margin-inline-start: auto; color: var(--quiet); font-variant-numeric: tabular-nums; }

        /* The page about the feeds */
        .feeds > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0.25rem 1rem; align-items: center; padding-block: 1rem; border-block-end: 1px solid var(--line); }
        .feeds h2 { display: flex; align-items: center; gap: 0.6rem; margin: 0; font-size: 1.0625rem; font-weight: 650; }
        .feeds h2 a { color: inherit; text-decoration: none; padding-block: 0.1rem; }
        .feeds h2 a:hover { color: var(--accent); text-decoration: underline; }
        .facts { grid-column: 1 / -1; margin: 0; padding-inline-start: 2.1rem; color: var(--quiet); font-size: 0.9rem; }
        .facts time { white-space: nowrap; }
        .activity { inline-size: 6rem; block-size: 1.5rem; color: var(--accent); }
        .health::before { content: "●\2002"; }
        .good::before { color: var(--good); }
        .bad { color: var(--bad); font-weight: 600; }
        .unknown::before { content: "○\2002"; }

        @media (min-width: 64rem) {
          header.site, footer.site, .columns { max-inline-size: calc(var(--measure) + 19rem + 2 * var(--edge)); }
          .columns { display: grid; grid-template-columns: minmax(0, var(--measure)) 15rem; gap: 4rem; }
          aside { margin-block-start: 0; }
          aside nav:first-child h2 { margin-block-start: 2.5rem; padding-block-end: 0.5rem; }
          .sources { columns: 1; }
        }
        @media (max-width: 30rem) {
          .lead { inline-size: 6.5rem; aspect-ratio: 1; margin-inline-start: 0.9rem; }
          header.site ul { column-gap: 0.8rem; }
          .source .feed { flex: 1; max-inline-size: none; }
          .source .author { order: 1; inline-size: 100%; padding-inline-start: 2rem; line-height: 1.3; }
        }
        @media (prefers-reduced-motion: no-preference) {
          html { scroll-behavior: smooth; }
        }
        @media print {
          :root { --back: #fff; --text: #000; --quiet: #444; --line: #bbb; --tint: #fff; --accent: #000; }
          body { font-size: 10.5pt; }
          nav, aside, .skip, .keys, .entry > audio, .entry > video, details:not([open]) { display: none; }
          .columns { display: block; }
          .entry, figure, tr { break-inside: avoid; }
          .entry:has(details[open]) { break-inside: auto; }
          h2, h3 { break-after: avoid; }
          .entry h3 a::after { content: " " attr(href); font-size: 0.75em; font-weight: 400; }
        }

        """#
}
