import { CopyButton } from '@/components/ui/copy-button';
import { routes } from '@/lib/routes';
import { BADGES } from '@/lib/utils/badge-svg';

type BadgesProps = { namespace: string; name: string; site: string };

/** Badges for a README elsewhere, as Markdown to copy. */
export function Badges({ namespace, name, site }: BadgesProps) {
  const page = `${site}${routes.module(namespace, name)}`;
  const rows = BADGES.map((what) => {
    const path = routes.badge(namespace, name, what);
    return { what, path, markdown: `[![${what}](${site}${path})](${page})` };
  });
  return (
    <details className="fold" id="badges">
      <summary>Badges for a README</summary>
      <ul className="bdg">
        {rows.map(({ what, path, markdown }) => (
          <li key={what}>
            {/* biome-ignore lint/performance/noImgElement: a badge is an SVG of a few hundred bytes, which nothing can make smaller */}
            <img src={path} alt={`The ${what} badge`} height={20} loading="lazy" />
            <CopyButton text={markdown} what={`${what} badge as Markdown`} />
            <code>{markdown}</code>
          </li>
        ))}
      </ul>
      <CopyButton text={rows.map(({ markdown }) => markdown).join('\n')} what="Markdown of all badges" />
    </details>
  );
}
