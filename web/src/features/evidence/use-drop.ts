import { useEffect, useEffectEvent, useState } from "react";

/**
 * Files that are dropped anywhere on the page. Without it a browser would open them, and leave the page.
 * @param isTaken whether files are taken, or whether they are where they hang now
 * @returns whether files hang above the page
 */
export function useDrop(
  isTaken: boolean | ((event: DragEvent) => boolean),
  onDrop: (files: readonly File[], event: DragEvent) => void,
): boolean {
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent(onDrop);
  const takes = useEffectEvent((event: DragEvent) =>
    typeof isTaken === "boolean" ? isTaken : isTaken(event),
  );
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      const isOne = takes(event);
      setOver(isOne);
      if (!isOne && event.dataTransfer && !isDropPlace(event))
        event.dataTransfer.dropEffect = "none";
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0 && takes(event)) take(files, event);
    };
    document.addEventListener("dragover", over);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", over);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
    };
  }, []);
  return isOver;
}

/** Fields for files say for themselves that they take them. */
function isDropPlace({ target }: DragEvent): boolean {
  return target instanceof Element && target.closest("[data-drop]") !== null;
}
