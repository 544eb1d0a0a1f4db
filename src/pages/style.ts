import { createHash } from 'node:crypto';

/** How pages look: on the smallest phone, on a wide screen, in light and dark. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #f6f7f9;
  --card: #fff;
  --ink: #1a2230;
  --soft: #566173;
  --line: #dde2e9;
  --link: #0b5cad;
  --accent: #0b5cad;
  --on-accent: #fff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #10141b;
    --card: #181e28;
    --ink: #e4e9f0;
    --soft: #9ba7b8;
    --line: #2a3341;
    --link: #7db8f2;
    --accent: #7db8f2;
    --on-accent: #10141b;
  }
}
* { box-sizing: border-box; }
html { text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto;
  padding: 0 1rem 2rem;
  max-width: 48rem;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
a { color: var(--link); text-decoration: none; }
a:hover, .text a, footer a { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 1rem 0; }
h2 { font-size: 1.15rem; margin: 1.75rem 0 .6rem; }
h3, .list h2 { font-size: 1rem; line-height: 1.55; margin: 0; }
p { margin: .4rem 0; }
ul, ol { margin: 0; }
img { max-width: 100%; height: auto; vertical-align: middle; }

.top {
  display: flex;
  flex-wrap: wrap;
  gap: .5rem 1rem;
  align-items: center;
  justify-content: space-between;
  padding: .9rem 0;
  border-bottom: 1px solid var(--line);
}
.board { font-weight: 700; font-size: 1.1rem; color: var(--ink); }
.app {
  padding: .4rem .9rem;
  border-radius: 2rem;
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
}
.path ol {
  display: flex;
  flex-wrap: wrap;
  padding: 0;
  margin: .75rem 0 0;
  list-style: none;
  font-size: .875rem;
}
.path li + li::before { content: "›"; margin: 0 .45rem; color: var(--soft); }
footer {
  margin-top: 2.5rem;
  padding-top: .8rem;
  border-top: 1px solid var(--line);
  color: var(--soft);
  font-size: .875rem;
}

.list { padding: 0; list-style: none; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
.list + .list { margin-top: 1rem; }
.list > li { padding: .75rem 1rem; }
.list > li + li { border-top: 1px solid var(--line); }
.list p:not(.facts) { color: var(--soft); }
.below { display: flex; flex-wrap: wrap; gap: .1rem 1rem; padding: 0; margin-top: .3rem; list-style: none; font-size: .9rem; }
.facts { display: flex; flex-wrap: wrap; gap: .1rem .9rem; color: var(--soft); font-size: .85rem; margin: .15rem 0 0; }
.facts a { color: inherit; }
.mark { padding: 0 .5rem; border: 1px solid var(--line); border-radius: 1rem; }
.notice { padding: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; color: var(--soft); }

.post { margin: 0 0 1rem; padding: .9rem 1rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
.post:target { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
.post > header, .member { display: flex; gap: .75rem; align-items: center; }
.post > header > div { flex: 1; min-width: 0; }
.avatar { border-radius: 50%; object-fit: cover; background: var(--line); flex: none; }
.post .avatar { width: 2.5rem; height: 2.5rem; }
.member { margin: 1.25rem 0; }
.member h1 { margin: 0; }
.author { margin: 0; font-weight: 600; }
.number { color: var(--soft); font-size: .85rem; align-self: start; }

.text { margin-top: .75rem; }
.text ul, .text ol { margin: .4rem 0; padding-inline-start: 1.5rem; }
.text li > ul, .text li > ol { margin: 0; }
.text blockquote { margin: .5rem 0; padding: .5rem .8rem; border-inline-start: 3px solid var(--accent); background: var(--paper); border-radius: .3rem; }
.text cite { display: block; font-style: normal; font-weight: 600; font-size: .875rem; }
.text pre { margin: .5rem 0; padding: .75rem; overflow-x: auto; overflow-wrap: normal; background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; font-size: .875rem; }
.text .wide { margin: .5rem 0; overflow-x: auto; overflow-wrap: normal; }
.text table { border-collapse: collapse; }
.text th, .text td { padding: .25rem .6rem; border: 1px solid var(--line); }
.text details { margin: .5rem 0; padding: .4rem .8rem; border: 1px solid var(--line); border-radius: .4rem; }
.text summary { cursor: pointer; font-weight: 600; }
.text h2, .text h3, .text h4, .text h5, .text h6 { margin: .8rem 0 .3rem; font-size: 1rem; }
.text h2 { font-size: 1.15rem; }
.text hr { border: 0; border-top: 1px solid var(--line); }
.left { text-align: left; }
.center { text-align: center; }
.right { text-align: right; }
.justify { text-align: justify; }
.indent { margin-inline-start: 2rem; }
.size-x-small { font-size: .75em; }
.size-small { font-size: .875em; }
.size-large { font-size: 1.2em; }
.size-x-large { font-size: 1.4em; }
.size-xx-large, .size-xxx-large { font-size: 1.6em; }
.signature { padding-top: .5rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .9rem; }

.poll { margin-top: .9rem; padding-top: .6rem; border-top: 1px solid var(--line); }
.poll h2 { margin: 0 0 .4rem; font-size: 1rem; }
.poll ul { padding: 0; list-style: none; }
.poll li { display: grid; grid-template-columns: minmax(0, 1fr) 7rem 3rem; gap: .6rem; align-items: center; }
.poll meter { width: 100%; }
.poll li > :last-child { text-align: end; font-variant-numeric: tabular-nums; }
.links { margin-top: .75rem; padding-inline-start: 1.2rem; }
.files { display: flex; flex-wrap: wrap; gap: .6rem; margin-top: .75rem; padding: 0; list-style: none; }
.picture img { border-radius: .4rem; max-height: 24rem; }
.caption { width: 0; min-width: max(100%, 8rem); color: var(--soft); font-size: .85rem; }
.file { padding: .3rem .7rem; border: 1px solid var(--line); border-radius: .4rem; }

dl { margin: 1rem 0; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
dl > div { display: flex; gap: 1rem; justify-content: space-between; padding: .6rem 1rem; }
dl > div + div { border-top: 1px solid var(--line); }
dt { color: var(--soft); }
dd { margin: 0; text-align: end; }
.ask { display: grid; gap: .9rem; max-width: 24rem; margin: 1.25rem 0; }
.ask label { display: grid; gap: .25rem; font-weight: 600; }
.ask input, .ask button { font: inherit; padding: .6rem .8rem; border: 1px solid var(--soft); border-radius: .5rem; min-height: 2.75rem; }
.ask input { background: var(--card); color: var(--ink); }
.ask button { background: var(--accent); color: var(--on-accent); border-color: var(--accent); font-weight: 600; cursor: pointer; }
.ask .quiet { background: none; color: var(--link); }
.fault { padding: .6rem .8rem; border-inline-start: .3rem solid var(--accent); background: var(--card); }
.paging { display: grid; grid-template-columns: 1fr auto 1fr; gap: .5rem; margin: 1.25rem 0; }
.paging > :last-child { text-align: end; }
`.trimStart();

const version = createHash('sha256').update(style).digest('hex').slice(0, 12);

/** Where the style is fetched: another path whenever it changes, so that browsers may keep it. */
export const stylePath = `/style-${version}.css`;
