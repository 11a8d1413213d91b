import { ANSI_NAMES, ansi, contrast, type Variant } from './palette';
import { TARGETS } from './targets';
import type { Release, Theme } from './theme';

const ratio = (value: number) => `${value.toFixed(1)} : 1`;

function variantTable({ name, palette }: Variant): string {
  const rows = [
    ['background', palette.background, ''],
    ['foreground', palette.foreground, ratio(contrast(palette.foreground, palette.background))],
    ['accent', palette.accent, ratio(contrast(palette.accent, palette.background))],
    ['selection', palette.selection, ''],
  ].map(([role, color, value]) => `| ${role} | \`${color}\` | ${value} |`);
  const colors = ANSI_NAMES.map(
    (color, index) =>
      `| ${color} | \`${ansi(palette, index)}\` / \`${ansi(palette, index + 8)}\` | ${ratio(contrast(ansi(palette, index), palette.background))} |`,
  );
  return `### ${name}

| role | colour | contrast |
|---|---|---|
${[...rows, ...colors].join('\n')}
`;
}

/** The README of one release: story, how to switch it on, and every colour with its contrast. */
export function themeReadme(theme: Theme, release: Release, variants: readonly Variant[]): string {
  const first = variants[0]?.slug ?? theme.name;
  const usage = release.targets.map((target) => `| ${target} | \`${TARGETS[target].use(first)}\` |`).join('\n');
  return `# ${theme.title}

${theme.story.trim()}

## Switching it on

Installing only puts files where the applications look for themes. One line in your own configuration chooses it:

| application | line |
|---|---|
${usage}

\`\`\`sh
dotkit install @${theme.namespace}/${theme.name}
\`\`\`

## Colours

The last column is the contrast with the background, as WCAG 2.1 computes it.

${variants.map(variantTable).join('\n')}`;
}

export function themeChangelog(theme: Theme): string {
  const sections = theme.releases.map(
    ({ version, notes }) => `## ${version}\n${notes.map((note) => `- ${note}`).join('\n')}\n`,
  );
  return `# Changelog\n\n${sections.join('\n')}`;
}
