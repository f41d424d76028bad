import { useLingui } from "@lingui/react/macro";
import { Segments } from "./Segments.tsx";
import { chooseTheme, useTheme } from "./theme.ts";

export function ThemeSwitch() {
  const { t } = useLingui();
  const options = [
    {
      value: "system",
      label: t`Kleuren van je apparaat`,
      sign: <Sign path="M3 4.5h12v8H3zM6.5 15h5M9 12.5V15" />,
    },
    {
      value: "light",
      label: t`Licht`,
      sign: (
        <Sign path="M9 5.7a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6ZM9 1.5v1.5M9 15v1.5M1.5 9H3M15 9h1.5M3.7 3.7l1 1M13.3 13.3l1 1M14.3 3.7l-1 1M4.7 13.3l-1 1" />
      ),
    },
    {
      value: "dark",
      label: t`Donker`,
      sign: <Sign path="M15 10.8A6.5 6.5 0 0 1 7.2 3a6.5 6.5 0 1 0 7.8 7.8Z" />,
    },
  ] as const;
  return (
    <Segments label={t`Kleuren`} value={useTheme()} options={options} onChange={chooseTheme} />
  );
}

function Sign({ path }: { readonly path: string }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
    >
      <path d={path} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
