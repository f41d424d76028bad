import { useEffect, useRef, useState } from "react";

/**
 * Files that are dropped anywhere on the page. Without it a browser would open them, and leave the page.
 * @returns whether files hang above the page
 */
export function useDrop(isTaken: boolean, onDrop: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const take = useRef(onDrop);
  useEffect(() => {
    take.current = onDrop;
  });
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (isTaken) setOver(true);
      else if (event.dataTransfer && !isDropPlace(event)) event.dataTransfer.dropEffect = "none";
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (isTaken && files.length > 0) take.current(files);
    };
    document.addEventListener("dragover", over);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", over);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
    };
  }, [isTaken]);
  return isOver;
}

/** Fields for files say for themselves that they take them. */
function isDropPlace({ target }: DragEvent): boolean {
  return target instanceof Element && target.closest("[data-drop]") !== null;
}
