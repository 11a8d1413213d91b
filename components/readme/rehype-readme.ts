import { routes } from '@/lib/routes';

export type ReadmeHome = {
  namespace: string;
  name: string;
  title: string;
  /** Keeps the ids of several texts on one page apart. */
  part?: string;
};
type Node = {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
};

const PREFIX = 'readme-';

function textOf(node: Node): string {
  return node.value ?? node.children?.map(textOf).join('') ?? '';
}

/** Headings of a README begin below the page's own “Readme”, whatever level its author began with. */
const TOP_LEVEL = 3;

function levelsIn(node: Node): number[] {
  const own = /^h([1-6])$/.exec(node.tagName ?? '')?.[1];
  return [...(own ? [Number(own)] : []), ...(node.children ?? []).flatMap(levelsIn)];
}

const sameWords = (a: string, b: string) => slugOf(a) === slugOf(b);

const slugOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');

/** Where a link of a README leads on this site: anchors into the README, relative paths into the module's files. Null is no link. */
export function readmeHref(href: string, home: ReadmeHome): string | null {
  if (/^(?:https?:|mailto:)/i.test(href)) return href;
  if (href.startsWith(`#${PREFIX}`)) return href;
  if (href.startsWith('#'))
    return `#${PREFIX}${home.part ?? ''}${decodeURIComponentSafely(href.slice(1)).toLowerCase()}`;
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|\p{Cc}/iu.test(href)) return null;
  const path = (href.split(/[?#]/, 1)[0] ?? '').split('/').filter((part) => part !== '.' && part !== '');
  if (path.length === 0 || path.includes('..')) return null;
  return routes.file(home.namespace, home.name, path.map(decodeURIComponentSafely).join('/'));
}

/** A picture inside a link becomes its text, since a link cannot hold the link that pictures become. */
function toText(image: Node): void {
  image.type = 'text';
  image.value = String(image.properties?.alt || image.properties?.src || 'image');
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Gives headings prefixed ids, so that a README can never take the id of a part of the page, and sets
 * them below the page's own. A first heading that only repeats the page's title is left out.
 */
export function rehypeReadme({ name, title, part = '' }: ReadmeHome) {
  return (root: Node) => {
    const first = root.children?.find((node) => node.type === 'element');
    const repeats =
      first?.tagName === 'h1' && [name, title, 'Readme', 'Changelog'].some((known) => sameWords(known, textOf(first)));
    if (repeats) root.children = root.children?.filter((node) => node !== first) ?? [];
    const seen = new Map<string, number>();
    const shift = TOP_LEVEL - Math.min(TOP_LEVEL, ...levelsIn(root));
    const visit = (node: Node, inLink = false) => {
      if (inLink && node.tagName === 'img') return toText(node);
      const level = /^h([1-6])$/.exec(node.tagName ?? '')?.[1];
      if (level) {
        const slug = slugOf(textOf(node));
        const times = seen.get(slug) ?? 0;
        seen.set(slug, times + 1);
        node.properties = { ...node.properties, id: `${PREFIX}${part}${slug}${times > 0 ? `-${times}` : ''}` };
        node.tagName = `h${Math.min(6, Number(level) + shift)}`;
      }
      for (const child of node.children ?? []) visit(child, inLink || node.tagName === 'a');
    };
    visit(root);
  };
}
