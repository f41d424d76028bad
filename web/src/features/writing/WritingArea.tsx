import { hasMarkup } from "@toetssteen/text/plain";
import { useEffect, useRef, useState } from "react";
import type { ComponentProps, FocusEvent } from "react";
import { fetchWhenIdle, part } from "../../network/part.ts";
import { TextArea } from "../../ui/TextArea.tsx";
import { useCaret } from "./use-caret.ts";
import { TextView } from "./TextView.tsx";

const textTools = part(() => import("./TextTools.tsx"));
interface Props extends Omit<ComponentProps<typeof TextArea>, "area" | "shown" | "tools"> {
  /** By which a link finds it; the focus goes to the text. */
  readonly anchor: string;
}

/**
 * A text to write in: while somebody writes, the text as it is kept with help for what can be made of it; otherwise as it
 * will be read. The help comes when a text is first written in.
 */
export function WritingArea({ anchor, ...props }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [isWriting, setWriting] = useState(false);
  const [tools, setTools] = useState(textTools.find);
  useEffect(() => fetchWhenIdle(textTools), []);

  useCaret(area, props.value);
  const enter = () => {
    setWriting(true);
    // Without a connection one writes without help.
    if (tools === null) textTools.load().then(setTools, () => undefined);
  };
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setWriting(false);
  };

  return (
    <div id={anchor} data-field onFocus={enter} onBlur={leave} data-kept>
      <TextArea
        {...props}
        area={area}
        shown={!isWriting && hasMarkup(props.value) && <TextView text={props.value} />}
        tools={isWriting && tools !== null && <tools.TextTools area={area} />}
        onAreaKeyDown={(event) => {
          if (tools?.takeKey(event)) event.preventDefault();
        }}
      />
    </div>
  );
}
