// Before the first paint: the theme somebody chose, instead of a flash of the other one.
try {
  const theme = localStorage.getItem("toetssteen.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  const locale = localStorage.getItem("toetssteen.locale");
  if (locale === "nl" || locale === "en") document.documentElement.lang = locale;
} catch {
  // Storage is refused: the system's theme and Dutch it is.
}
