import type { Judgement } from './judgement';

/** What a person sees of a module before opening it. */
export type Seen = { name: string; title: string; keywords: string[]; kind: string; summary: string };

/** `intent | typed | meant`, the last only where it differs: a person who errs still wants what was meant. */
const SYNTHETIC_SEARCHES = `
name | kanpirfir-meadow |
name | Vermonper |
name | Hidden anchor Vermonper |
name | senfunnor |
name | nenvarben signal |
name | gudanter |
typo | vermomper | vermonper
typo | senfunor | senfunnor
typo | girzinbba | girzinba
typo | lodunpri | lodunpir
typo | nenvrben | nenvarben
typo | kanpirfri meadow | kanpirfir meadow
typo | lerzunatr compass | lerzuntar compass
typo | glaceir | glacier
typo | kuberntes | kubernetes
typo | kubernets prompt | kubernetes prompt
typo | lantren | lantern
typo | clam harbor | calm harbor
typo | norhtern compass | northern compass
typo | clipbord | clipboard
typo | dockr script | docker script
typo | pythn plugin | python plugin
typo | workspase | workspace
typo | completoin plugin | completion plugin
typo | navigatoin | navigation
typo | minimla prairie | minimal prairie
word | harbor |
word | docker |
word | kubernetes |
word | clipboard |
word | tundra |
word | battery |
two words | calm harbor |
two words | quiet forest |
two words | docker script |
two words | weather plugin |
two words | python bundle |
two words | minimal prairie |
two words | battery multiplexer |
two words | kubernetes prompt |
two words | golden falcon |
two words | notes editor |
description | calm shell plugin for docker |
description | bright git config for ssh |
description | minimal color theme for notes |
description | warm prompt for fonts |
description | script for clipboard and docker |
description | package list for weather and backup |
stems | harbors |
stems | layer |
stems | alias bundle | aliases bundle
stems | calm forests | calm forest
stems | completions plugin | completion plugin
`;

const wordsOf = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
const singular = (word: string) => word.replace(/s$/, '');
const NOT_TELLING = new Set(['for', 'and', 'a', 'with']);

/** 3 if every word is in its name, title, tags or kind, 2 if some are only in its summary, 0 if one is nowhere. */
function gradeOf(seen: Seen, asked: string[]): number {
  const telling = new Set(wordsOf([seen.name, seen.title, seen.kind, ...seen.keywords].join(' ')).map(singular));
  const mentioned = new Set(wordsOf(seen.summary).map(singular));
  if (asked.every((word) => telling.has(word))) return 3;
  return asked.every((word) => telling.has(word) || mentioned.has(word)) ? 2 : 0;
}

/** Grades of every module for every search; where nothing has all the words, modules that lack one are fair. */
export function judgeSynthetic(catalogue: Seen[]): Judgement[] {
  return SYNTHETIC_SEARCHES.trim()
    .split('\n')
    .map((line) => {
      const [intent = '', q = '', meant = ''] = line.split('|').map((cell) => cell.trim());
      const asked = wordsOf(meant || q)
        .filter((word) => !NOT_TELLING.has(word))
        .map(singular);
      const graded = (words: string[]) => catalogue.map((seen) => [seen.name, gradeOf(seen, words)] as const);
      let grades = graded(asked);
      if (grades.every(([, grade]) => grade === 0) && asked.length > 2)
        grades = asked.flatMap((_, left) =>
          graded(asked.filter((_word, at) => at !== left)).map(([name, grade]) => [name, Math.min(1, grade)] as const),
        );
      return { intent, q, grades: new Map(grades.filter(([, grade]) => grade > 0)) };
    });
}
