import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { RefObject } from "react";
import { readPanelSearch } from "./panel-search.ts";

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** How many panels were opened, one in another, since the page was shown without: going back closes them. */
    readonly opened?: number;
  }
}

export interface OpenPanel {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
  /** For the button that opens it, which gets the focus back when it closes. */
  readonly opener: RefObject<HTMLButtonElement | null>;
}

/**
 * A dialog or form within a page, open because the address says so: reloading keeps it, Back closes it. Two of one page
 * have different names. In the route: `validateSearch: readPanelSearch` (or with it); in the component:
 *
 *     const { isOpen, open, close, opener } = usePanel(`koppelen-${part}`);
 *     <Button ref={opener} onClick={open}>…</Button>
 *     {isOpen && <Dialog onClose={close}>…</Dialog>}
 *
 * A second panel inside it is `usePanel(`koppelen-${part}/nieuw`)`; the outer one stays open with it.
 */
export function usePanel(name: string): OpenPanel {
  const isOpen = useSearch({ strict: false, select: (search) => isWithin(openOf(search), name) });
  const navigate = useNavigate();
  const router = useRouter();
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  const isClosing = useRef(false);
  useEffect(() => {
    isClosing.current = false;
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  const go = (open: string | undefined, { replace }: { replace: boolean }) =>
    void navigate({
      to: ".",
      search: ((search: object) => ({ ...search, paneel: open })) as never,
      state: { opened: replace ? 0 : (router.latestLocation.state.opened ?? 0) + 1 },
      hash: true,
      replace,
      resetScroll: false,
      hashScrollIntoView: false,
    });
  return {
    isOpen,
    opener,
    open: () => {
      if (!isOpen) go(name, { replace: false });
    },
    close: () => {
      const { search, state } = router.latestLocation;
      const open = openOf(search);
      // A dialog tells that it closes, and so may who closes it.
      if (isClosing.current || open === undefined || !isWithin(open, name)) return;
      isClosing.current = true;
      const levels = open.split("/").length - name.split("/").length + 1;
      if ((state.opened ?? 0) >= levels) router.history.go(-levels);
      else go(name.split("/").slice(0, -1).join("/") || undefined, { replace: true });
    },
  };
}

function openOf(search: object): string | undefined {
  return readPanelSearch(search as Record<string, unknown>).paneel;
}

function isWithin(open: string | undefined, name: string): boolean {
  return open === name || (open?.startsWith(`${name}/`) ?? false);
}
