import { prompt } from '@/lib/manifest/kinds/prompt';
import { AnsiControl } from '../manifest/ansi-control';
import { ChoiceControl, FlagControl, LinesControl, ManyControl } from '../manifest/controls';

const { shells, engine, nerdFont } = prompt.shape;

export function PromptFields() {
  return (
    <>
      <ManyControl name="prompt.shells" label="Shells" required values={shells.element.options} />
      <ChoiceControl name="prompt.engine" label="Engine" required values={engine.options} />
      <AnsiControl
        name="prompt.ansiSample"
        label="What it looks like"
        hint="Terminal output with its colours, pasted with \e for Escape. It is drawn on the card."
      />
      <LinesControl
        name="prompt.segments"
        label="Segments"
        hint="What the prompt shows: path, git branch… One a line."
      />
      <ChoiceControl name="prompt.nerdFont" label="Nerd Font" values={nerdFont.unwrap().options} />
      <FlagControl name="prompt.transient" label="Transient: shrinks once a command ran" />
      <FlagControl name="prompt.rightPrompt" label="Has a right prompt" />
    </>
  );
}
